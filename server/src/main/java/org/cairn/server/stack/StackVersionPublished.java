package org.cairn.server.stack;

/// A rule was published.
record StackVersionPublished(StackVersionId version) {}
