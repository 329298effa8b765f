package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.quality.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `cairn rules check`.
class RulesCheckTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void a_pack_that_can_be_used_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("cmf.yaml"), Packs.text("cmf"));

        assertThat(check(file)).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines(file + ": CMF 1.0, 7 rules, draft");
    }

    @Test
    void a_mistake_is_told_with_file_line_and_remedy() throws IOException {
        var text = Packs.text("cmf").replaceFirst("level: MUST", "level: MUSST");
        var file = Files.writeString(folder.resolve("cmf.yaml"), text);

        assertThat(check(file)).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith(file + ", line ")
                .contains("'MUSST' means nothing here. Did you mean 'MUST'?");
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_named() throws IOException {
        var binary = Files.write(folder.resolve("a.bin"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(check(folder.resolve("none.yaml"))).isEqualTo(1);
        assertThat(check(binary)).isEqualTo(1);
        assertThat(errors.toString()).contains("none.yaml").contains("UTF-8");
    }

    private int check(Path file) {
        return new CommandLine(new RulesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute("check", file.toString());
    }
}
