package org.cairn.server.identity;

import java.util.Locale;

/// A person as she sees herself.
///
/// @param language in which she gets letters
public record Person(PersonId id, String name, Locale language) {}
