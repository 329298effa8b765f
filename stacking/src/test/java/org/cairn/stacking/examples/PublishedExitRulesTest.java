package org.cairn.stacking.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.stacking.examples.Learners.anItem;
import static org.cairn.stacking.examples.Learners.leaving;
import static org.cairn.stacking.examples.Learners.registered;
import static org.cairn.stacking.examples.Learners.several;
import static org.cairn.stacking.examples.Learners.whoHolds;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// As [PublishedRulesTest], of the rules about leaving with a lower award or giving it up.
class PublishedExitRulesTest {

    @Nested
    class HeriotWatt {
        private static List<Holding> stage(int stage, int many) {
            return courses("stage-" + stage, many);
        }

        private static List<Holding> courses(String category, int many) {
            return several(many, category, item -> item.worth("SCQF", 15).in(category));
        }

        private static List<Holding> stages(int last) {
            return IntStream.rangeClosed(1, last)
                    .mapToObj(each -> stage(each, 8))
                    .flatMap(List::stream)
                    .toList();
        }

        @Test
        void certificate_for_who_leaves_after_the_first_stage() {
            Decided.by("heriot-watt-certhe", leaving(whoHolds(stages(1))))
                    .isMet()
                    .counts(8);
        }

        @Test
        void no_certificate_for_who_stays() {
            Decided.by("heriot-watt-certhe", whoHolds(stages(1))).isNotMet().lacksCondition(Constraint.ExitOnly.class);
        }

        @Test
        void no_certificate_with_seven_of_eight() {
            Decided.by("heriot-watt-certhe", leaving(whoHolds(stage(1, 7))))
                    .isNotMet()
                    .lacks("stage-1", 8, 7);
        }

        @Test
        void diploma_for_who_leaves_after_two_stages() {
            Decided.by("heriot-watt-diphe", leaving(whoHolds(stages(2), stage(3, 5))))
                    .isMet()
                    .counts(16)
                    .leavesOut("stage-3-01", Reason.NotAccepted.class);
        }

        @Test
        void no_diploma_with_one_course_short_or_without_leaving() {
            Decided.by("heriot-watt-diphe", leaving(whoHolds(stages(1), stage(2, 7))))
                    .isNotMet()
                    .lacks("stage-2", 8, 7);
            Decided.by("heriot-watt-diphe", whoHolds(stages(2))).isNotMet().lacksCondition(Constraint.ExitOnly.class);
        }

        @Test
        void ordinary_degree_for_who_leaves_after_three_stages() {
            Decided.by("heriot-watt-ordinary", leaving(whoHolds(stages(3))))
                    .isMet()
                    .counts(24);
        }

        @Test
        void no_ordinary_degree_with_one_course_short_or_without_leaving() {
            Decided.by("heriot-watt-ordinary", leaving(whoHolds(stages(2), stage(3, 7))))
                    .isNotMet()
                    .lacks("stage-3", 8, 7);
            Decided.by("heriot-watt-ordinary", whoHolds(stages(3)))
                    .isNotMet()
                    .lacksCondition(Constraint.ExitOnly.class);
        }

        private static Facts finalist(int firstChoice, int secondCore, int secondChoice) {
            return whoHolds(
                    stages(3),
                    courses("stage-4-first-core", 2),
                    courses("stage-4-first-choice", firstChoice),
                    courses("stage-4-second-core", secondCore),
                    courses("stage-4-second-choice", secondChoice));
        }

        @Test
        void honours_with_exactly_what_is_asked_is_only_just_met() {
            Decided.by("heriot-watt-honours", finalist(2, 1, 3)).isMet().counts(32);
        }

        @Test
        void honours_with_more_choices_than_asked_uses_no_more() {
            Decided.by("heriot-watt-honours", finalist(4, 1, 5))
                    .isMet()
                    .counts(32)
                    .leavesOut("stage-4-first-choice-04", Reason.NotNeeded.class);
        }

        @Test
        void no_honours_when_choices_stand_in_for_the_required_course() {
            Decided.by("heriot-watt-honours", finalist(2, 0, 4))
                    .isNotMet()
                    .lacks("second-semester-core", 1, 0)
                    .leavesOut("stage-4-second-choice-04", Reason.NotNeeded.class);
        }
    }

    @Nested
    class SriJayewardenepura {
        private static final String STACK = "sri-jayewardenepura-masters";

        private static List<Holding> diploma() {
            return several(
                    6,
                    "PGD",
                    item -> item.worth("SLQF", 5)
                            .in("course")
                            .on(LocalDate.of(2024, 6, 1))
                            .usedFor("my-diploma", "https://example.org/sri-jayewardenepura/pgdip", "SLQF8"));
        }

        private static List<Holding> thesis(LocalDate on) {
            return List.of(
                    anItem("THESIS").worth("SLQF", 15).in("thesis").on(on).held());
        }

        private static List<Holding> more(int many) {
            return several(many, "MORE", item -> item.worth("SLQF", 5).in("course"));
        }

        @Test
        void the_diploma_is_absorbed() {
            var learner = registered(whoHolds(diploma(), more(3), thesis(LocalDate.of(2026, 9, 1))), STACK);

            var decided = Decided.by(STACK, learner);

            decided.isMet().counts(10);
            assertThat(decided.decision().givesUp()).containsExactly("my-diploma");
        }

        @Test
        void a_thesis_of_the_same_day_as_the_last_course_is_only_just_last() {
            Decided.by(STACK, registered(whoHolds(more(9), thesis(LocalDate.of(2026, 5, 1))), STACK))
                    .isMet();
            Decided.by(STACK, registered(whoHolds(more(9), thesis(LocalDate.of(2026, 4, 30))), STACK))
                    .isNotMet();
        }

        @Test
        void who_accepted_the_diploma_is_no_longer_registered() {
            Decided.by(STACK, whoHolds(diploma(), more(3), thesis(LocalDate.of(2026, 9, 1))))
                    .isNotMet()
                    .lacksCondition(Constraint.Registration.class);
        }

        @Test
        void who_lacks_a_course_keeps_the_diploma() {
            Decided.by(STACK, registered(whoHolds(diploma(), more(2), thesis(LocalDate.of(2026, 9, 1))), STACK))
                    .isNotMet()
                    .lacks("courses", 45, 40);
        }
    }
}
