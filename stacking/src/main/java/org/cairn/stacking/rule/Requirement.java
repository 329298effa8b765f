package org.cairn.stacking.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What has to be brought: slots, joined by "all of" and "so many of".
public sealed interface Requirement {
    /// Every slot below, in the order of the text.
    List<Slot> slots();

    record AllOf(List<Requirement> parts) implements Requirement {
        public AllOf {
            parts = List.copyOf(parts);
            Stack.require(!parts.isEmpty(), "nothing to choose from");
        }

        @Override
        public List<Slot> slots() {
            return below(parts);
        }
    }

    /// At least so many of the parts, each whole. What lies in a part that is not completed does not count.
    record AnyOf(int atLeast, List<Requirement> parts) implements Requirement {
        public AnyOf {
            parts = List.copyOf(parts);
            Stack.require(atLeast >= 1 && atLeast <= parts.size(), "asks for more parts than there are, or for none");
        }

        @Override
        public List<Slot> slots() {
            return below(parts);
        }
    }

    /// A place that held items fill.
    ///
    /// @param id unique in the stack
    /// @param title by language tag
    /// @param accepts what may fill it
    /// @param cost the dearer of two slots is filled later when both would do; 0 for no preference
    record Slot(String id, Map<String, String> title, Need need, Filter accepts, int cost) implements Requirement {
        public Slot {
            title = Map.copyOf(title);
            Stack.require(cost >= 0 && cost <= 1_000, "a cost lies between 0 and 1000");
        }

        @Override
        public List<Slot> slots() {
            return List.of(this);
        }
    }

    private static List<Slot> below(List<Requirement> parts) {
        return parts.stream().map(Requirement::slots).flatMap(List::stream).toList();
    }

    /// The slots and the joints above them, this one first.
    default Stream<Requirement> all() {
        return switch (this) {
            case AllOf(var parts) ->
                Stream.concat(Stream.of(this), parts.stream().flatMap(Requirement::all));
            case AnyOf(int _, var parts) ->
                Stream.concat(Stream.of(this), parts.stream().flatMap(Requirement::all));
            case Slot slot -> Stream.of(slot);
        };
    }
}
