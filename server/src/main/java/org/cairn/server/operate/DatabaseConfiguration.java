package org.cairn.server.operate;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One PostgreSQL: the configured one, or the embedded default in the data folder.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /// Keeps the embedded server until the pool, which depends on this bean, is closed.
    record Server(Optional<EmbeddedPostgres> embedded) implements DisposableBean {
        @Override
        public void destroy() {
            embedded.ifPresent(EmbeddedPostgres::close);
        }
    }

    /// @param key not used, but made first: a cluster never exists without the key to what is sealed in it
    @Bean
    Server databaseServer(CairnSettings settings, MasterKey key) {
        return new Server(
                settings.database().isExternal()
                        ? Optional.empty()
                        : Optional.of(EmbeddedPostgres.start(settings.dataDir())));
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(CairnSettings settings, Server server) {
        var external = settings.database();
        var config = new HikariConfig();
        config.setPoolName("cairn");
        config.setMaximumPoolSize(external.poolSize());
        config.setJdbcUrl(server.embedded().map(EmbeddedPostgres::jdbcUrl).orElse(external.url()));
        config.setUsername(server.embedded().map(EmbeddedPostgres::user).orElse(external.username()));
        config.setPassword(server.embedded().map(EmbeddedPostgres::password).orElse(external.password()));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return newEnough(new HikariDataSource(config));
    }

    private static DataSource newEnough(HikariDataSource pool) {
        try {
            PostgresVersion.of(pool).requireNewEnough();
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw new IllegalStateException("The database does not say which version it is", e);
        } catch (CannotStartException e) {
            pool.close();
            throw e;
        }
    }
}
