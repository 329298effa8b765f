package org.cairn.server.navigate;

import java.util.List;
import org.cairn.skills.gap.Goal;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;

/// One skill of a goal as it is kept.
///
/// @param skill its identifier
/// @param level from 1 to 4
/// @param dropped whether she took it out; it stays so that she can take it back
record Wanted(String skill, double importance, int level, List<Why> because, boolean dropped) {
    Wanted {
        because = List.copyOf(because);
    }

    /// @param of the occupation's identifier or the words of the text
    record Why(Kind kind, String of) {}

    enum Kind {
        ESSENTIAL,
        OPTIONAL,
        FOUND,
        CHOSEN
    }

    static Wanted of(Goal.Need need) {
        return new Wanted(
                need.skill().value(),
                need.importance(),
                need.level().steps(),
                need.because().stream().map(Wanted::why).toList(),
                false);
    }

    private static Why why(Goal.Because because) {
        return switch (because) {
            case Goal.Because.Essential(var occupation) -> new Why(Kind.ESSENTIAL, occupation.value());
            case Goal.Because.Optional(var occupation) -> new Why(Kind.OPTIONAL, occupation.value());
            case Goal.Because.Found(var words) -> new Why(Kind.FOUND, words);
            case Goal.Because.Chosen() -> new Why(Kind.CHOSEN, "");
        };
    }

    Goal.Need need() {
        return new Goal.Need(
                new ConceptUri(skill),
                importance,
                Level.ofSteps(level),
                because.stream().map(Wanted::because).toList());
    }

    private static Goal.Because because(Why why) {
        return switch (why.kind()) {
            case ESSENTIAL -> new Goal.Because.Essential(new ConceptUri(why.of()));
            case OPTIONAL -> new Goal.Because.Optional(new ConceptUri(why.of()));
            case FOUND -> new Goal.Because.Found(why.of());
            case CHOSEN -> new Goal.Because.Chosen();
        };
    }

    Wanted changed(double newImportance, int newLevel, boolean nowDropped) {
        return new Wanted(skill, newImportance, newLevel, because, nowDropped);
    }
}
