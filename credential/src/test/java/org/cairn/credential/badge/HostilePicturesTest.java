package org.cairn.credential.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.credential.badge.BakingException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures made to do harm: each is refused in words or read, and nothing else happens.
class HostilePicturesTest {

    private static final byte[] HEADER = chunk("IHDR", new byte[13]);
    private static final byte[] END = chunk("IEND", new byte[0]);
    private static final String KEYWORD = "openbadgecredential\0";
    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='https://purl.imsglobal.org/ob/v3p0'>";

    @Test
    void a_picture_of_very_many_empty_chunks_is_refused() {
        byte[] empty = chunk("tEXt", new byte[0]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signature());
        out.writeBytes(HEADER);
        for (int i = 0; i < 200_000; i++) {
            out.writeBytes(empty);
        }
        out.writeBytes(END);

        assertThat(refusal(out.toByteArray())).isEqualTo(Code.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 11, 10_000_000, 14})
    void a_chunk_that_claims_an_impossible_length_is_refused(int length) {
        byte[] hostile = HEADER.clone();
        ByteBuffer.wrap(hostile).putInt(0, length);

        assertThat(refusal(picture(hostile))).isEqualTo(Code.DAMAGED);
    }

    @Test
    void a_wrong_checksum_of_the_credential_is_noticed() {
        byte[] text = text(0, "{}".getBytes(StandardCharsets.UTF_8));
        text[text.length - 1] = (byte) ~text[text.length - 1];

        assertThat(refusal(picture(HEADER, text, END))).isEqualTo(Code.DAMAGED);
    }

    @Test
    void several_credentials_are_refused_even_when_they_are_equal() {
        byte[] text = text(0, "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(picture(HEADER, text, text, END))).isEqualTo(Code.SEVERAL_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void a_text_that_inflates_without_end_is_refused(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < megabytes * 4; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }

        assertThat(refusal(picture(HEADER, text(1, packed.toByteArray()), END))).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void a_text_that_claims_to_be_packed_and_is_not_is_refused() {
        byte[] plain = "not packed at all".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(picture(HEADER, text(1, plain), END))).isEqualTo(Code.DAMAGED);
        assertThat(refusal(picture(HEADER, text(7, plain), END))).isEqualTo(Code.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0", "\0\0\0", "\0\0xx", "\1\0en"})
    void a_text_that_stops_before_its_fields_do_is_refused(String rest) {
        byte[] data = (KEYWORD + rest).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(picture(HEADER, chunk("iTXt", data), END))).isEqualTo(Code.DAMAGED);
    }

    @Test
    void a_picture_without_header_or_with_two_is_refused() {
        assertThat(refusal(picture(END))).isEqualTo(Code.DAMAGED);
        assertThat(refusal(picture(HEADER, HEADER, END))).isEqualTo(Code.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
                "<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>",
                "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;",
                "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY x '&c;&c;&c;'>"
            })
    void entities_are_neither_fetched_nor_expanded(String declaration) {
        String hostile = "<!DOCTYPE svg [" + declaration + "]>" + SVG + "<o:credential>&x;</o:credential></svg>";
        String inAttribute = "<!DOCTYPE svg [" + declaration + "]>" + SVG + "<o:credential verify='&x;'/></svg>";

        assertThat(refusalOfSvg(hostile)).isEqualTo(Code.DAMAGED);
        assertThat(refusalOfSvg(inAttribute)).isEqualTo(Code.DAMAGED);
    }

    @Test
    void an_svg_with_too_large_a_credential_is_refused() {
        String large = SVG + "<o:credential>" + "x".repeat(Baking.MAX_CREDENTIAL + 1) + "</o:credential></svg>";

        assertThat(refusalOfSvg(large)).isIn(Code.TOO_LARGE, Code.DAMAGED);
    }

    @Property(tries = 500)
    boolean any_sequence_of_chunks_is_read_or_refused(@ForAll("chunks") List<byte[]> chunks) {
        byte[] picture = picture(chunks.toArray(byte[][]::new));
        return isReadOrRefused(() -> Baking.unbakePng(picture)) && isReadOrRefused(() -> Baking.bakePng(picture, "{}"));
    }

    @Property(tries = 500)
    boolean any_bytes_after_the_signature_are_read_or_refused(@ForAll byte[] bytes) {
        return isReadOrRefused(() -> Baking.unbakePng(picture(bytes)));
    }

    @Property(tries = 500)
    boolean any_pieces_of_xml_are_read_or_refused(@ForAll("pieces") List<String> pieces) {
        byte[] svg = String.join("", pieces).getBytes(StandardCharsets.UTF_8);
        return isReadOrRefused(() -> Baking.unbakeSvg(svg)) && isReadOrRefused(() -> Baking.bakeSvg(svg, "{}"));
    }

    @Provide
    Arbitrary<List<byte[]>> chunks() {
        Arbitrary<String> types = Arbitraries.of("IHDR", "iTXt", "tEXt", "IDAT", "IEND", "\0\0\0\0");
        Arbitrary<byte[]> data = Arbitraries.of(
                        "", "\0", KEYWORD, KEYWORD + "\0\0\0\0{}", KEYWORD + "\1\0\0\0x", KEYWORD + "\2\0e\0t\0")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        return Combinators.combine(types, data)
                .as(HostilePicturesTest::chunk)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        SVG,
                        "</svg>",
                        "<o:credential>",
                        "</o:credential>",
                        "<o:credential verify='a.b.c'/>",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "<?x ?>",
                        "&amp;",
                        "&x;",
                        "&#0;",
                        "<!DOCTYPE svg>",
                        "<g ",
                        ">",
                        "\u0000",
                        "\uFFFF",
                        "é")
                .list()
                .ofMaxSize(12);
    }

    private interface Step {
        Object run();
    }

    private static boolean isReadOrRefused(Step step) {
        try {
            return step.run() != null;
        } catch (BakingException e) {
            return !e.code().name().isEmpty();
        }
    }

    private static Code refusal(byte[] png) {
        return catchThrowableOfType(BakingException.class, () -> Baking.unbakePng(png))
                .code();
    }

    private static Code refusalOfSvg(String svg) {
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(BakingException.class, () -> Baking.unbakeSvg(bytes))
                .code();
    }

    private static byte[] text(int packed, byte[] content) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[] {(byte) packed, 0, 0, 0});
        data.writeBytes(content);
        return chunk("iTXt", data.toByteArray());
    }

    private static byte[] picture(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signature());
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }

    private static byte[] signature() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(8 + typed.length)
                .putInt(data.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }
}
