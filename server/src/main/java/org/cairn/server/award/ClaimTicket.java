package org.cairn.server.award;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.identity.EmailAddress;

/// What a claim link or a code on paper stands for.
///
/// @param award the award the letter or sheet told about; claiming takes everything of the same recipient
/// @param sentTo the address that the letter with this link went to, so that its bearer reads that address; empty for a
///     code on paper, which proves nothing but that its bearer holds the sheet
public record ClaimTicket(Award award, Optional<EmailAddress> sentTo, Instant expiresAt) {}
