package org.cairn.server.operate;

import java.sql.SQLException;
import javax.sql.DataSource;

/// A database of the operator's own must be new enough; asked before the first migration, which would fail half-way.
///
/// @param number as the server counts: 180002 is 18.2
record PostgresVersion(int number) {
    private static final int OLDEST = 18;

    static PostgresVersion of(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show server_version_num")) {
            answer.next();
            return new PostgresVersion(Integer.parseInt(answer.getString(1)));
        }
    }

    /// @throws CannotStartException when it is too old
    void requireNewEnough() {
        if (number / 10_000 < OLDEST) {
            throw new CannotStartException(
                    "The database under CAIRN_DATABASE_URL is PostgreSQL " + number / 10_000 + ".",
                    "Cairn needs PostgreSQL " + OLDEST + " or newer. Nothing was changed in it.");
        }
    }
}
