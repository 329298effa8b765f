package org.cairn.server.talent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;

/// What somebody wants employers to find.
///
/// @param skills identifiers with the credentials that back each
/// @param nameShown whether employers see her name from the start
record Listing(
        ListingId id,
        PersonId person,
        Words words,
        boolean nameShown,
        List<CredentialId> credentials,
        Map<String, Set<CredentialId>> skills,
        Instant publishedAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {
    Listing {
        credentials = List.copyOf(credentials);
        skills = Map.copyOf(skills);
    }

    /// @param country ISO 3166-1 alpha-2
    /// @param subdivision region or city in her words; may be empty
    /// @param languages she works in, BCP 47
    record Words(String lookingFor, String country, String subdivision, List<String> languages) {
        Words {
            languages = List.copyOf(languages);
        }
    }

    /// What she decides before it is published.
    record Wish(Words words, boolean nameShown, List<CredentialId> credentials, List<String> skills, int months) {
        Wish {
            credentials = credentials.stream().distinct().toList();
            skills = skills.stream().distinct().toList();
        }
    }

    boolean isLive(Instant now) {
        return endedAt.isEmpty() && expiresAt.isAfter(now);
    }
}
