package org.cairn.credential.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.credential.badge.BakingException.Code;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BakingTest {

    private static final byte[] PNG = png();
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\"><rect width=\"5\"/></svg>";
    private static final String CREDENTIAL = "{\"name\":\"é😀 ]]> <&\"}";
    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.e30.c2ln";

    @Test
    void a_png_gives_back_what_was_baked_and_stays_a_picture() throws IOException {
        byte[] baked = Baking.bakePng(PNG, CREDENTIAL);

        assertThat(Baking.unbakePng(baked)).contains(CREDENTIAL);
        assertThat(ImageIO.read(new ByteArrayInputStream(baked)).getWidth()).isEqualTo(8);
    }

    @Test
    void baking_again_replaces_the_credential() {
        byte[] twice = Baking.bakePng(Baking.bakePng(PNG, CREDENTIAL), TOKEN);
        byte[] svgTwice = Baking.bakeSvg(Baking.bakeSvg(bytes(SVG), CREDENTIAL), TOKEN);

        assertThat(Baking.unbakePng(twice)).contains(TOKEN);
        assertThat(Baking.unbakeSvg(svgTwice)).contains(TOKEN);
    }

    @Test
    void a_picture_without_a_credential_gives_none() {
        assertThat(Baking.unbakePng(PNG)).isEmpty();
        assertThat(Baking.unbakeSvg(bytes(SVG))).isEmpty();
    }

    @Test
    void a_compressed_text_written_by_others_is_read() throws IOException {
        byte[] baked = withText(PNG, 1, deflated(bytes(CREDENTIAL)));

        assertThat(Baking.unbakePng(baked)).contains(CREDENTIAL);
    }

    @Test
    void a_text_that_inflates_without_end_is_refused() throws IOException {
        byte[] bomb = withText(PNG, 1, deflated(new byte[32 * 1024 * 1024]));

        assertThat(refusalOfPng(bomb)).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void two_credentials_are_refused() {
        byte[] two = withText(Baking.bakePng(PNG, CREDENTIAL), 0, bytes(CREDENTIAL));

        assertThat(refusalOfPng(two)).isEqualTo(Code.SEVERAL_CREDENTIALS);
    }

    @Test
    void a_damaged_credential_is_refused() {
        byte[] baked = Baking.bakePng(PNG, "{\"name\":\"abc\"}");
        byte[] damaged = new String(baked, StandardCharsets.ISO_8859_1)
                .replace("abc", "abd")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusalOfPng(damaged)).isEqualTo(Code.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 33, 40, 60})
    void a_png_cut_short_is_refused(int length) {
        assertThat(refusalOfPng(Arrays.copyOf(Baking.bakePng(PNG, CREDENTIAL), length)))
                .isEqualTo(Code.DAMAGED);
    }

    @Test
    void an_impossible_length_is_refused() {
        byte[] hostile = PNG.clone();
        ByteBuffer.wrap(hostile).putInt(8, Integer.MAX_VALUE);

        assertThat(refusalOfPng(hostile)).isEqualTo(Code.DAMAGED);
    }

    @Test
    void too_large_a_picture_is_refused() {
        assertThat(refusalOfPng(new byte[Baking.MAX_PICTURE + 1])).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void an_svg_gives_back_the_same_json_and_keeps_its_content() {
        byte[] baked = Baking.bakeSvg(bytes(SVG), CREDENTIAL);

        assertThat(Json.object(Baking.unbakeSvg(baked).orElseThrow())).isEqualTo(Json.object(CREDENTIAL));
        assertThat(new String(baked, StandardCharsets.UTF_8)).contains("<rect width=\"5\"");
    }

    @Test
    void an_svg_carries_a_token_in_its_attribute() {
        byte[] baked = Baking.bakeSvg(bytes(SVG), TOKEN);

        assertThat(new String(baked, StandardCharsets.UTF_8)).contains("verify=\"" + TOKEN + "\"");
        assertThat(Baking.unbakeSvg(baked)).contains(TOKEN);
    }

    @Test
    void an_svg_of_others_is_read_with_another_prefix() {
        String other = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='https://purl.imsglobal.org/ob/v3p0'>"
                + "<o:credential> <![CDATA[{\"a\":1}]]> </o:credential></svg>";

        assertThat(Baking.unbakeSvg(bytes(other))).contains("{\"a\":1}");
    }

    @Test
    void an_external_entity_is_not_read() {
        String hostile = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='https://purl.imsglobal.org/ob/v3p0'>"
                + "<o:credential>&x;</o:credential></svg>";

        assertThat(refusalOfSvg(hostile)).isEqualTo(Code.DAMAGED);
    }

    @Test
    void entities_do_not_expand() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                + "<svg xmlns='http://www.w3.org/2000/svg'><text>&b;</text></svg>";

        assertThat(refusalOfSvg(bomb)).isEqualTo(Code.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg", "<html/>", "<svg/>", "text", "<svg xmlns='http://www.w3.org/2000/svg'>"})
    void what_is_no_svg_is_refused(String text) {
        assertThat(refusalOfSvg(text)).isIn(Code.DAMAGED, Code.NOT_A_PICTURE);
    }

    @Test
    void two_credentials_in_an_svg_are_refused() {
        String one = "<o:credential>{}</o:credential>";
        String two = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='https://purl.imsglobal.org/ob/v3p0'>" + one + one
                + "</svg>";

        assertThat(refusalOfSvg(two)).isEqualTo(Code.SEVERAL_CREDENTIALS);
    }

    @Test
    void an_svg_nested_too_deeply_is_refused() {
        String deep = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>".repeat(150) + "</g>".repeat(150) + "</svg>";

        assertThat(refusalOfSvg(deep)).isEqualTo(Code.DAMAGED);
    }

    @Property(tries = 200)
    boolean any_json_string_round_trips(@ForAll("texts") String text) {
        String json =
                Json.text(Json.PROVIDER.createObjectBuilder().add("a", text).build());
        String fromPng = Baking.unbakePng(Baking.bakePng(PNG, json)).orElseThrow();
        String fromSvg = Baking.unbakeSvg(Baking.bakeSvg(bytes(SVG), json)).orElseThrow();
        return fromPng.equals(json) && Json.object(fromSvg).getString("a").equals(text);
    }

    @Property(tries = 300)
    boolean a_changed_png_is_read_or_refused(@ForAll int position, @ForAll byte value) {
        byte[] changed = Baking.bakePng(PNG, CREDENTIAL);
        changed[Math.floorMod(position, changed.length)] = value;
        try {
            return Baking.unbakePng(changed).isPresent() || Baking.bakePng(changed, TOKEN).length > 0;
        } catch (BakingException e) {
            return true;
        }
    }

    @Property(tries = 300)
    boolean a_changed_svg_is_read_or_refused(@ForAll int position, @ForAll byte value) {
        byte[] changed = Baking.bakeSvg(bytes(SVG), CREDENTIAL);
        changed[Math.floorMod(position, changed.length)] = value;
        try {
            return Baking.unbakeSvg(changed).isPresent() || Baking.bakeSvg(changed, TOKEN).length > 0;
        } catch (BakingException e) {
            return true;
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    private static Code refusalOfPng(byte[] png) {
        return catchThrowableOfType(BakingException.class, () -> Baking.unbakePng(png))
                .code();
    }

    private static Code refusalOfSvg(String svg) {
        return catchThrowableOfType(BakingException.class, () -> Baking.unbakeSvg(bytes(svg)))
                .code();
    }

    private static byte[] withText(byte[] png, int compressed, byte[] text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(bytes("iTXtopenbadgecredential\0"));
        data.writeBytes(new byte[] {(byte) compressed, 0, 0, 0});
        data.writeBytes(text);
        CRC32 crc = new CRC32();
        crc.update(data.toByteArray());
        byte[] chunk = ByteBuffer.allocate(data.size() + 8)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) crc.getValue())
                .array();
        int header = 33;
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, header)
                .put(chunk)
                .put(png, header, png.length - header)
                .array();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
