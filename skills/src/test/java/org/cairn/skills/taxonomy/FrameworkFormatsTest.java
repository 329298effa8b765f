package org.cairn.skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.skills.taxonomy.Framework.Alignment;
import org.cairn.skills.taxonomy.Framework.Item;
import org.cairn.skills.taxonomy.Framework.Link;
import org.cairn.skills.taxonomy.Framework.Relation;

class FrameworkFormatsTest {
    private static final ConceptUri ADDRESS = new ConceptUri("https://example.org/ims/case/v1p1/CFPackages/1");

    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(" ,\"'\n;é世ع")
                .ofMaxLength(30)
                .map(text -> "x" + text.strip());
    }

    private static Arbitrary<Item> items(boolean withFramework) {
        Arbitrary<Alignment> alignments = Combinators.combine(
                        Arbitraries.integers().between(1, 99), words(), words())
                .as((n, name, framework) ->
                        new Alignment(new ConceptUri("urn:esco:" + n), name, withFramework ? framework : ""));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000),
                        words(),
                        words(),
                        words().map(word -> word.replace(';', ',')).list().ofMaxSize(4),
                        alignments.list().ofMaxSize(3))
                .as((n, name, statement, keywords, aligned) ->
                        new Item(new ConceptUri("urn:own:" + n), "", name, statement, keywords, aligned));
    }

    private static Framework framework(List<Item> items) {
        var links = items.size() < 2
                ? List.<Link>of()
                : List.of(
                        new Link(
                                items.get(1).uri(),
                                Relation.IS_CHILD_OF,
                                items.get(0).uri()),
                        new Link(
                                items.get(0).uri(),
                                Relation.PRECEDES,
                                items.get(1).uri()));
        return new Framework(
                new ConceptUri("https://example.org/frameworks/1"),
                "Ours",
                "Sierra",
                "es",
                Instant.parse("2026-05-01T10:00:00Z"),
                items,
                links);
    }

    private static Framework empty() {
        return framework(List.of());
    }

    @Provide
    Arbitrary<Framework> frameworks() {
        return items(false).list().ofMaxSize(6).uniqueElements(Item::uri).map(FrameworkFormatsTest::framework);
    }

    @Provide
    Arbitrary<Framework> descriptors() {
        return items(true).list().ofMaxSize(6).uniqueElements(Item::uri).map(FrameworkFormatsTest::framework);
    }

    @Property(tries = 200)
    void a_case_package_reads_back_as_it_was(@ForAll("frameworks") Framework framework) throws TaxonomyException {
        assertThat(CasePackage.read(CasePackage.write(framework, ADDRESS))).isEqualTo(framework);
    }

    @Property(tries = 200)
    void rich_skills_as_json_read_back_with_all_but_the_links(@ForAll("descriptors") Framework framework)
            throws TaxonomyException {
        assertThat(RichSkills.readJson(RichSkills.writeJson(framework), empty()).items())
                .isEqualTo(framework.items());
    }

    @Property(tries = 200)
    void rich_skills_as_csv_read_back_with_all_but_the_uris(@ForAll("descriptors") Framework framework)
            throws TaxonomyException {
        var distinct = framework.items().stream()
                .map(item -> item.name() + "|" + item.statement())
                .distinct()
                .count();
        if (distinct < framework.items().size()) {
            return;
        }

        var back = RichSkills.readCsv(RichSkills.writeCsv(framework), empty());

        assertThat(back.items())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("uri")
                .isEqualTo(framework.items());
        assertThat(RichSkills.readCsv(RichSkills.writeCsv(framework), empty())).isEqualTo(back);
    }

    @Property(tries = 300)
    void any_text_is_read_or_refused_in_words(@ForAll String text) {
        assertThat(refusal(() -> CasePackage.read(text))).isNotBlank();
        assertThat(refusal(() -> RichSkills.readJson(text, empty()))).isNotBlank();
    }

    private interface Reading {
        Framework read() throws TaxonomyException;
    }

    private static String refusal(Reading reading) {
        try {
            return reading.read().title();
        } catch (TaxonomyException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Example
    void parents_are_read_from_either_side_and_what_leads_nowhere_is_left_out() throws TaxonomyException {
        var framework = CasePackage.read("""
                {"CFDocument":{"uri":"urn:f:1","title":"Ours"},
                 "CFItems":[{"uri":"urn:a","fullStatement":"A"},{"uri":"urn:b","fullStatement":"B"}],
                 "CFAssociations":[
                  {"associationType":"isParentOf","originNodeURI":{"uri":"urn:a"},"destinationNodeURI":{"uri":"urn:b"}},
                  {"associationType":"isChildOf","originNodeURI":{"uri":"urn:b"},"destinationNodeURI":{"uri":"urn:f:1"}},
                  {"associationType":"exactMatchOf","originNodeURI":{"uri":"urn:b"},
                   "destinationNodeURI":{"uri":"urn:esco:1","title":"one"}}]}
                """);

        assertThat(framework.links())
                .containsExactly(new Link(new ConceptUri("urn:b"), Relation.IS_CHILD_OF, new ConceptUri("urn:a")));
        assertThat(framework.items().get(1).alignments())
                .containsExactly(new Alignment(new ConceptUri("urn:esco:1"), "one", ""));
    }

    @Example
    void an_item_that_cannot_be_taken_is_named() {
        assertThatThrownBy(() -> CasePackage.read("""
                {"CFDocument":{"uri":"urn:f:1","title":"Ours"},"CFItems":[{"uri":"urn:a","fullStatement":" "}]}
                """))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("CFItem 1");
        assertThatThrownBy(() -> RichSkills.readCsv("RSD Name,Skill Statement\na,\n", empty()))
                .hasMessageContaining("Row 1");
    }
}
