package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Who achieved it, and how. The recipient is known by `id`, by at least one [Identity], or by both.
public record Subject(
        Optional<URI> id,
        List<Identity> identities,
        List<Result> results,
        Activity activity,
        Optional<BigDecimal> creditsEarned,
        Optional<String> narrative) {

    public Subject {
        Bounds.address(id, "recipient id");
        Bounds.few(identities, "identities");
        Bounds.few(results, "results");
        Bounds.require(id.isPresent() || !identities.isEmpty(), "a recipient has an id or an identity");
        creditsEarned.ifPresent(credits -> Bounds.require(credits.signum() >= 0, "credits are not negative"));
        Bounds.text(narrative, "narrative");
        identities = List.copyOf(identities);
        results = List.copyOf(results);
    }

    /// A recipient without any further facts.
    public static Subject of(Optional<URI> id, List<Identity> identities) {
        return new Subject(id, identities, List.of(), Activity.none(), Optional.empty(), Optional.empty());
    }

    /// When the learning took place.
    public record Activity(Optional<Instant> start, Optional<Instant> end) {
        public Activity {
            start = start.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
            end = end.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
            if (start.isPresent() && end.isPresent()) {
                Bounds.require(!end.get().isBefore(start.get()), "an activity does not end before it starts");
            }
        }

        public static Activity none() {
            return new Activity(Optional.empty(), Optional.empty());
        }
    }

    JsonObject toJson(JsonObject achievement) {
        return new Members()
                .add("id", id)
                .list("type", List.of("AchievementSubject"))
                .list("identifier", identities.stream().map(Identity::toJson).toList())
                .add("activityStartDate", activity.start)
                .add("activityEndDate", activity.end)
                .add("creditsEarned", creditsEarned)
                .add("narrative", narrative)
                .list("result", results.stream().map(Result::toJson).toList())
                .add("achievement", achievement)
                .build();
    }
}
