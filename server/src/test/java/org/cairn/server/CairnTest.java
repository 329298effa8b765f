package org.cairn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Boots the whole application on a real PostgreSQL in a fresh folder, once for all classes that carry this.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@AutoConfigureMockMvc
@Import({Fixtures.class, Doors.class})
@ContextConfiguration(initializers = CairnTest.FreshFolderAndPort.class)
public @interface CairnTest {

    /// The port is known before the start, because the public address is part of what gets signed.
    final class FreshFolderAndPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (var socket = new ServerSocket(0)) {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
                TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                        context,
                        "server.port=" + socket.getLocalPort(),
                        "server.address=127.0.0.1",
                        "cairn.data-dir=" + folder,
                        "cairn.outbound-loopback=true",
                        "cairn.taxonomy.index-ahead=false");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
