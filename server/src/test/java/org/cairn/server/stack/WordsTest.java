package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.web.Languages;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Decision.Reason;
import org.cairn.stacking.decide.Decision.Shortfall;
import org.cairn.stacking.decide.Decision.Unit;
import org.cairn.stacking.decide.Decision.Verdict;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Whatever a rule or a decision can say is said in each language, without codes.
class WordsTest {
    private static final Pattern CODE = Pattern.compile("stackme\\.|[{}]|[A-Z]{2,}_[A-Z]|[0-9a-f]{8}-[0-9a-f]{4}-");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_filter_is_said_in_words(Locale reader) {
        allSaid(reader, Sayings.filters().stream().map(rule(reader)::filter).toList());

        assertThat(classes(Sayings.filters())).containsExactlyInAnyOrder(Filter.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_need_is_said_in_words(Locale reader) {
        allSaid(reader, Sayings.needs().stream().map(rule(reader)::need).toList());

        assertThat(classes(Sayings.needs())).containsExactlyInAnyOrder(Need.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_constraint_is_said_in_words(Locale reader) {
        allSaid(
                reader,
                Sayings.constraints().stream().map(rule(reader)::constraint).toList());

        assertThat(classes(Sayings.constraints())).containsExactlyInAnyOrder(Constraint.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_option_and_the_whole_rule_are_said_in_words(Locale reader) {
        var rule = rule(reader);
        var sentences = new ArrayList<String>();
        Sayings.options()
                .forEach(options ->
                        sentences.addAll(rule.options(options, Sayings.rule().credit())));
        var text = rule.text();
        sentences.add(text.title());
        sentences.add(text.root().title());
        sentences.add(text.root().parts().getFirst().need());
        sentences.add(text.root().parts().getLast().title());

        allSaid(reader, sentences);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_decision_is_said_in_words(Locale reader) {
        for (var verdict : verdicts()) {
            allSaid(reader, told(view(verdict, reader)));
        }

        assertThat(classes(verdicts())).containsExactlyInAnyOrder(Verdict.class.getPermittedSubclasses());
        assertThat(classes(reasons())).containsExactlyInAnyOrder(Reason.class.getPermittedSubclasses());
        assertThat(classes(shortfalls())).containsExactlyInAnyOrder(Shortfall.class.getPermittedSubclasses());
    }

    @Test
    void a_share_says_what_it_comes_to() {
        var sentence = rule(Locale.ENGLISH).constraint(Sayings.constraints().get(1));

        assertThat(sentence)
                .startsWith("At most 1/3 of the 30 credits that the award asks for")
                .contains("a microcredential that comes from recognised prior learning")
                .contains("That is 12 credits.")
                .contains("rounded up to a multiple of 3 credits");
    }

    @Test
    void a_shortfall_says_what_is_there_and_who_competes() {
        var missing = view(new Verdict.NotMet(), Locale.ENGLISH).missing().getFirst();

        assertThat(missing.what()).isEqualTo("“Project” needs 24 credits and has 18 credits.");
        assertThat(missing.more())
                .containsExactly(
                        "Nothing shows these yet: “read charts”.",
                        "“Project” competes with “Core” for the same microcredentials: what fills the one is missing"
                                + " in the other.");
    }

    @Test
    void a_title_in_another_direction_is_kept_together() {
        var sentence = rule(Locale.of("ar")).filter(new Filter.Grade("Pass scale", "B"));

        assertThat(sentence).contains("\u2068Pass scale\u2069");
    }

    private static List<String> told(DecisionView view) {
        var told = new ArrayList<String>();
        told.add(view.verdict());
        told.addAll(view.conditions());
        told.addAll(view.givesUp());
        view.counted().forEach(each -> told.addAll(List.of(each.title(), each.slot(), each.credits())));
        view.unused().forEach(each -> {
            told.add(each.why());
            told.addAll(each.details());
        });
        view.missing().forEach(each -> {
            told.add(each.what());
            told.addAll(each.more());
        });
        view.ways().forEach(each -> {
            told.addAll(List.of(each.kind(), each.time(), each.price().orElseThrow()));
            told.addAll(each.take());
        });
        view.trace().forEach(each -> told.add(each.what()));
        return told;
    }

    private static DecisionView view(Verdict verdict, Locale reader) {
        var items = Map.of(
                "held",
                new Item(
                        "held",
                        Map.of("en", "Charts", "es", "Gráficos", "ar", "الرسوم البيانية"),
                        "North College",
                        LocalDate.of(2026, 3, 1),
                        Optional.empty(),
                        Optional.empty()));
        var unused = reasons().stream()
                .map(reason -> new Decision.Unused("held", Sayings.SPEC, reason))
                .toList();
        var fixes = Stream.of(Decision.Fix.Kind.values())
                .map(kind -> new Decision.Fix(
                        kind, List.of("held"), new BigDecimal(kind.name().length() - 4), 40))
                .toList();
        var trace = List.of(
                new Decision.Step("root", false, Optional.empty(), new BigDecimal(2), BigDecimal.ONE),
                new Decision.Step("root/0", true, Optional.of(Unit.ITEMS), BigDecimal.ONE, BigDecimal.ONE),
                new Decision.Step("root/1", false, Optional.empty(), BigDecimal.ONE, BigDecimal.ZERO),
                new Decision.Step("root/1/0", false, Optional.of(Unit.CREDITS), BigDecimal.TEN, BigDecimal.ZERO),
                new Decision.Step("constraint/0", false, Optional.of(Unit.CREDITS), BigDecimal.TEN, BigDecimal.ZERO));
        var decision = new Decision(
                verdict,
                List.of(new Decision.Placed("held", Sayings.SPEC, "core", new BigDecimal("2.5"))),
                unused,
                shortfalls(),
                fixes,
                trace,
                List.of("held", Sayings.NOBODY),
                "ab".repeat(32),
                "sample",
                1,
                LocalDate.of(2026, 11, 30));
        return DecisionWords.view(rule(reader), decision, items, EnumSet.allOf(Decision.Fix.Kind.class));
    }

    private static List<Verdict> verdicts() {
        return List.of(
                new Verdict.Met(),
                new Verdict.MetSubjectTo(List.of(Map.of("en", "Interview", "es", "Entrevista", "ar", "مقابلة"))),
                new Verdict.NotMet(),
                new Verdict.Provisional(true, 3, Optional.of(2)),
                new Verdict.Provisional(false, 3, Optional.empty()));
    }

    private static List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        Stream.of(Holding.Standing.values()).map(Reason.NotStanding::new).forEach(reasons::add);
        reasons.addAll(List.of(
                new Reason.Expired(LocalDate.of(2026, 2, 28)),
                new Reason.NotAccepted(Map.of("core", Sayings.filters().get(3), "last", new Filter.NotExpired())),
                new Reason.TooOld(LocalDate.of(2026, 2, 28)),
                new Reason.UsedElsewhere("held"),
                new Reason.UsedElsewhere(Sayings.NOBODY),
                new Reason.NoCredits(Set.of()),
                new Reason.NoCredits(Set.of("SCQF", "US")),
                new Reason.Excluded("held", Optional.empty()),
                new Reason.Excluded("held", Optional.of(new Constraint.SharedOutcomes(0))),
                new Reason.Limited(new Constraint.Registration()),
                new Reason.NotNeeded()));
        return reasons;
    }

    private static List<Shortfall> shortfalls() {
        return List.of(
                new Shortfall.OfSlot(
                        "last",
                        Unit.CREDITS,
                        new BigDecimal(24),
                        new BigDecimal(18),
                        List.of(Sayings.SKILL),
                        List.of("core")),
                new Shortfall.OfConstraint(
                        new Constraint.SharedCredits(BigDecimal.TEN, Set.of("EQF7")),
                        Unit.CREDITS,
                        BigDecimal.TEN,
                        new BigDecimal(12)),
                new Shortfall.OfConstraint(
                        Sayings.constraints().get(8), Unit.POINTS, new BigDecimal(3), new BigDecimal("2.6667")),
                new Shortfall.OfCondition(new Constraint.ExitOnly()));
    }

    private static void allSaid(Locale reader, List<String> sentences) {
        assertThat(sentences).allSatisfy(sentence -> {
            assertThat(sentence).isNotBlank();
            assertThat(CODE.matcher(sentence).find()).as(sentence).isFalse();
            if (reader.getLanguage().equals("ar")) {
                assertThat(ARABIC.matcher(sentence).find()).as(sentence).isTrue();
            }
        });
    }

    private static Set<Class<?>> classes(List<?> values) {
        var classes = new HashSet<Class<?>>();
        values.forEach(value -> classes.add(value.getClass()));
        return classes;
    }

    private static RuleWords rule(Locale reader) {
        return new RuleWords(Sayings.rule(), Sayings.NAMES, messages(), reader);
    }

    static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/stackme");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return messages;
    }
}
