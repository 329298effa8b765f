package org.cairn.server.taxonomy;

import org.cairn.skills.taxonomy.Scheme;

/// Another release is current now; published in the transaction that made it so.
public record TaxonomyChanged(Scheme current) {}
