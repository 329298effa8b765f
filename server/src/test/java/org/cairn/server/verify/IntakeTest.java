package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln";

    @ParameterizedTest
    @ValueSource(strings = {"{\"credentialSubject\":{}}", "not json", "", "[1]", "{\"a\":1}"})
    void what_needs_no_unwrapping_passes_unchanged(String text) {
        assertThat(found(text)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + TOKEN + "\"",
                " \"" + TOKEN + "\"\n",
                "{\"credential\":\"" + TOKEN + "\"}",
                "{\"verifiableCredential\":[\"" + TOKEN + "\"]}",
                "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+jwt," + TOKEN + "\"}",
                "{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":{\"type\":"
                        + "[\"EnvelopedVerifiableCredential\"],\"id\":\"data:application/vc+jwt," + TOKEN + "\"}}"
            })
    void a_token_is_taken_out_of_its_json_coat(String text) {
        assertThat(found(text)).containsExactly(TOKEN);
    }

    @Test
    void a_token_with_disclosures_is_taken_out_of_its_json_coat() {
        assertThat(found("{\"credential\":\"" + TOKEN + "~WyJhIl0~\"}")).containsExactly(TOKEN + "~WyJhIl0~");
        assertThat(found("\"" + TOKEN + "~\"")).containsExactly(TOKEN + "~");
    }

    @Test
    void the_credentials_of_a_presentation_in_a_token_are_found() {
        var credential = "{\"credentialSubject\":{}}";
        var old = token("{\"vp\":{\"verifiableCredential\":[" + credential + ",\"" + TOKEN + "\"]}}");
        var current = token("{\"type\":\"VerifiablePresentation\",\"verifiableCredential\":[" + credential + "]}");

        assertThat(found(old)).containsExactly(credential, TOKEN);
        assertThat(found(current)).containsExactly(credential);
    }

    @Test
    void all_credentials_of_a_presentation_are_found_but_not_endlessly_many() {
        var one = "{\"credentialSubject\":{}}";
        var many = "{\"verifiableCredential\":[" + one + ("," + one).repeat(99) + "]}";

        assertThat(found("{\"verifiableCredential\":[" + one + "," + one + "]}"))
                .containsExactly(one, one);
        assertThat(found(many)).hasSize(20);
    }

    @Test
    void a_pdf_gives_the_credential_attached_to_it() throws IOException {
        var json = "{\"credentialSubject\":{\"id\":\"did:example:ü\"}}";

        assertThat(Intake.credentials(pdf(json, true))).singleElement().isEqualTo(utf8(json));
        assertThat(Intake.credentials(pdf(json, false))).singleElement().isEqualTo(utf8(json));
    }

    @Test
    void a_pdf_without_a_credential_gives_nothing() throws IOException {
        assertThat(Intake.credentials(pdf("just words", true))).isEmpty();
        assertThat(Intake.credentials(utf8("%PDF-1.7 /Type /EmbeddedFile stream\n")))
                .isEmpty();
        assertThat(Intake.credentials(utf8("%PDF-1.7 " + "/EmbeddedFile ".repeat(100_000))))
                .isEmpty();
    }

    @Test
    void an_attachment_is_not_unpacked_beyond_the_limit() throws IOException {
        var bomb = pdf("{" + " ".repeat(Intake.MAX_BYTES + 1) + "}", true);

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(Intake.credentials(bomb)).isEmpty();
    }

    private static List<String> found(String text) {
        return Intake.credentials(utf8(text)).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] pdf(String attachment, boolean packed) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var content = new ByteArrayInputStream(utf8(attachment));
            var file = packed
                    ? new PDEmbeddedFile(document, content, COSName.FLATE_DECODE)
                    : new PDEmbeddedFile(document, content);
            var specification = new PDComplexFileSpecification();
            specification.setFile("badge.json");
            specification.setEmbeddedFile(file);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("badge.json", specification));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String token(String payload) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return "eyJhbGciOiJFZERTQSJ9." + base64.encodeToString(utf8(payload)) + ".c2ln";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
