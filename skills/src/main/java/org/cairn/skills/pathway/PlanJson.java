package org.cairn.skills.pathway;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what planning came to as the JSON that `docs/pathway-instance.md` describes.
public final class PlanJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlanJson() {}

    /// @param took how long it took; the only thing that is not the same each time
    public static byte[] write(Objective objective, Outcome outcome, Duration took) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put(
                "objective",
                switch (objective) {
                    case Objective.CloseGap _ -> "close-gap";
                    case Objective.MostJobs _ -> "most-jobs";
                });
        switch (outcome) {
            case Outcome.Proven(Plan plan) -> put(root, "proven", plan, plan.value());
            case Outcome.Bounded(Plan plan, double bound) -> put(root, "bounded", plan, bound);
            case Outcome.Impossible(List<Outcome.Obstacle> obstacles) -> {
                root.put("outcome", "impossible").put("proven", true);
                ArrayNode list = root.putArray("obstacles");
                obstacles.forEach(obstacle -> list.addObject()
                        .put("offering", obstacle.offering().value())
                        .put("reason", JsonPart.spelt(obstacle.reason())));
            }
        }
        root.put("milliseconds", took.toMillis());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void put(ObjectNode root, String outcome, Plan plan, double bound) {
        root.put("outcome", outcome).put("proven", outcome.equals("proven"));
        number(root, "value", plan.value());
        number(root, "before", plan.before());
        number(root, "bound", bound);
        ArrayNode steps = root.putArray("steps");
        plan.steps().forEach(step -> put(steps.addObject(), step));
        number(root, "cost", plan.totals().cents() / 100.0);
        number(root, "hours", plan.totals().hours());
        root.put("weeks", plan.totals().weeks());
        root.put("counts", plan.totals().counts());
        root.put("wishesOpen", plan.totals().wishes());
        ArrayNode open = root.putArray("open");
        plan.open().forEach(left -> put(open.addObject(), left));
        texts(root, "jobs", plan.jobs());
    }

    private static void put(ObjectNode to, Plan.Step step) {
        to.put("offering", step.offering().value()).put("from", step.from()).put("to", step.to());
        number(to, "cost", step.cents() / 100.0);
        number(to, "hours", step.hours());
        ArrayNode closes = to.putArray("closes");
        for (Plan.Closing closing : step.closes()) {
            ObjectNode each = closes.addObject().put("uri", closing.skill().value());
            number(each, "from", closing.from());
            number(each, "to", closing.to());
            number(each, "share", closing.share());
        }
        texts(
                to,
                "unlocks",
                step.unlocks().stream().sorted().map(OfferingId::value).toList());
        texts(to, "jobs", step.jobs());
    }

    private static void put(ObjectNode to, Plan.Open open) {
        to.put("uri", open.skill().value());
        number(to, "reached", open.reached());
        number(to, "wanted", open.wanted());
        number(to, "share", open.share());
        texts(to, "reasons", open.reasons().stream().map(JsonPart::spelt).toList());
    }

    private static void texts(ObjectNode to, String name, List<String> texts) {
        ArrayNode list = to.putArray(name);
        texts.forEach(list::add);
    }

    private static void number(ObjectNode to, String name, double value) {
        if (value == Math.rint(value)) {
            to.put(name, (long) value);
        } else {
            to.put(name, value);
        }
    }
}
