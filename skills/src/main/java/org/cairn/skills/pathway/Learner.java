package org.cairn.skills.pathway;

import java.util.List;

/// Who plans: what she can do, and what she has begun.
public record Learner(List<Held> skills, List<Past> past) {
    public Learner {
        skills = List.copyOf(skills);
        past = List.copyOf(past);
    }

    public static Learner with(List<SkillLevel> skills) {
        return new Learner(skills.stream().map(skill -> new Held(skill, 1)).toList(), List.of());
    }

    /// @param strength of the evidence, from 0 (only said) to 1 (verified)
    public record Held(SkillLevel skill, double strength) {
        public Held {
            if (!(strength >= 0 && strength <= 1)) {
                throw new IllegalArgumentException("strength is from 0 to 1: " + strength);
            }
        }
    }

    /// What became of an offering that was planned before. A plan made anew with it is the plan adapted.
    public sealed interface Past {
        OfferingId offering();

        /// What it provides is there, and it is not offered again.
        record Finished(OfferingId offering) implements Past {}

        /// It takes its hours until the end of that week, is paid for, and provides its skills then.
        record Running(OfferingId offering, int until) implements Past {
            public Running {
                if (until < 1 || until > Offering.Workload.LONGEST) {
                    throw new IllegalArgumentException("what runs ends in a week from 1 to 520: " + until);
                }
            }
        }

        /// It provided nothing and may be taken and paid for again.
        record Failed(OfferingId offering) implements Past {}

        /// It is not offered again.
        record Dropped(OfferingId offering) implements Past {}
    }
}
