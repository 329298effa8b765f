package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that use words of Open Badges, CLR or VC 1.1 in a sense of their own: allowed where they have nothing to
/// do
/// with those, and nowhere else. A boatman's licence has a date of birth and an end, as those of the W3C's test suites.
class FreeWordsTest {

    private static final Canonical CANONICAL = new Canonical(Badges.CONTEXTS);
    private static final Vocabulary VOCABULARY = new Vocabulary(Badges.CONTEXTS);
    private static final String V1 = "'https://www.w3.org/2018/credentials/v1'";
    private static final String V2 = "'https://www.w3.org/ns/credentials/v2'";
    private static final String OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";

    /// What `AchievementCredential` stands for in the contexts is a word itself.
    private static final String SYNONYM = "OpenBadgeCredential";

    private static final String LICENCE = """
            {'@protected': true, 'licence': {'@id': 'urn:own:licence', '@type': '@id'},
             'Licence': {'@id': 'urn:own:Licence', '@context': {'@protected': true, 'id': '@id', 'type': '@type',
               'dateOfBirth': 'urn:own:born', 'expirationDate': 'urn:own:end', 'achievement': 'urn:own:feat'}}}""";
    private static final String SUBJECT = """
            {'licence': {'type': 'Licence', 'dateOfBirth': '1990-01-01', 'expirationDate': '2030', 'achievement': 'a'}}""";

    @Test
    void words_of_badges_and_an_old_date_are_free_in_a_licence() {
        assertThat(statements(V2 + ", " + LICENCE, SUBJECT))
                .contains("<urn:own:born> \"1990-01-01\"", "<urn:own:end> \"2030\"", "<urn:own:feat> \"a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void such_a_licence_is_signed_and_verified(Suite suite) {
        var key = Badges.UNIVERSITY;
        JsonObject licence = document(V2 + ", " + LICENCE, SUBJECT);

        JsonObject signed =
                Badges.INTEGRITY.sign(licence, key.signer(key.didKeyMethod()), ProofOptions.of(suite, Badges.NOW));

        var proof = (Proof.Checkable) Proof.read(signed.getJsonObject("proof"));
        assertThat(Badges.INTEGRITY.verify(signed, proof, key.publicKey(), Badges.NOW))
                .isEqualTo(new ProofResult.Intact());
        assertThatCode(() -> Badges.INTEGRITY.checkLinkedData(signed)).doesNotThrowAnyException();
    }

    /// Each of them, wherever the context of badges or records is named.
    @ParameterizedTest
    @MethodSource("contextsOfBadges")
    void no_word_is_free_where_badges_are_named(String address) {
        assertThat(wordsOfBadges()).hasSizeGreaterThan(100).allSatisfy(word -> {
            String own = "{'%s': 'urn:own:x'}".formatted(word);
            String inType = "{'T': {'@id': 'urn:own:T', '@context': %s}}".formatted(own);
            String named = "'" + address + "'";
            assertThat(refusal(V2 + ", " + named + ", " + own, "{}")).isEqualTo(Code.REINTERPRETED);
            assertThat(refusal(V2 + ", " + own + ", " + named, "{}")).isEqualTo(Code.REINTERPRETED);
            assertThat(refusal(V2 + ", " + inType, "{'@context': %s}".formatted(named)))
                    .isEqualTo(Code.REINTERPRETED);
            assertThat(refusal(V2 + ", " + own + ", {'U': {'@id': 'urn:u', '@context': [" + named + "]}}", "{}"))
                    .isEqualTo(Code.REINTERPRETED);
        });
    }

    static Stream<String> contextsOfBadges() {
        return Badges.CONTEXTS.addresses().stream().filter(Badges.CONTEXTS::isOfBadges);
    }

    private static Set<String> wordsOfBadges() {
        return contextsOfBadges()
                .flatMap(address -> words(Badges.CONTEXTS.document(address).orElseThrow()))
                .filter(VOCABULARY::isOfBadgesOnly)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(JsonObject part) {
        return part.entrySet().stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(it.getKey()),
                        it.getValue() instanceof JsonObject inner ? words(inner) : Stream.of()));
    }

    @Test
    void each_word_that_is_only_of_badges_is_free_where_they_are_not() {
        assertThat(wordsOfBadges()).allSatisfy(word -> {
            String own = V2 + ", {'%s': 'urn:own:x'}".formatted(word);
            assertThat(statements(own, "{'type': '%s'}".formatted(word))).contains("#type> <urn:own:x>");
            if (!word.equals(SYNONYM)) {
                assertThat(statements(own, "{'%s': 'x'}".formatted(word))).contains("<urn:own:x> \"x\"");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "id",
                "type",
                "issuer",
                "credentialSubject",
                "credentialStatus",
                "evidence",
                "validUntil",
                "proof",
                "holder",
                "statusListIndex",
                "verifiableCredential",
                "status",
                "mediaType",
                "1EdTechRevocationList"
            })
    void words_of_other_contexts_are_never_free(String word) {
        assertThat(refusal(V2 + ", {'%s': 'urn:own:x'}".formatted(word), "{}")).isEqualTo(Code.REINTERPRETED);
        assertThat(refusal(V2 + ", {'T': {'@id': 'urn:t', '@context': {'%s': 'urn:x'}}}".formatted(word), "{}"))
                .isEqualTo(Code.REINTERPRETED);
    }

    /// Every address that only words of badges denote begins in one way, and nothing else that is bundled leads there.
    @Test
    void addresses_of_badges_are_all_of_one_house() {
        assertThat(wordsOfBadges().stream().flatMap(word -> VOCABULARY.meanings(word).stream()))
                .filteredOn(iri -> VOCABULARY.isGuarded(iri) && !iri.equals(SYNONYM))
                .allMatch(iri -> iri.startsWith(FreeWords.BADGES));
        assertThat(Badges.CONTEXTS.addresses().stream().filter(VOCABULARY::leadsToBadges))
                .allMatch(address -> address.startsWith(FreeWords.BADGES))
                .hasSize(6);
    }

    /// What leads to 1EdTech's addresses: then all of their words are in force, and the licence's own are refused.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'x': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'}",
                "{'x': {'@id': 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#association'}}",
                "{'ob': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'}",
                "{'ob': {'@id': 'https://purl.imsglobal.org/spec/vc/', '@prefix': true}}",
                "{'a': 'https://purl.', 'b': 'a:imsglobal.org/', 'c': 'b:spec/vc/ob/vocab.html#achievement'}",
                "{'h': 'h'}",
                "{'@vocab': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'}",
                "{'@vocab': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#achieve'}",
                "{'@vocab': ''}",
                "{'@base': 'https://purl.imsglobal.org/spec/vc/ob/'}",
                "{'@base': 'https://stranger.example/'}",
                "{'@base': 'https://stranger.example/', '@vocab': '//purl.imsglobal.org/spec/vc/ob/vocab.html#'}",
                "{'x': {'@id': 'urn:x', '@type': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image'}}",
                "{'https://purl.imsglobal.org/spec/vc/ob/vocab.html#result': {'@type': '@id'}}",
                "{'T': {'@id': 'urn:t', '@context': {'@vocab': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'}}}",
                "{'T': {'@id': 'urn:t', '@context': {'x': {'@id': 'urn:x', '@context': [{'y': 'https://purl.'}]}}}}",
                "'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'"
            })
    void nothing_is_free_where_a_context_leads_to_badges(String context) {
        assertThat(refusal(V2 + ", " + LICENCE + ", " + context, SUBJECT)).isEqualTo(Code.REINTERPRETED);
        assertThat(refusal(V2 + ", " + context + ", " + LICENCE, SUBJECT)).isEqualTo(Code.REINTERPRETED);
        assertThat(refusal(V2 + ", " + LICENCE, "{'@context': %s}".formatted(context)))
                .isEqualTo(Code.REINTERPRETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'",
                "'id': 'urn:x', '@type': ['https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject']",
                "'https://purl.imsglobal.org/spec/vc/ob/vocab.html#result': 'x'",
                "'licence': {'id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement'}",
            })
    void nothing_is_free_where_the_document_itself_speaks_of_badges(String member) {
        assertThat(refusal(V2 + ", " + LICENCE, "{" + member + "}")).isEqualTo(Code.REINTERPRETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'achievement': '@id'}",
                "{'achievement': '@type'}",
                "{'result': {'@id': '@type'}}",
                "{'achievement': '@nest'}",
                "{'achievement': null}",
                "{'achievement': {'@reverse': 'urn:x'}}",
                "{'achievement': {'@id': 'urn:x', '@nest': '@nest'}}",
                "{'achievement': 'https://www.w3.org/2018/credentials#credentialStatus'}",
                "{'c': 'https://www.w3.org/2018/credentials#', 'achievement': 'c:credentialStatus'}",
                "{'@vocab': 'https://www.w3.org/2018/credentials#', 'achievement': 'credentialStatus'}",
                "{'T': {'@id': 'urn:t', '@context': {'@propagate': true, 'name': 'urn:x'}}}",
                "{'T': {'@id': 'urn:t', '@context': {'@import': 'https://www.w3.org/ns/credentials/v2'}}}",
                "{'T': {'@id': 'urn:t', '@context': null}}",
                "{'T': {'@id': 'urn:t', '@context': {'x': {'@id': 'urn:x', '@context': {'issuer': 'urn:i'}}}}}"
            })
    void a_word_that_is_free_hides_nothing(String context) {
        assertThat(refusal(V2 + ", " + LICENCE + ", " + context, SUBJECT)).isEqualTo(Code.REINTERPRETED);
    }

    /// On any base, this type is one of Open Badges.
    @Test
    void an_address_without_a_scheme_is_no_way_round() {
        String contexts = V2 + ", {'@base': 'https://stranger.example/', 'achievement': 'urn:own:feat'}";
        String subject = "{'type': '//purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement', 'achievement': 'a'}";

        assertThat(expanded(document(contexts, subject))).contains(OB + "Achievement");
        assertThat(refusal(contexts, subject)).isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void a_scope_that_reaches_further_in_is_no_way_round() {
        String scope = "{'T': {'@id': 'urn:t', '@context': {'@propagate': true, 'achievement': 'urn:own:feat'}}}";

        assertThat(statements(V2 + ", " + scope, "{'type': 'T', 'achievement': {'achievement': 'a'}}"))
                .contains("<urn:own:feat> \"a\"");
        assertThat(refusal(V2 + ", " + scope, "{'type': 'T', 'achievement': {'type': '" + OB + "Achievement'}}"))
                .isEqualTo(Code.REINTERPRETED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // of VC 1.1, although the type's own context would hold in JSON-LD
                V1 + " | {'T': {'@id': 'urn:t', '@context': {'expirationDate': 'urn:x'}}} | 'id': 'urn:c'",
                V2 + ", " + V1 + " | {'expirationDate': 'urn:x'} | 'id': 'urn:c'",
                // on the credential itself, where old readers look for it
                V2 + " | {'expirationDate': 'urn:x'} | 'expirationDate': '2099-01-01T00:00:00Z'",
                V2 + " | {'issuanceDate': 'urn:x'} | 'issuanceDate': '2099-01-01T00:00:00Z'",
                V2
                        + " | {'expirationDate': 'urn:x', 'c': 'urn:c'} | 'c': {'type': 'VerifiableCredential', 'expirationDate': 'x'}",
                V2 + " | {'expirationDate': 'urn:x', 'c': 'urn:c'} | 'c': {'issuer': 'urn:i', 'expirationDate': 'x'}",
                V2 + " | {'end': 'https://www.w3.org/2018/credentials#expirationDate'} | 'id': 'urn:c'",
                V2 + " | {'expirationDate': 'https://www.w3.org/2018/credentials#validUntil'} | 'id': 'urn:c'",
                V2 + " | {'expirationDate': '@id'} | 'id': 'urn:c'",
                // another word of VC 1.1
                V2 + " | {'issued': 'urn:x'} | 'id': 'urn:c'",
            })
    void an_old_date_is_not_free_where_it_counts(String contexts, String own, String member) {
        JsonObject document = Json.object(
                quoted("{'@context': [%s, %s], 'type': 'VerifiableCredential', %s}".formatted(contexts, own, member)));

        assertThat(catchThrowableOfType(ContentException.class, () -> CANONICAL.statements(document))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    @Test
    void words_of_badges_are_free_under_the_old_data_model_as_well() {
        assertThat(statements(V1 + ", {'dateOfBirth': 'urn:own:born'}", "{'dateOfBirth': '1990'}"))
                .contains("<urn:own:born> \"1990\"");
    }

    @Test
    void a_word_of_badges_that_another_named_context_defines_is_not_free() {
        String contexts = V2 + ", 'https://w3id.org/citizenship/v2', {'%s': 'urn:own:x'}";

        assertThat(refusal(contexts.formatted("givenName"), "{}")).isEqualTo(Code.REINTERPRETED);
        assertThat(statements(contexts.formatted("achievement"), "{'achievement': 'x'}"))
                .contains("<urn:own:x> \"x\"");
    }

    @Test
    void a_strangers_context_may_do_no_more() {
        String address = "https://stranger.example/c";
        JsonObject harmless = Json.object(quoted("{'@context': {'achievement': 'urn:own:feat'}}"));
        JsonObject leading = Json.object(quoted("{'@context': {'achievement': 'urn:own:feat', 'x': '" + OB + "'}}"));
        JsonObject document = document(V2 + ", '" + address + "'", "{'achievement': 'a'}");

        assertThat(with(address, harmless).statements(document)).contains("<urn:own:feat> \"a\"");
        assertThat(catchThrowableOfType(
                                ContentException.class,
                                () -> with(address, leading).statements(document))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    private static Canonical with(String address, JsonObject context) {
        return new Canonical(Badges.CONTEXTS.withForeign(Map.of(address, context)));
    }

    /// One that the caller vouches for and that leads to badges counts as naming them.
    @Test
    void a_context_of_the_house_that_leads_to_badges_puts_their_words_in_force() {
        String address = "https://house.example/c";
        JsonObject own = Json.object(quoted("{'@context': {'obx': '" + OB + "'}}"));
        Canonical canonical = new Canonical(Badges.CONTEXTS.with(address, own));

        assertThat(catchThrowableOfType(
                                ContentException.class,
                                () -> canonical.statements(document(
                                        V2 + ", '" + address + "', {'achievement': 'urn:x'}", "{'achievement': 'a'}")))
                        .code())
                .isEqualTo(Code.REINTERPRETED);
    }

    private static final List<String> CONTEXT_PARTS = List.of(
            "'@base': 'https://x.example/'",
            "'achievement': 'urn:own:feat'",
            "'Achievement': 'urn:own:Feat'",
            "'result': {'@id': 'p:result'}",
            "'p': 'https://purl.'",
            "'p': '" + OB + "'",
            "'q': 'p:imsglobal.org/'",
            "'q': {'@id': 'p:', '@prefix': true}",
            "'x': 'q:spec/vc/ob/vocab.html#result'",
            "'x': 'p:achievement'",
            "'x': {'@id': 'urn:x', '@type': '@id'}",
            "'@vocab': 'p:'",
            "'@vocab': 'urn:v:'",
            "'@vocab': '" + OB + "'",
            "'@base': '" + FreeWords.BADGES + "'",
            "'x': {'@id': 'urn:x', '@context': {'@vocab': '" + OB + "'}}",
            "'y': 'urn:y:'",
            "'Achievement': {'@id': 'urn:own:Feat', '@context': {'result': 'urn:own:result', 'p': '" + OB + "'}}");

    private static final List<String> MEMBERS = List.of(
            "'type': '//purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement'",
            "'achievement': 'a'",
            "'achievement': {'type': 'Achievement', 'result': 'r'}",
            "'result': 'r'",
            "'x': 'urn:v'",
            "'x': {'result': 'r'}",
            "'p:result': 'r'",
            "'q:spec/vc/ob/vocab.html#result': 'r'",
            "'type': 'p:Achievement'",
            "'type': 'spec/vc/ob/vocab.html#Achievement'",
            "'type': 'Achievement'",
            "'" + OB + "result': 'r'",
            "'type': '" + OB + "Achievement'",
            "'y:result': 'r'",
            "'x': {'type': 'x:y', 'achievement': 'a'}");

    /// However a document comes to state something of a badge, by what JSON-LD makes of it: then none of its words is
    /// another's than theirs.
    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void whatever_states_something_of_a_badge_has_none_of_its_words_to_itself(@ForAll long seed) {
        Random random = new Random(seed);
        JsonObject document = document(
                V2 + ", {" + some(CONTEXT_PARTS, random) + "}, {" + some(CONTEXT_PARTS, random) + "}",
                "{" + some(MEMBERS, random) + "}");
        boolean own = document.toString().contains("urn:own:");
        String meaning = expanded(document);
        boolean ofBadges = meaning.contains(FreeWords.BADGES);
        boolean passes = accepts(document);

        assertThat(own && ofBadges && passes)
                .as("%s means %s", document, meaning)
                .isFalse();
        Statistics.label("own words").collect(own, ofBadges, passes);
        Statistics.label("own words").coverage(coverage -> {
            coverage.check(true, true, false).percentage(share -> share > 3);
            coverage.check(true, false, true).percentage(share -> share > 3);
        });
    }

    /// Parts whose keys differ.
    private static String some(List<String> parts, Random random) {
        return random
                .ints(1 + random.nextInt(3), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.toMap(part -> part.substring(0, part.indexOf("': ")), part -> part, (a, b) -> a))
                .values()
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static String expanded(JsonObject document) {
        try {
            return new Expander(Badges.CONTEXTS).expand(document).toString();
        } catch (ContentException e) {
            return "";
        }
    }

    private static boolean accepts(JsonObject document) {
        try {
            CANONICAL.statements(document);
            return true;
        } catch (ContentException e) {
            return false;
        }
    }

    private static Code refusal(String contexts, String subject) {
        JsonObject document = document(contexts, subject);
        return catchThrowableOfType(ContentException.class, () -> CANONICAL.statements(document))
                .code();
    }

    private static String statements(String contexts, String subject) {
        return CANONICAL.statements(document(contexts, subject));
    }

    private static JsonObject document(String contexts, String subject) {
        return Json.object(quoted(
                "{'@context': [%s], 'id': 'urn:c', 'type': 'VerifiableCredential', 'issuer': 'did:example:harbour', 'credentialSubject': %s}"
                        .formatted(contexts, subject)));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
