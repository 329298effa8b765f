package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/// Whatever becomes of a pack's text, there is an answer that can be read.
class AnyTextTest {
    @Property(tries = 500)
    void a_text_with_a_piece_replaced_is_read_or_refused(
            @ForAll @IntRange(max = 1_000) int from,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @StringLength(max = 12) String piece) {
        var start = Math.min(from, PackTextTest.PACK.length());
        var end = Math.min(start + length, PackTextTest.PACK.length());

        check(PackTextTest.PACK.substring(0, start) + piece + PackTextTest.PACK.substring(end));
    }

    @Property(tries = 500)
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 300) String text) {
        check(text);
    }

    private static void check(String text) {
        switch (Packs.read("any.yaml", text)) {
            case Packs.Read(var pack) -> assertThat(pack.rules()).isNotEmpty();
            case Packs.Refused(var mistakes) ->
                assertThat(mistakes).isNotEmpty().allSatisfy(mistake -> {
                    assertThat(mistake.line()).isPositive();
                    assertThat(mistake.remedyIn(Locale.of("ar"))).isNotBlank();
                });
        }
    }
}
