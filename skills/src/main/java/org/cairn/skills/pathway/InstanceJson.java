package org.cairn.skills.pathway;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an [Instance] from the JSON that `docs/pathway-instance.md` describes. Safe to share between
/// threads.
public final class InstanceJson {
    static final long LARGEST = 256L << 20;
    static final int MOST_JOBS = 100_000;
    /// Without a deadline of her own, nobody plans further ahead than two years.
    static final int USUAL_WEEKS = 104;
    private static final double DEFAULT_THRESHOLD = 0.8;
    private static final double FINEST = 0.001;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(20)
                            .maxStringLength(100_000)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private enum Kind {
        MOST_JOBS,
        CLOSE_GAP
    }

    private InstanceJson() {}

    /// Reads to the end of the stream and leaves it open.
    ///
    /// @throws InstanceException for whatever is no instance
    public static Instance read(InputStream in) throws IOException, InstanceException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(in);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new InstanceException(List.of(new InstanceException.Fault(
                    "",
                    "This is not JSON that can be read: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ").")));
        }
        JsonPart root = new JsonPart(tree, "", new ArrayList<>());
        Optional<Instance> instance = root.isObject("an instance") ? Optional.of(instance(root)) : Optional.empty();
        if (!root.faults().isEmpty()) {
            throw new InstanceException(root.faults());
        }
        return instance.orElseThrow();
    }

    private static Instance instance(JsonPart root) {
        OfferingJson offerings = new OfferingJson(start(root), hoursPerWeek(root));
        Map<OfferingId, Offering> catalogue = new LinkedHashMap<>();
        for (JsonPart part : root.list("offerings", Instance.MOST_OFFERINGS)) {
            offerings.read(part).ifPresent(offering -> {
                if (catalogue.put(offering.id(), offering) != null) {
                    part.fault("Another offering has the id \"" + offering.id() + "\": give each its own.");
                }
            });
        }
        Limits limits = limits(root, catalogue.keySet());
        return new Instance(learner(root), objective(root), List.copyOf(catalogue.values()), limits, wishes(root));
    }

    private static Optional<LocalDate> start(JsonPart root) {
        return root.at("start").flatMap(OfferingJson::day);
    }

    private static double hoursPerWeek(JsonPart root) {
        return root.at("limits")
                .map(limits -> limits.node().path("hoursPerWeek").asDouble(OfferingJson.USUAL_HOURS))
                .orElse(OfferingJson.USUAL_HOURS);
    }

    private static Objective objective(JsonPart root) {
        Kind kind = root.word("objective", Kind.values()).orElse(root.has("goal") ? Kind.CLOSE_GAP : Kind.MOST_JOBS);
        return switch (kind) {
            case CLOSE_GAP -> {
                if (!root.has("goal")) {
                    root.fault("\"goal\" is missing: list the skills that the learner wants.");
                }
                yield new Objective.CloseGap(wanted(root, "goal", Instance.MOST_OFFERINGS));
            }
            case MOST_JOBS -> mostJobs(root);
        };
    }

    private static Objective.MostJobs mostJobs(JsonPart root) {
        if (!root.has("jobs")) {
            root.fault("\"jobs\" is missing: list the jobs, each with what it requires.");
        }
        Set<String> ids = new HashSet<>();
        List<Objective.Job> jobs = new ArrayList<>();
        for (JsonPart part : root.list("jobs", MOST_JOBS)) {
            if (part.isObject("a job")) {
                String id = part.text("id");
                if (!ids.add(id)) {
                    part.fault("Another job has the id \"" + id + "\": give each its own.");
                }
                jobs.add(new Objective.Job(id, wanted(part, "requires", Offering.MOST_SKILLS)));
            }
        }
        return new Objective.MostJobs(
                root.whole("k", 0, Objective.MostJobs.MOST, 3),
                root.number("threshold", FINEST, 1, DEFAULT_THRESHOLD),
                root.word("counting", Objective.Counting.values()).orElse(Objective.Counting.LEVELS),
                jobs);
    }

    private static List<Objective.Wanted> wanted(JsonPart part, String name, int most) {
        Map<ConceptUri, Objective.Wanted> wanted = new LinkedHashMap<>();
        for (JsonPart each : part.list(name, most)) {
            String weight = each.has("weight") && !each.has("importance") ? "weight" : "importance";
            double importance = each.number(weight, FINEST, Objective.Wanted.HIGHEST, 1);
            OfferingJson.skill(each).ifPresent(skill -> {
                if (wanted.put(skill.uri(), new Objective.Wanted(skill, importance)) != null) {
                    each.fault("This skill is in the list twice: keep one.");
                }
            });
        }
        return List.copyOf(wanted.values());
    }

    private static Learner learner(JsonPart root) {
        return root.at("learner")
                .filter(part -> part.isObject("a learner"))
                .map(part -> new Learner(held(part), past(part)))
                .orElse(new Learner(List.of(), List.of()));
    }

    private static List<Learner.Held> held(JsonPart learner) {
        List<Learner.Held> held = new ArrayList<>();
        for (JsonPart part : learner.list("skills", Instance.MOST_OFFERINGS)) {
            double strength = part.number("strength", 0, 1, 1);
            if (part.number("level", 0, SkillLevel.HIGHEST, 1) > 0) {
                OfferingJson.skill(part).ifPresent(skill -> held.add(new Learner.Held(skill, strength)));
            }
        }
        return held;
    }

    private enum State {
        FINISHED,
        RUNNING,
        FAILED,
        DROPPED
    }

    private static List<Learner.Past> past(JsonPart learner) {
        List<Learner.Past> past = new ArrayList<>();
        for (JsonPart part : learner.list("past", Instance.MOST_OFFERINGS)) {
            Optional<OfferingId> id = part.at("offering").flatMap(OfferingJson::id);
            Optional<State> state = part.word("state", State.values());
            if (id.isEmpty() || state.isEmpty()) {
                part.fault("Both \"offering\" and \"state\" are expected here.");
                continue;
            }
            past.add(
                    switch (state.get()) {
                        case FINISHED -> new Learner.Past.Finished(id.get());
                        case RUNNING ->
                            new Learner.Past.Running(id.get(), part.whole("until", 1, Offering.Workload.LONGEST, 1));
                        case FAILED -> new Learner.Past.Failed(id.get());
                        case DROPPED -> new Learner.Past.Dropped(id.get());
                    });
        }
        return past;
    }

    private static final Set<String> LIMITS = Set.of(
            "budget",
            "hoursPerWeek",
            "weeks",
            "steps",
            "languages",
            "modes",
            "accessibility",
            "places",
            "waivers",
            "pins",
            "exclusions",
            "strength");

    private static Limits limits(JsonPart root, Collection<OfferingId> known) {
        Optional<JsonPart> found = root.at("limits").filter(part -> part.isObject("limits"));
        if (found.isEmpty()) {
            return Limits.NONE;
        }
        JsonPart part = found.get();
        part.only(LIMITS);
        Set<OfferingId> pins = part.set("pins", OfferingJson::id);
        pins.stream()
                .filter(pin -> !known.contains(pin))
                .forEach(pin -> part.fault("\"pins\" names \"" + pin + "\", which is not among the offerings."));
        Set<OfferingId> exclusions = part.set("exclusions", OfferingJson::id);
        return new Limits(
                part.has("budget") ? OptionalLong.of(OfferingJson.cents(part, "budget")) : OptionalLong.empty(),
                part.has("hoursPerWeek")
                        ? OptionalInt.of((int) Math.floor(part.number("hoursPerWeek", 0, 168, 0) * 60 + 1e-6))
                        : OptionalInt.empty(),
                whole(part, "weeks", Offering.Workload.LONGEST),
                whole(part, "steps", 1_000),
                new Limits.Filters(
                        part.texts("languages"),
                        part.set("modes", each -> each.word(Offering.Mode.values())),
                        part.texts("accessibility"),
                        part.texts("places")),
                part.texts("waivers"),
                pins,
                exclusions,
                part.number("strength", 0, 1, 0));
    }

    private static OptionalInt whole(JsonPart part, String name, int most) {
        return part.has(name) ? OptionalInt.of(part.whole(name, 0, most, 0)) : OptionalInt.empty();
    }

    private static Wishes wishes(JsonPart root) {
        Optional<JsonPart> found = root.at("wishes").filter(part -> part.isObject("wishes"));
        if (found.isEmpty()) {
            return Wishes.NONE;
        }
        JsonPart part = found.get();
        part.only(Set.of("modes", "places", "languages", "recognised", "quality"));
        return new Wishes(
                part.set("modes", each -> each.word(Offering.Mode.values())),
                part.texts("places"),
                part.texts("languages"),
                part.flag("recognised"),
                part.whole("quality", 0, 100, 0));
    }
}
