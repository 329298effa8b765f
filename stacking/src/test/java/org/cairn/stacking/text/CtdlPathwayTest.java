package org.cairn.stacking.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cairn.stacking.examples.Examples;
import org.cairn.stacking.rule.Stack;
import org.cairn.stacking.text.CtdlPathway.Loss;
import org.junit.jupiter.api.Test;

class CtdlPathwayTest {
    private static final String BASE = "https://example.org/stacks/a";

    @Test
    void a_stage_of_eight_courses_becomes_a_condition_with_the_required_number() {
        var export = export("heriot-watt-honours");

        var destination = node(export, "#destination");
        var slot = node(export, "#slot-first-semester-choice");

        assertThat(destination)
                .containsEntry("@type", "ceterms:CredentialComponent")
                .containsEntry("ceterms:proxyFor", "https://example.org/heriot-watt/honours");
        assertThat(conditions(destination).getFirst())
                .containsEntry("@type", "ceterms:ComponentCondition")
                .containsEntry("ceterms:requiredNumber", 7);
        assertThat(slot).containsEntry("@type", "ceterms:SelectionComponent");
        assertThat(conditions(slot).getFirst()).containsEntry("ceterms:requiredNumber", 2);
        assertThat(node(export, "#pathway"))
                .containsEntry("@type", "ceterms:Pathway")
                .containsEntry("ceterms:hasDestinationComponent", List.of(BASE + "#destination"));
    }

    @Test
    void the_guard_of_an_exit_award_is_carried() {
        assertThat(conditions(node(export("heriot-watt-certhe"), "#destination")))
                .anySatisfy(condition -> assertThat(condition.get("ceterms:hasConstraint"))
                        .isEqualTo(List.of(Map.of(
                                "@type",
                                "ceterms:Constraint",
                                "ceterms:leftSource",
                                List.of("exitProgram"),
                                "ceterms:comparator",
                                "compare:EQ",
                                "ceterms:rightSource",
                                List.of("true")))));
    }

    @Test
    void credits_become_a_sum_and_named_specs_and_outcomes_components() {
        var export = CtdlPathway.of(
                StackTextTest.stack(Sample.with("accepts: {category: practice}", "accepts: {spec: [urn:a, urn:b]}")),
                BASE);

        assertThat(conditions(node(export, "#slot-core")).getFirst().get("ceterms:targetComponent"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(graph(export))
                .anySatisfy(node -> assertThat(node)
                        .containsEntry("@type", "ceterms:CredentialComponent")
                        .containsEntry("ceterms:proxyFor", "urn:a"));
        assertThat(graph(export))
                .anySatisfy(node -> assertThat(node)
                        .containsEntry("@type", "ceterms:CompetencyComponent")
                        .containsEntry("ceterms:proxyFor", "build"));
        assertThat(conditions(node(export, "#slot-electives")).getFirst().get("ceterms:hasConstraint"))
                .isEqualTo(List.of(Map.of(
                        "@type",
                        "ceterms:Constraint",
                        "ceterms:leftSource",
                        List.of("ceterms:creditValue"),
                        "ceterms:leftAction",
                        "array:Sum",
                        "ceterms:comparator",
                        "compare:GTEQ",
                        "ceterms:rightSource",
                        List.of("6"))));
        assertThat(node(export, "#slot-project")).containsEntry("ceterms:prerequisite", List.of(BASE + "#slot-core"));
    }

    @Test
    void says_what_is_lost_and_where_it_stands_in_the_text() {
        assertThat(CtdlPathway.of(StackTextTest.stack(Sample.TEXT), BASE).losses())
                .containsExactlyInAnyOrder(
                        new Loss("inForce", Loss.Kind.IN_FORCE),
                        new Loss("credit.worth", Loss.Kind.CONVERSION),
                        new Loss("grades", Loss.Kind.GRADES),
                        new Loss("root", Loss.Kind.ALLOCATION),
                        new Loss("root.all[0].accepts", Loss.Kind.FILTER),
                        new Loss("root.all[1].anyOf.of[0].need.credits.atMost", Loss.Kind.AT_MOST),
                        new Loss("root.all[1].anyOf.of[0].accepts.all[0]", Loss.Kind.FILTER),
                        new Loss("root.all[1].anyOf.of[0].accepts.all[1]", Loss.Kind.FILTER),
                        new Loss("root.all[1].anyOf.of[1].cost", Loss.Kind.PREFERENCE),
                        new Loss("constraints[1].shareAtLeast", Loss.Kind.SHARE),
                        new Loss("constraints[2].gradeAverage", Loss.Kind.AVERAGE),
                        new Loss("constraints[3].capstone", Loss.Kind.CAPSTONE),
                        new Loss("constraints[5].completion", Loss.Kind.COMPLETION),
                        new Loss("constraints[6].equivalent", Loss.Kind.DISTINCTNESS),
                        new Loss("constraints[7].registration", Loss.Kind.CONDITION),
                        new Loss("constraints[8].review", Loss.Kind.REVIEW),
                        new Loss("options", Loss.Kind.OPTIONS));
    }

    @Property(tries = 200)
    @Domain(Stacks.class)
    void every_reference_within_the_document_resolves(@ForAll Stack stack) {
        var export = CtdlPathway.of(stack, BASE);

        var ids = new HashSet<Object>();
        graph(export).forEach(node -> assertThat(ids.add(node.get("@id"))).isTrue());
        assertThat(ids).containsAll(references(graph(export)).toList());
        assertThat(CtdlPathway.of(stack, BASE)).isEqualTo(export);
    }

    private static Stream<String> references(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> map.values().stream().flatMap(CtdlPathwayTest::references);
            case List<?> list -> list.stream().flatMap(CtdlPathwayTest::references);
            case String text when text.startsWith(BASE) -> Stream.of(text);
            default -> Stream.of();
        };
    }

    private static CtdlPathway.Export export(String example) {
        return CtdlPathway.of(StackTextTest.stack(Examples.text(example)), BASE);
    }

    private static Map<String, Object> node(CtdlPathway.Export export, String fragment) {
        return graph(export).stream()
                .filter(node -> Set.of(BASE + fragment).contains(String.valueOf(node.get("@id"))))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> graph(CtdlPathway.Export export) {
        return (List<Map<String, Object>>)
                java.util.Objects.requireNonNull(export.document().get("@graph"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> conditions(Map<String, Object> node) {
        return (List<Map<String, Object>>) java.util.Objects.requireNonNull(node.get("ceterms:hasCondition"));
    }
}
