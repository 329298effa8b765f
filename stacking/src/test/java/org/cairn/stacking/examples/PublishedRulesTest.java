package org.cairn.stacking.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.stacking.examples.Learners.anItem;
import static org.cairn.stacking.examples.Learners.several;
import static org.cairn.stacking.examples.Learners.whoHolds;

import java.util.List;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Three learners or more for each published rule: one who meets it, one who does not, one who only just does.
class PublishedRulesTest {

    @Nested
    class Hku {
        private static final String CERTIFICATE = "https://example.org/hku/certificate-professional-practice";

        private static List<Holding> practice(int many, int credits) {
            return several(
                    many,
                    "PP",
                    item -> item.worth("HKQF", credits)
                            .in("professional-practice")
                            .at("HKQF", 3));
        }

        private static List<Holding> general(int many, int credits) {
            return several(
                    many,
                    "GS",
                    item -> item.worth("HKQF", credits).in("general-studies").at("HKQF", 2));
        }

        @Test
        void certificate_with_all_in_the_category() {
            Decided.by("hku-certificate", whoHolds(practice(5, 6))).isMet().counts(5);
        }

        @Test
        void certificate_with_24_of_30_is_only_just_met() {
            Decided.by("hku-certificate", whoHolds(practice(8, 3), general(2, 3)))
                    .isMet()
                    .counts(10);
        }

        @Test
        void certificate_with_21_of_30_lacks_three_in_category_and_level() {
            Decided.by("hku-certificate", whoHolds(practice(7, 3), general(3, 3)))
                    .isNotMet()
                    .lacks(Constraint.Share.class, "24", "21");
        }

        @Test
        void certificate_with_23_of_30_is_not_met_because_the_threshold_is_rounded_up() {
            var odd = List.of(anItem("PP-ODD")
                    .worth("HKQF", 2)
                    .in("professional-practice")
                    .at("HKQF", 3)
                    .held());

            Decided.by("hku-certificate", whoHolds(practice(7, 3), odd, general(3, 3)))
                    .isNotMet()
                    .lacks(Constraint.Share.class, "24", "23");
        }

        @Test
        void a_module_that_the_other_pathway_has_used_does_not_count() {
            var used = List.of(anItem("PP-USED")
                    .worth("HKQF", 6)
                    .in("professional-practice")
                    .at("HKQF", 3)
                    .usedFor("gs-certificate", "https://example.org/hku/certificate-general-studies", "QF3-certificate")
                    .held());

            Decided.by("hku-certificate", whoHolds(practice(4, 6), used))
                    .isNotMet()
                    .lacks("modules", 30, 24)
                    .leavesOut(
                            "pp-used",
                            Reason.UsedElsewhere.class,
                            why -> assertThat(why.award()).isEqualTo("gs-certificate"));
        }

        @Test
        void diploma_with_45_of_60_is_only_just_met() {
            Decided.by("hku-diploma", whoHolds(practice(15, 3), general(5, 3))).isMet();
        }

        @Test
        void diploma_with_42_of_60_lacks_three() {
            Decided.by("hku-diploma", whoHolds(practice(14, 3), general(6, 3)))
                    .isNotMet()
                    .lacks(Constraint.Share.class, "45", "42");
        }

        @Test
        void diploma_takes_over_the_modules_of_its_own_certificate() {
            var used = several(
                    5,
                    "PC",
                    item -> item.worth("HKQF", 6)
                            .in("professional-practice")
                            .at("HKQF", 3)
                            .usedFor("pp-certificate", CERTIFICATE, "QF3-certificate"));

            var decided = Decided.by("hku-diploma", whoHolds(used, practice(5, 6)));

            decided.isMet().counts(10);
            assertThat(decided.decision().givesUp()).containsExactly("pp-certificate");
        }
    }

    @Nested
    class CuBoulder {
        private static List<Holding> courses(int many, String spec, String grade, String... categories) {
            return several(
                    many,
                    spec,
                    item -> item.worth("SH", 3).graded("letter", grade).in(categories));
        }

        private static Facts degree(String pathwayGrade, String courseGrade) {
            return whoHolds(
                    courses(3, "PATH", pathwayGrade, "pathway", "graduate"),
                    courses(7, "MORE", courseGrade, "graduate"));
        }

        @Test
        void certificate_of_three_courses() {
            Decided.by("cu-boulder-certificate", whoHolds(courses(3, "C", "A", "graduate")))
                    .isMet();
        }

        @Test
        void certificate_with_an_average_of_exactly_3_is_only_just_met() {
            Decided.by(
                            "cu-boulder-certificate",
                            whoHolds(
                                    courses(1, "C", "C", "graduate"),
                                    courses(1, "B", "B", "graduate"),
                                    courses(1, "A", "A", "graduate")))
                    .isMet();
        }

        @Test
        void certificate_below_the_average_is_not_met() {
            Decided.by(
                            "cu-boulder-certificate",
                            whoHolds(courses(1, "C", "C", "graduate"), courses(2, "B", "B", "graduate")))
                    .isNotMet();
        }

        @Test
        void certificate_does_not_count_work_without_credit_for_it() {
            var open = several(
                    1,
                    "OPEN",
                    item -> item.worth("SH", 3)
                            .graded("letter", "A")
                            .in("graduate")
                            .from(Source.MOOC));

            Decided.by("cu-boulder-certificate", whoHolds(courses(2, "C", "A", "graduate"), open))
                    .isNotMet()
                    .lacks("courses", 9, 6)
                    .leavesOut("open-01", Reason.NotAccepted.class);
        }

        @Test
        void masters_with_good_grades() {
            Decided.by("cu-boulder-masters", degree("A", "A")).isMet().counts(10);
        }

        @Test
        void masters_with_exactly_B_throughout_is_only_just_met() {
            Decided.by("cu-boulder-masters", degree("B", "B")).isMet();
        }

        @Test
        void masters_with_B_minus_in_the_pathway_is_not_met() {
            Decided.by("cu-boulder-masters", degree("B-", "A")).isNotMet().lacks("pathway", 3, 0);
        }

        @Test
        void one_certificate_and_one_masters_share_courses() {
            var shared = several(
                    3,
                    "SHARED",
                    item -> item.worth("SH", 3)
                            .graded("letter", "A")
                            .in("graduate")
                            .usedFor("my-certificate", "cert", "graduate-certificate"));

            Decided.by(
                            "cu-boulder-masters",
                            whoHolds(
                                    courses(3, "PATH", "A", "pathway", "graduate"),
                                    courses(4, "MORE", "A", "graduate"),
                                    shared))
                    .isMet()
                    .counts(10);
        }

        @Test
        void courses_of_a_second_certificate_are_beyond_what_may_be_shared() {
            var shared = several(
                    4,
                    "SHARED",
                    item -> item.worth("SH", 3)
                            .graded("letter", "A")
                            .in("graduate")
                            .usedFor("my-certificates", "cert", "graduate-certificate"));

            Decided.by(
                            "cu-boulder-masters",
                            whoHolds(
                                    courses(3, "PATH", "A", "pathway", "graduate"),
                                    courses(3, "MORE", "A", "graduate"),
                                    shared))
                    .isNotMet()
                    .lacks("courses", 21, 18)
                    .leavesOut(
                            "shared-04",
                            Reason.Limited.class,
                            why -> assertThat(why.rule()).isInstanceOf(Constraint.SharedCredits.class));
        }

        @Test
        void a_course_of_another_masters_does_not_count() {
            var used = several(
                    1,
                    "USED",
                    item -> item.worth("SH", 3)
                            .graded("letter", "A")
                            .in("graduate")
                            .usedFor("my-other-masters", "ms-cs", "masters"));

            Decided.by(
                            "cu-boulder-masters",
                            whoHolds(
                                    courses(3, "PATH", "A", "pathway", "graduate"),
                                    courses(6, "MORE", "A", "graduate"),
                                    used))
                    .isNotMet()
                    .lacks("courses", 21, 18)
                    .leavesOut("used-01", Reason.UsedElsewhere.class);
        }
    }
}
