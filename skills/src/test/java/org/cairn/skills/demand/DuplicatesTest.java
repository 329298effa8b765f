package org.cairn.skills.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.skills.demand.Duplicates.Verdict;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final String TEXT = words(1, 120);

    @Test
    void knows_a_reference_again() {
        Duplicates seen = new Duplicates();
        seen.add(posting("1", TEXT, "Pan", "2026-01-01"));

        assertThat(seen.add(posting("1", "Something else", "Sol", "2026-01-01")))
                .isEqualTo(Verdict.SAME_REFERENCE);
    }

    @Test
    void knows_the_same_words_again_whatever_case_and_marks() {
        Duplicates seen = new Duplicates();
        seen.add(posting("1", TEXT, "Pan", "2026-01-01"));

        assertThat(seen.add(posting("2", TEXT.toUpperCase(java.util.Locale.ROOT) + "!!", "PAN", "2026-01-20")))
                .isEqualTo(Verdict.SAME_CONTENT);
    }

    @Test
    void knows_nearly_the_same_words_again() {
        Duplicates seen = new Duplicates();
        seen.add(posting("1", TEXT, "Pan", "2026-01-01"));

        assertThat(seen.add(posting("2", TEXT + " Apply soon please", "Pan", "2026-01-20")))
                .isEqualTo(Verdict.NEARLY_THE_SAME);
    }

    @Test
    void tells_employers_regions_and_later_adverts_apart() {
        Duplicates seen = new Duplicates();
        seen.add(posting("1", TEXT, "Pan", "2026-01-01"));

        assertThat(seen.add(posting("2", TEXT, "Sol", "2026-01-01"))).isEqualTo(Verdict.FRESH);
        assertThat(seen.add(posting("3", TEXT, "Pan", "2026-03-03"))).isEqualTo(Verdict.FRESH);
        assertThat(seen.add(posting("4", words(2, 120), "Pan", "2026-01-01"))).isEqualTo(Verdict.FRESH);
    }

    @Test
    void without_an_employer_only_the_very_same_words_count() {
        Duplicates seen = new Duplicates();
        seen.add(posting("1", TEXT, "", "2026-01-01"));

        assertThat(seen.add(posting("2", TEXT + " more", "", "2026-01-01"))).isEqualTo(Verdict.FRESH);
        assertThat(seen.add(posting("3", TEXT, "", "2026-01-01"))).isEqualTo(Verdict.SAME_CONTENT);
    }

    /// The likeness is what counting gives.
    @Test
    void likeness_is_the_part_of_shared_shingles() {
        Fingerprint one = Fingerprint.of(posting("1", "a b c d e f", "Pan", "2026-01-01"));
        Fingerprint other = Fingerprint.of(posting("2", "a b c d e x", "Pan", "2026-01-01"));

        // Title "T" and six words give five shingles each, four of them shared: 4 of 6.
        assertThat(one.likeness(other)).isEqualTo(4.0 / 6);
        assertThat(one.likeness(one)).isEqualTo(1);
    }

    @Test
    void near_copies_meet_in_a_band_nearly_always_and_strangers_hardly_ever() {
        int met = 0;
        int strangers = 0;
        for (int seed = 0; seed < 200; seed++) {
            String text = words(100 + seed, 200);
            Fingerprint one = Fingerprint.of(posting("1", text, "Pan", "2026-01-01"));
            Fingerprint near = Fingerprint.of(posting("2", text + " " + words(seed, 20), "Pan", "2026-01-01"));
            Fingerprint far = Fingerprint.of(posting("3", words(1_000 + seed, 200), "Pan", "2026-01-01"));
            assertThat(one.likeness(near)).isGreaterThan(0.8);
            met += meets(one, near) ? 1 : 0;
            strangers += meets(one, far) ? 1 : 0;
        }

        assertThat(met).isGreaterThanOrEqualTo(199);
        assertThat(strangers).isZero();
    }

    @Test
    void sorted_first_it_keeps_the_same_ones_in_whatever_order_they_came() {
        List<Posting> postings = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(n -> posting(
                        "r" + n % 250,
                        words(n % 40, 60) + (n % 3 == 0 ? " now" : ""),
                        "E" + n % 2,
                        "2026-01-0" + (1 + n % 9)))
                .toList());
        List<Posting> first = kept(postings);
        Collections.shuffle(postings, new Random(7));

        assertThat(kept(postings)).isEqualTo(first).hasSizeBetween(40, 120);
    }

    private static List<Posting> kept(List<Posting> postings) {
        Duplicates seen = new Duplicates();
        return postings.stream()
                .sorted(Posting.ORDER)
                .filter(posting -> seen.add(posting) == Verdict.FRESH)
                .toList();
    }

    private static boolean meets(Fingerprint one, Fingerprint other) {
        return java.util.Arrays.stream(one.bands())
                .anyMatch(band -> java.util.Arrays.stream(other.bands()).anyMatch(each -> each == band));
    }

    private static Posting posting(String reference, String text, String employer, String day) {
        return new Posting(
                "portal",
                reference,
                "T",
                text,
                employer,
                Region.of("ES"),
                "en",
                LocalDate.parse(day),
                Optional.empty(),
                "");
    }

    private static String words(int seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(n -> "w" + random.nextInt(5_000))
                .collect(Collectors.joining(" "));
    }
}
