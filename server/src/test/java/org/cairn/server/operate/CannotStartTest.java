package org.cairn.server.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.server.CairnServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What keeps Cairn from starting is said in a few plain lines.
@ExtendWith(OutputCaptureExtension.class)
class CannotStartTest {

    @Test
    void a_missing_master_key_is_told_with_advice_and_without_a_stack_trace(CapturedOutput output) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "18");
        var cairn = new SpringApplicationBuilder(CairnServer.class);

        assertThatThrownBy(() -> cairn.run("--server.port=0", "--cairn.data-dir=" + folder))
                .hasRootCauseInstanceOf(CannotStartException.class);

        assertThat(output)
                .contains("The master key is missing", "Action:", "Put back the master.key")
                .doesNotContain("\tat org.");
    }

    @Test
    void a_database_of_the_operators_own_must_be_new_enough() {
        assertThatThrownBy(() -> new PostgresVersion(170009).requireNewEnough())
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("is PostgreSQL 17.")
                .hasMessageContaining("18 or newer");
        assertThatCode(() -> new PostgresVersion(180000).requireNewEnough()).doesNotThrowAnyException();
    }
}
