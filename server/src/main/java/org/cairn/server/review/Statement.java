package org.cairn.server.review;

import java.time.Instant;

/// What the institution states of a fact that a spec has no field for, as the public register it
/// stands in.
///
/// @param path as the packs name facts
record Statement(String path, String value, Instant at) {}
