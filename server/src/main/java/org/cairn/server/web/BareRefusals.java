package org.cairn.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Requests that the web server refuses before the application sees them, as an address with a zero byte in it: a way
/// back instead of the server's own words. Nobody's language is known there, so it says it in all of them.
@Component
class BareRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final BareWords words;

    BareRefusals(BareWords words) {
        this.words = words;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                // The host would make a valve of its own kind by name, which could not be given the words.
                host.setErrorReportValveClass(null);
                host.getPipeline().addValve(new Valve(words.page()));
            }
        });
    }

    private static final class Valve extends ErrorReportValve {
        private final byte[] page;

        Valve(String page) {
            this.page = page.getBytes(StandardCharsets.UTF_8);
            setAsyncSupported(true);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setHeader("Content-Security-Policy", "default-src 'none'");
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException e) {
                // Whoever asked has gone; there is nobody to tell.
                getContainer().getLogger().debug("refusal not delivered", e);
            }
        }
    }
}
