package org.cairn.server.award;

import java.time.Instant;

/// What a claim link or a code on paper stands for.
///
/// @param award the award the letter or sheet told about; claiming takes everything of the same recipient
public record ClaimTicket(Award award, Instant expiresAt) {}
