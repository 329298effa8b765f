package org.cairn.server.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    Path folder;

    @BeforeEach
    void freshFolder() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres-");
    }

    @Test
    void rows_survive_a_restart() throws Exception {
        try (var server = EmbeddedPostgres.start(folder);
                var connection = connect(server, server.password())) {
            connection.createStatement().execute("create table kept (word text)");
            connection.createStatement().execute("insert into kept values ('cairn')");
        }

        try (var server = EmbeddedPostgres.start(folder);
                var connection = connect(server, server.password())) {
            assertThat(answer(connection, "select word from kept")).isEqualTo("cairn");
        }
    }

    @Test
    void it_is_durable_local_and_asks_for_a_password() throws Exception {
        try (var server = EmbeddedPostgres.start(folder);
                var connection = connect(server, server.password())) {
            assertThat(answer(connection, "show fsync")).isEqualTo("on");
            assertThat(answer(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(connection, "show data_checksums")).isEqualTo("on");
            assertThat(answer(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(connection, "show server_version")).startsWith("18.");
            assertThatThrownBy(() -> connect(server, "wrong")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_password_file_is_for_its_owner_only() throws Exception {
        try (var server = EmbeddedPostgres.start(folder)) {
            var permissions = Files.getPosixFilePermissions(folder.resolve("postgres.password"));

            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            assertThat(server.password()).hasSize(43);
        }
    }

    @Test
    void a_folder_has_one_owner_at_a_time() {
        try (var server = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CAIRN_DATA_DIR");
            assertThat(server.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void a_first_start_killed_half_way_is_done_again() throws Exception {
        Files.createDirectories(folder.resolve("postgres.new").resolve("base"));
        Files.writeString(folder.resolve("postgres.new").resolve("PG_VERSION"), "18");

        try (var server = EmbeddedPostgres.start(folder);
                var connection = connect(server, server.password())) {
            assertThat(answer(connection, "select 1")).isEqualTo("1");
        }
    }

    private static Connection connect(EmbeddedPostgres server, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), password);
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
