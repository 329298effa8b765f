package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.server.stack.StackDiagram.Branch;
import org.cairn.server.stack.StackDiagram.State;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/// The picture of a stack: the same each time, readable, inside its frame.
class PictureTest {
    private static final Wording ENGLISH = new Wording(WordsTest.messages(), Locale.ENGLISH);
    private static final Wording ARABIC = new Wording(WordsTest.messages(), Locale.of("ar"));

    @Test
    void the_same_stack_gives_the_same_picture() {
        assertThat(draw(diagram(5), ENGLISH)).isEqualTo(draw(diagram(5), ENGLISH));
    }

    @Test
    void boxes_lie_apart_and_inside_the_frame() {
        var boxes = boxes(draw(diagram(6), ENGLISH));
        var width = of(
                Jsoup.parse(draw(diagram(6), ENGLISH), "", Parser.xmlParser()).expectFirst("svg"), "width");

        assertThat(boxes).hasSize(2 + 6 * 3);
        assertThat(boxes).allSatisfy(box -> assertThat(box.left() + box.width()).isLessThanOrEqualTo(width));
        for (var one : boxes) {
            assertThat(boxes.stream().filter(other -> !other.equals(one) && other.meets(one)))
                    .isEmpty();
        }
    }

    @Test
    void places_stay_in_the_order_of_the_rule_and_turn_with_the_writing() {
        var english = lefts(draw(diagram(4), ENGLISH));
        var arabic = lefts(draw(diagram(4), ARABIC));

        assertThat(english).isSorted();
        assertThat(arabic.reversed()).isSorted();
    }

    @Test
    void the_award_is_at_the_top() {
        var boxes = boxes(draw(diagram(3), ENGLISH));

        assertThat(boxes.stream().skip(1))
                .allSatisfy(box ->
                        assertThat(box.top()).isGreaterThan(boxes.getFirst().top()));
    }

    @Test
    void texts_are_wrapped_and_harmless() {
        var diagram = new StackDiagram("<script>&\"", "", State.PLAIN, slot("A ".repeat(200) + "x".repeat(300)));
        var picture = draw(diagram, ENGLISH);

        assertThat(picture).contains("&lt;script&gt;&amp;&quot;").doesNotContain("<script");
        assertThat(Jsoup.parse(picture, "", Parser.xmlParser()).select("text"))
                .allSatisfy(line -> assertThat(line.text().length()).isLessThan(40));
    }

    @Test
    void what_does_not_fit_below_a_place_is_told_as_a_number() {
        var items = IntStream.range(0, 9).mapToObj(n -> "Item " + n).toList();
        var branch = new Branch("Electives", true, "", State.PLAIN, items, "", List.of());

        assertThat(draw(new StackDiagram("Award", "", State.PLAIN, branch), ENGLISH))
                .contains("Item 3")
                .doesNotContain("Item 4")
                .contains("… and 5 more");
    }

    @Test
    void a_stack_that_is_too_large_is_not_drawn() {
        assertThat(StackSvg.of(diagram(200), "Large", ENGLISH)).isEmpty();
    }

    private record Frame(double left, double top, double width, double height) {
        boolean meets(Frame other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && top < other.top + other.height
                    && other.top < top + height;
        }
    }

    private static List<Frame> boxes(String picture) {
        return Jsoup.parse(picture, "", Parser.xmlParser()).select("rect").stream()
                .map(rect -> new Frame(of(rect, "x"), of(rect, "y"), of(rect, "width"), of(rect, "height")))
                .toList();
    }

    private static List<Double> lefts(String picture) {
        return Jsoup.parse(picture, "", Parser.xmlParser()).select(".stack-box--slot rect").stream()
                .map(rect -> of(rect, "x"))
                .toList();
    }

    private static double of(Element element, String name) {
        assertThat(element.attr(name)).matches(Pattern.compile("[0-9]+(\\.[0-9])?"));
        return Double.parseDouble(element.attr(name));
    }

    private static String draw(StackDiagram diagram, Wording words) {
        return StackSvg.of(diagram, "A stack", words).orElseThrow();
    }

    private static StackDiagram diagram(int slots) {
        var parts = new ArrayList<Branch>();
        for (var each = 0; each < slots; each++) {
            parts.add(slot("Place number " + each));
        }
        var root = new Branch("All of the following", false, "", State.PARTLY, List.of(), "", parts);
        return new StackDiagram("Certificate of the sea", "1 of 3 parts", State.PARTLY, root);
    }

    private static Branch slot(String title) {
        return new Branch(
                title, true, "3 of 6 credits", State.PARTLY, List.of("First aid at sea"), "3 credits", List.of());
    }
}
