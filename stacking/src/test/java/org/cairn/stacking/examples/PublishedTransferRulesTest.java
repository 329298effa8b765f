package org.cairn.stacking.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.stacking.examples.Learners.anItem;
import static org.cairn.stacking.examples.Learners.several;
import static org.cairn.stacking.examples.Learners.whoHolds;

import java.util.List;
import java.util.stream.Stream;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// As [PublishedRulesTest], of the rules about credit that is brought in.
class PublishedTransferRulesTest {

    @Nested
    class Aberystwyth {
        private static List<Holding> own(int many) {
            return several(many, "OWN", item -> item.worth("CATS", 20));
        }

        private static List<Holding> brought(int many) {
            return several(
                    many,
                    "IN",
                    item -> item.worth("CATS", 20).graded("result", "pass").from(Source.EXTERNAL));
        }

        @Test
        void masters_with_little_brought_in() {
            Decided.by("aberystwyth-masters", whoHolds(own(7), brought(2)))
                    .isMetSubjectToReview()
                    .counts(9);
        }

        @Test
        void masters_with_120_of_180_brought_in_is_only_just_met() {
            Decided.by("aberystwyth-masters", whoHolds(own(3), brought(6))).isMetSubjectToReview();
        }

        @Test
        void masters_with_140_of_180_brought_in_lacks_what_is_beyond_the_limit() {
            Decided.by("aberystwyth-masters", whoHolds(own(2), brought(7)))
                    .isNotMet()
                    .lacks("modules", 180, 160)
                    .leavesOut(
                            "in-07",
                            Reason.Limited.class,
                            why -> assertThat(why.rule()).isInstanceOf(Constraint.CreditLimit.class));
        }

        @Test
        void masters_does_not_count_a_failed_module_nor_one_of_an_initial_degree() {
            var failed =
                    anItem("FAILED").worth("CATS", 20).graded("result", "fail").from(Source.EXTERNAL);
            var used = anItem("USED")
                    .worth("ECTS", 10)
                    .graded("result", "pass")
                    .from(Source.EXTERNAL)
                    .usedFor("my-bachelor", "ba", "honours");

            Decided.by("aberystwyth-masters", whoHolds(own(8), List.of(failed.held(), used.held())))
                    .isNotMet()
                    .lacks("modules", 180, 160)
                    .leavesOut("failed", Reason.NotAccepted.class)
                    .leavesOut("used", Reason.UsedElsewhere.class);
        }

        @Test
        void diploma_with_60_of_120_brought_in_is_only_just_met() {
            Decided.by("aberystwyth-pgdip", whoHolds(own(3), brought(3))).isMetSubjectToReview();
        }

        @Test
        void diploma_of_its_own_modules_and_diploma_with_too_much_brought_in() {
            Decided.by("aberystwyth-pgdip", whoHolds(own(6))).isMetSubjectToReview();
            Decided.by("aberystwyth-pgdip", whoHolds(own(2), brought(4)))
                    .isNotMet()
                    .lacks("modules", 120, 100)
                    .leavesOut("in-04", Reason.Limited.class);
        }

        @Test
        void honours_with_240_of_360_brought_in_is_only_just_met() {
            Decided.by("aberystwyth-honours", whoHolds(own(6), brought(12))).isMetSubjectToReview();
        }

        @Test
        void honours_of_its_own_modules_and_honours_with_too_much_brought_in() {
            Decided.by("aberystwyth-honours", whoHolds(own(18))).isMetSubjectToReview();
            Decided.by("aberystwyth-honours", whoHolds(own(5), brought(13)))
                    .isNotMet()
                    .lacks("modules", 360, 340)
                    .leavesOut("in-13", Reason.Limited.class);
        }
    }

    @Nested
    class Monash {
        private static Facts student(int own, int brought, String grade) {
            return whoHolds(
                    several(own, "OWN", item -> item.worth("points", 4)),
                    several(
                            brought,
                            "IN",
                            item -> item.worth("points", 4)
                                    .graded("result", grade)
                                    .from(Source.EXTERNAL)));
        }

        @Test
        void a_third_is_brought_in() {
            Decided.by("monash-masters", student(8, 4, "distinction")).isMetSubjectToReview();
        }

        @Test
        void half_brought_in_with_credit_is_only_just_met() {
            Decided.by("monash-masters", student(6, 6, "credit")).isMetSubjectToReview();
        }

        @Test
        void more_than_half_is_not_met() {
            Decided.by("monash-masters", student(5, 7, "high distinction"))
                    .isNotMet()
                    .lacks("subjects", 48, 44)
                    .leavesOut("in-07", Reason.Limited.class);
        }

        @Test
        void a_mere_pass_is_not_transferred() {
            Decided.by("monash-masters", student(11, 1, "pass"))
                    .isNotMet()
                    .lacks("subjects", 48, 44)
                    .leavesOut("in-01", Reason.NotAccepted.class);
        }
    }

    @Nested
    class Alphacrucis {
        private static Facts student(int own, int brought) {
            return whoHolds(
                    several(own, "OWN", item -> item.worth("points", 10)),
                    several(brought, "IN", item -> item.worth("points", 10).from(Source.EXTERNAL)));
        }

        @Test
        void half_brought_in() {
            Decided.by("alphacrucis-bachelor", student(12, 12)).isMet();
        }

        @Test
        void two_thirds_brought_in_are_only_just_met() {
            Decided.by("alphacrucis-bachelor", student(8, 16)).isMet();
        }

        @Test
        void more_than_two_thirds_are_not_met() {
            Decided.by("alphacrucis-bachelor", student(7, 17))
                    .isNotMet()
                    .lacks("subjects", 240, 230)
                    .leavesOut("in-17", Reason.Limited.class);
        }
    }

    @Nested
    class Mqa {
        private static Facts student(int own, int open, boolean qualified) {
            var entry = Stream.of(anItem("ENTRY").in("entry-qualification").held())
                    .filter(_ -> qualified)
                    .toList();
            return whoHolds(
                    several(own, "OWN", item -> item.worth("MQF", 4)),
                    several(open, "OPEN", item -> item.worth("MQF", 4).from(Source.MOOC)),
                    entry);
        }

        @Test
        void a_fifth_from_open_courses() {
            Decided.by("mqa-bachelor", student(24, 6, true)).isMet().counts(30);
        }

        @Test
        void thirty_percent_from_open_courses_are_only_just_met() {
            Decided.by("mqa-bachelor", student(21, 9, true)).isMet();
        }

        @Test
        void more_than_thirty_percent_are_not_met() {
            Decided.by("mqa-bachelor", student(20, 10, true))
                    .isNotMet()
                    .lacks("courses", 120, 116)
                    .leavesOut("open-10", Reason.Limited.class);
        }

        @Test
        void without_the_entry_qualification_it_is_not_met() {
            Decided.by("mqa-bachelor", student(30, 0, false)).isNotMet().lacksCondition(Constraint.Entry.class);
        }
    }
}
