package org.cairn.server.talent;

import java.time.LocalDate;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.issue.IssuedCredential;

/// A credential that stands now, with what it was awarded for.
record Fact(IssuedCredential credential, PublishedSpec spec, String issuer, LocalDate awardedOn) {

    boolean names(String skill) {
        return spec.content().skills().stream().anyMatch(each -> each.uri().equals(skill));
    }
}
