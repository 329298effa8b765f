package org.cairn.server.vcapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// The whole application as `./dev run --vc-api` starts it, once for all classes that carry this.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = "cairn.vc-api.open=true")
@AutoConfigureMockMvc
@Import({Fixtures.class, Calls.class})
@ContextConfiguration(initializers = {CairnTest.FreshFolderAndPort.class, OpenVcApi.FreeHttpsPort.class})
@interface OpenVcApi {

    /// A port nobody has.
    final class FreeHttpsPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (var socket = new ServerSocket(0)) {
                TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                        context, "cairn.vc-api.https-port=" + socket.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
