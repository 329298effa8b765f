package org.cairn.server.vcapi;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// A second port with TLS, while the VC API stands open and the operator names one.
@Component
class HttpsPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final VcApiSettings settings;
    private final InstantSource time;

    HttpsPort(VcApiSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.hasHttps()) {
            factory.addAdditionalConnectors(connector());
        }
    }

    private Connector connector() {
        var connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(settings.httpsPort());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        var host = new SSLHostConfig();
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateKeystore(SelfSigned.store(time.instant(), new SecureRandom()));
        certificate.setCertificateKeyAlias(SelfSigned.ALIAS);
        certificate.setCertificateKeyPassword("");
        host.addCertificate(certificate);
        host.setProtocols("TLSv1.2+TLSv1.3");
        connector.addSslHostConfig(host);
        return connector;
    }
}
