package org.cairn.server.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    static final byte[] SECRET = "a signing key".getBytes(UTF_8);

    @Test
    void what_was_sealed_opens_again_and_shows_nothing() {
        var key = key(1);

        var sealed = key.seal(SECRET, "key of one");

        assertThat(new String(sealed, UTF_8)).doesNotContain("signing");
        assertThat(key.open(sealed, "key of one")).isEqualTo(SECRET);
    }

    @Test
    void another_key_another_context_or_an_altered_byte_do_not_open_it() {
        var key = key(1);
        var sealed = key.seal(SECRET, "key of one");
        var altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> key(2).open(sealed, "key of one")).hasMessageContaining("master.key");
        assertThatThrownBy(() -> key.open(sealed, "key of another")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open(altered, "key of one")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_with_advice() {
        assertThatThrownBy(() -> new MasterKey(settings("c2hvcnQ=", ""))).hasMessageContaining("32 bytes");
    }

    @Test
    void an_external_database_demands_a_key_of_its_own() {
        assertThatThrownBy(() -> new MasterKey(settings("", "jdbc:postgresql://db/cairn")))
                .hasMessageContaining("CAIRN_MASTER_KEY");
    }

    @Test
    void a_key_is_made_for_a_fresh_folder_but_never_beside_a_database_that_has_lost_its_own() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys-");
        var sealed = new MasterKey(settings(folder)).seal(SECRET, "key of one");
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "18");
        assertThat(new MasterKey(settings(folder)).open(sealed, "key of one")).isEqualTo(SECRET);

        Files.delete(folder.resolve("master.key"));

        assertThatThrownBy(() -> new MasterKey(settings(folder)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Put back the master.key");
        assertThat(folder.resolve("master.key")).doesNotExist();
    }

    private static CairnSettings settings(Path folder) {
        return new CairnSettings(
                folder,
                URI.create("http://localhost"),
                false,
                "",
                new CairnSettings.Database("", "", "", 4),
                new CairnSettings.Mail("", "", false));
    }

    private static MasterKey key(int fill) {
        var bytes = new byte[32];
        bytes[0] = (byte) fill;
        return new MasterKey(settings(Base64.getEncoder().encodeToString(bytes), ""));
    }

    private static CairnSettings settings(String masterKey, String databaseUrl) {
        return new CairnSettings(
                Path.of("target", "unused"),
                URI.create("http://localhost"),
                false,
                masterKey,
                new CairnSettings.Database(databaseUrl, "", "", 4),
                new CairnSettings.Mail("", "", false));
    }
}
