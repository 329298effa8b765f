package org.cairn.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates hold no words of their own, so that a page cannot be half translated.
class TemplatesTest {
    private static final Path FOLDER = Path.of("src/main/resources/templates");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /// A whole key; those put together from parts (`#{|…|}`, `#{${…}}`) are left to the tests of their pages.
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][A-Za-z0-9._-]*)[})(]");
    /// A whole name: in an address, or the picture given to an empty state or a door.
    private static final Pattern ICON =
            Pattern.compile("'#([a-z_-]+[a-z_])'|empty :: empty\\('([a-z_-]+)'|door\\([^,]*, '([a-z_-]+)'");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    /// Attributes whose plain value a reader would see or hear.
    private static final List<String> SPOKEN = List.of("aria-label", "title", "placeholder", "alt", "data-label");

    static Stream<Path> templates() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_words_of_its_own(Path template) {
        var literal = Jsoup.parse(text(template), "", Parser.xmlParser()).select("*").stream()
                .filter(element -> element.closest("[data-sample], style") == null)
                .flatMap(TemplatesTest::wordsOf);

        assertThat(literal).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_key_a_template_names_has_english_words(Path template) {
        var used = KEY.matcher(text(template)).results().map(found -> found.group(1));

        assertThat(used.filter(key -> !ENGLISH.contains(key))).isEmpty();
    }

    /// Replacing wins over conditions on the same element: the condition would silently count for nothing.
    @ParameterizedTest
    @MethodSource("templates")
    void no_element_is_both_conditional_and_replaced(Path template) {
        var both = Jsoup.parse(text(template), "", Parser.xmlParser()).select("[th:replace]").stream()
                .filter(element -> element.hasAttr("th:if") || element.hasAttr("th:unless"));

        assertThat(both).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_icon_a_template_names_is_in_the_sheet(Path template) {
        var named = ICON.matcher(text(template)).results().map(TemplatesTest::icon);

        assertThat(named).allSatisfy(name -> assertThat(ICONS).contains(name));
    }

    private static final Set<String> ICONS = Pattern.compile("id=\"([a-z_-]+)\"")
            .matcher(text(Path.of("src/main/resources/static/icons.svg")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    private static final Set<String> ENGLISH = Bundles.names().stream()
            .flatMap(name -> Bundles.english(name).keySet().stream())
            .collect(Collectors.toSet());

    private static Stream<String> wordsOf(Element element) {
        var texts = element.textNodes().stream().map(TextNode::text);
        var spoken = SPOKEN.stream().map(element::attr);
        return Stream.concat(texts, spoken)
                .filter(words -> LETTER.matcher(words).find())
                .map(words -> element.tagName() + ": " + words);
    }

    private static String icon(MatchResult found) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path template) {
        try {
            return COMMENT.matcher(Files.readString(template, StandardCharsets.UTF_8))
                    .replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
