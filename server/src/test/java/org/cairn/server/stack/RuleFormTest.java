package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cairn.stacking.examples.Examples;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFormTest {
    private static final RuleTree.Pairs NOTHING = new RuleTree.Pairs(Map.of());

    static List<String> examples() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_published_rule_goes_through_the_form_unchanged(String name) {
        var text = Examples.text(name);
        var tree = RuleTree.read(text).orElseThrow();

        var after = RuleTree.write(RuleFormTree.of(RuleForm.of(tree), tree), text);

        assertThat(rule(after)).isEqualTo(rule(text));
        assertThat(after).startsWith(text.lines().findFirst().orElseThrow());
    }

    @Test
    void what_the_form_cannot_show_stays() {
        var text = """
                stack: knots
                version: 1
                colour: blue
                grades: {local: {worstFirst: [F, C, A]}}
                root:
                  slot: core
                  accepts: {any: [{spec: x}, {not: {spec: y}}]}
                constraints:
                  - capstone: {slot: core, after: [a], grade: {scheme: local, atLeast: C}}
                """;
        var tree = RuleTree.read(text).orElseThrow();

        var after = RuleFormTree.of(RuleForm.of(tree), tree);

        assertThat(after.at("colour")).isEqualTo(tree.at("colour"));
        assertThat(after.at("grades")).isEqualTo(tree.at("grades"));
        assertThat(after.at("root")).isEqualTo(tree.at("root"));
        assertThat(after.at("constraints")).isEqualTo(tree.at("constraints"));
    }

    @Test
    void what_is_typed_wrongly_goes_into_the_text_and_is_told_there() {
        var form = RuleForm.sent(Map.of(
                "n.r.kind", new String[] {"slot"},
                "n.r.slot", new String[] {"core"},
                "n.r.need", new String[] {"credits"},
                "n.r.least", new String[] {"twenty"}));

        var text = RuleTree.write(RuleFormTree.of(form, NOTHING), "");

        assertThat(text).contains("credits: twenty");
        assertThat(((StackText.Refused) StackText.read(text)).faults())
                .anyMatch(fault -> fault.path().equals("root.need.credits"));
    }

    @Test
    void parts_are_added_moved_and_removed() {
        var one = RuleEdits.done(NOTHING, "slot:r", "");
        var group = RuleEdits.done(one, "anyOf:r", "");
        var three = RuleEdits.done(RuleEdits.done(group, "slot:r-1", ""), "slot:r-1", "");

        assertThat(names(three)).containsExactly("slot-1", "slot-2", "slot-3");
        assertThat(names(RuleEdits.done(three, "down:r-1-0", ""))).containsExactly("slot-1", "slot-3", "slot-2");
        assertThat(names(RuleEdits.done(three, "up:r-1", ""))).containsExactly("slot-2", "slot-3", "slot-1");
        assertThat(names(RuleEdits.done(three, "remove:r-1-0", ""))).containsExactly("slot-1", "slot-3");
    }

    @Test
    void a_button_of_a_page_that_is_out_of_date_changes_nothing() {
        var tree = RuleEdits.done(NOTHING, "slot:r", "");

        assertThat(RuleEdits.done(tree, "remove:r-7", "")).isEqualTo(tree);
        assertThat(RuleEdits.done(tree, "up:r-0", "")).isEqualTo(tree);
        assertThat(RuleEdits.done(tree, "remove-condition:3", "")).isEqualTo(tree);
        assertThat(RuleEdits.done(tree, "condition", "unheardOf")).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource({
        "title,title",
        "options.rounding.up,rounding",
        "credit.rounding,creditRounding",
        "inForce.from,from",
        "root.all[1].anyOf.of[0].need.count,n.r-1-0.need",
        "root.accepts.all[1].level,n.r.f",
        "root.all[0],n.r-0",
        "constraints[2].shareAtLeast.of,c.2",
    })
    void a_fault_is_told_at_its_field(String path, String field) {
        assertThat(RuleEditor.field(path)).isEqualTo(field);
    }

    private static List<String> names(RuleTree.Pairs tree) {
        return RuleEdits.names(tree.at("root").orElseThrow());
    }

    private static Stack rule(String text) {
        return ((StackText.Read) StackText.read(text)).stack();
    }
}
