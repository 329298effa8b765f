package org.cairn.server.catalogue;

import java.time.Instant;
import org.cairn.server.identity.OrganisationId;

/// A published version: never changes again.
///
/// @param number counts from 1 within its spec
public record PublishedSpec(
        SpecVersionId id,
        SpecId spec,
        OrganisationId organisation,
        int number,
        SpecContent content,
        Instant publishedAt) {}
