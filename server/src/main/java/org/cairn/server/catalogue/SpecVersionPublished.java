package org.cairn.server.catalogue;

import org.cairn.server.identity.OrganisationId;

/// A version has been published; told inside the transaction that stored it.
public record SpecVersionPublished(SpecVersionId version, OrganisationId organisation) {}
