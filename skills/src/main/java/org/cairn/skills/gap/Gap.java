package org.cairn.skills.gap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.Taxonomy;

/// A profile held against a goal, need by need.
///
/// @param lines in the order of the goal: what matters most first
public record Gap(List<Line> lines) {
    public Gap {
        lines = List.copyOf(lines);
    }

    /// @param held the highest level that counts; empty when nothing does
    /// @param support what speaks for it, the best first: evidence of the skill itself or of one that is near it
    public record Line(Goal.Need need, Optional<Level> held, List<Support> support) {
        public Line {
            support = List.copyOf(support);
        }

        public State state() {
            return held.map(level -> level.compareTo(need.level()) >= 0 ? State.MET : State.PARTLY)
                    .orElse(State.OPEN);
        }

        /// From 0 to 1: which part of the level needed is there.
        public double share() {
            int have = held.map(Level::steps).orElse(0);
            return Math.min(1.0, (double) have / need.level().steps());
        }
    }

    public enum State {
        MET,
        PARTLY,
        OPEN
    }

    /// How a piece of evidence bears on a need.
    ///
    /// @param counts the level it counts as for the need
    public record Support(Evidence evidence, Nearness nearness, Level counts) {}

    /// In which way evidence speaks for a skill.
    public enum Nearness {
        /// It is this skill.
        SAME,
        /// It is a special case of it (narrower in the taxonomy): counts one level lower, at least as the basics.
        NARROWER
    }

    /// Holds a profile against a goal.
    public static Gap between(SkillProfile profile, Goal goal, Taxonomy taxonomy) {
        return new Gap(
                goal.needs().stream().map(need -> line(profile, need, taxonomy)).toList());
    }

    private static Line line(SkillProfile profile, Goal.Need need, Taxonomy taxonomy) {
        Stream<Support> same = profile.evidence(need.skill()).stream()
                .map(evidence -> new Support(evidence, Nearness.SAME, evidence.level()));
        Stream<Support> near = taxonomy.narrower(need.skill()).stream()
                .flatMap(narrower -> profile.evidence(narrower).stream())
                .map(evidence -> new Support(evidence, Nearness.NARROWER, below(evidence.level())));
        List<Support> support = Stream.concat(same, near)
                .sorted(Comparator.comparing(Support::counts)
                        .reversed()
                        .thenComparing(Support::nearness)
                        .thenComparing(one -> one.evidence().strength()))
                .toList();
        return new Line(need, support.stream().findFirst().map(Support::counts), support);
    }

    private static Level below(Level level) {
        return Level.ofSteps(level.steps() - 1);
    }

    /// From 0 to 1: how much of the goal is there, by importance.
    public double covered() {
        double all =
                lines.stream().mapToDouble(line -> line.need().importance()).sum();
        return all == 0
                ? 1
                : lines.stream()
                                .mapToDouble(line -> line.need().importance() * line.share())
                                .sum()
                        / all;
    }

    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /// What is not there yet, as far as it is not.
    public List<Line> open() {
        return lines.stream().filter(line -> line.state() != State.MET).toList();
    }
}
