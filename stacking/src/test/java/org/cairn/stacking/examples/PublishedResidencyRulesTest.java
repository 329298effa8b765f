package org.cairn.stacking.examples;

import static org.cairn.stacking.examples.Learners.anItem;
import static org.cairn.stacking.examples.Learners.several;
import static org.cairn.stacking.examples.Learners.whoHolds;

import java.util.List;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// As [PublishedRulesTest], of the rules about what has to be earned at the institution itself.
class PublishedResidencyRulesTest {

    @Nested
    class Findlay {
        private static Holding course(String spec, int hours, String grade, Source source) {
            return anItem(spec)
                    .worth("SH", hours)
                    .graded("letter", grade)
                    .from(source)
                    .held();
        }

        @Test
        void three_hours_of_its_own() {
            Decided.by("findlay-credit", whoHolds(List.of(course("A", 3, "A", Source.OWN))))
                    .isMet();
        }

        @Test
        void half_in_residence_is_only_just_met() {
            Decided.by(
                            "findlay-credit",
                            whoHolds(List.of(
                                    course("OWN", 2, "B", Source.OWN), course("OTHER", 2, "B", Source.EXTERNAL))))
                    .isMet()
                    .counts(2);
        }

        @Test
        void less_than_half_in_residence_is_not_met() {
            Decided.by(
                            "findlay-credit",
                            whoHolds(List.of(
                                    course("OWN", 1, "B", Source.OWN), course("OTHER", 2, "B", Source.EXTERNAL))))
                    .isNotMet();
        }

        @Test
        void a_grade_below_B_does_not_count() {
            Decided.by(
                            "findlay-credit",
                            whoHolds(List.of(course("OWN", 2, "B", Source.OWN), course("WEAK", 3, "B-", Source.OWN))))
                    .isNotMet()
                    .lacks("courses", 3, 2)
                    .leavesOut("weak", Reason.NotAccepted.class);
        }

        @Test
        void without_credit_five_hours_are_only_just_enough() {
            Decided.by("findlay-non-credit", whoHolds(several(5, "H", item -> item.worth("hours", 1))))
                    .isMet()
                    .counts(5);
        }

        @Test
        void without_credit_four_hours_are_too_few() {
            Decided.by("findlay-non-credit", whoHolds(several(4, "H", item -> item.worth("hours", 1))))
                    .isNotMet()
                    .lacks("learning", 5, 4);
        }

        @Test
        void without_credit_something_longer_than_fifty_hours_is_not_taken() {
            var long_ = List.of(anItem("LONG").worth("hours", 51).held());

            Decided.by("findlay-non-credit", whoHolds(several(6, "H", item -> item.worth("hours", 8)), long_))
                    .isMet()
                    .counts(1);
            Decided.by("findlay-non-credit", whoHolds(long_)).isNotMet().lacks("learning", 5, 0);
        }
    }

    @Nested
    class Arizona {
        private static List<Holding> courses(int many, Source source, String grade) {
            return several(
                    many,
                    "C-" + source,
                    item -> item.worth("units", 6).graded("letter", grade).from(source));
        }

        private static List<Holding> prior(int many, int units, String grade) {
            return several(
                    many,
                    "RPL",
                    item -> item.worth("units", units)
                            .graded("assessment", grade)
                            .from(Source.RPL));
        }

        @Test
        void all_of_its_own() {
            Decided.by("arizona-bachelor", whoHolds(courses(20, Source.OWN, "B")))
                    .isMet();
        }

        @Test
        void six_units_of_prior_learning_and_thirty_in_residence_are_only_just_enough() {
            Decided.by(
                            "arizona-bachelor",
                            whoHolds(courses(5, Source.OWN, "C"), courses(14, Source.EXTERNAL, "C"), prior(2, 3, "C")))
                    .isMet()
                    .counts(21);
        }

        @Test
        void nine_units_of_prior_learning_are_too_many() {
            Decided.by("arizona-bachelor", whoHolds(courses(18, Source.OWN, "B"), prior(4, 3, "B")))
                    .isNotMet()
                    .lacks("courses", 120, 114)
                    .leavesOut("rpl-03", Reason.Limited.class);
        }

        @Test
        void prior_learning_does_not_count_for_residency() {
            Decided.by(
                            "arizona-bachelor",
                            whoHolds(courses(4, Source.OWN, "B"), courses(15, Source.EXTERNAL, "B"), prior(1, 6, "A")))
                    .isNotMet()
                    .lacks(Constraint.ResidencyCredits.class, "30", "24");
        }

        @Test
        void prior_learning_below_C_and_what_repeats_a_course_do_not_count() {
            var taught =
                    anItem("TAUGHT").worth("units", 6).graded("letter", "B").teaching("statistics");
            var repeated = anItem("REPEATED")
                    .worth("units", 6)
                    .graded("assessment", "A")
                    .from(Source.RPL)
                    .teaching("statistics");

            Decided.by(
                            "arizona-bachelor",
                            whoHolds(
                                    courses(18, Source.OWN, "B"),
                                    prior(1, 6, "D"),
                                    List.of(taught.held(), repeated.held())))
                    .isNotMet()
                    .lacks("courses", 120, 114)
                    .leavesOut("rpl-01", Reason.NotAccepted.class);
        }
    }
}
