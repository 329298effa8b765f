package org.cairn.server.employer;

import java.util.Locale;
import java.util.Set;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.identity.MemberLetters;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.PageWords;
import org.springframework.stereotype.Component;

/// The letters of this room. Thread-safe.
@Component
class EmployerLetters {
    private static final Set<Role> ENDORSERS = Set.of(Role.EMPLOYER, Role.ADMIN);

    private final MemberLetters letters;
    private final Organisations organisations;
    private final PageWords words;
    private final CairnSettings settings;

    EmployerLetters(MemberLetters letters, Organisations organisations, PageWords words, CairnSettings settings) {
        this.letters = letters;
        this.organisations = organisations;
        this.words = words;
        this.settings = settings;
    }

    void domainLost(OrganisationId organisation, String domain) {
        letters.send(
                organisation,
                Set.of(Role.ADMIN),
                "organisation:" + organisation,
                locale -> said(locale, "domainLost", domain, page(organisation, "/domain")));
    }

    void newerVersion(OrganisationId endorser, PublishedSpec version) {
        letters.send(
                endorser,
                ENDORSERS,
                "spec_version:" + version.id(),
                locale -> said(
                        locale,
                        "newer",
                        version.content().titleIn(locale),
                        page(endorser, "/endorsements"),
                        version.number()));
    }

    void asked(OrganisationId employer, Organisation by, PublishedSpec version) {
        letters.send(
                employer,
                ENDORSERS,
                "spec_version:" + version.id(),
                locale -> said(
                        locale,
                        "asked",
                        version.content().titleIn(locale),
                        page(employer, "/endorsements"),
                        by.legalName()));
    }

    private String page(OrganisationId organisation, String path) {
        var slug = organisations.byId(organisation).orElseThrow().slug();
        return settings.address("/o/" + slug + path).toString();
    }

    private MemberLetters.Words said(Locale locale, String which, Object... args) {
        return new MemberLetters.Words(
                words.say(locale, "employer.letter." + which + ".subject", args),
                words.say(locale, "employer.letter." + which + ".text", args));
    }
}
