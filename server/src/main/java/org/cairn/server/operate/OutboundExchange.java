package org.cairn.server.operate;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One HTTP/1.1 exchange over one connection to an address that was checked before. Spoken over a socket of our own,
/// since
/// the JDK's client resolves the name once more for itself, and a name server may answer differently that time.
final class OutboundExchange {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LINE_LIMIT = 8 * 1024;
    private static final int HEADER_LIMIT = 100;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9-]{1,60}: [\\x20-\\x7E]{1,4000}");

    private OutboundExchange() {}

    /// @param headers names in lower case; of a repeated header the last
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(int status, Map<String, String> headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /// More came than was allowed for. Nothing of it is kept.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Blocks until the answer is there; interrupting the (virtual) thread closes the connection.
    ///
    /// @param limit bytes of the body, packed and unpacked
    static Reply get(URI address, InetAddress host, String accept, int limit) throws IOException {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port(address)), (int) CONNECT.toMillis());
            try (var socket = address.getScheme().equals("https") ? secured(plain, address) : plain) {
                socket.getOutputStream().write(request(address, accept).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                return reply(new BufferedInputStream(socket.getInputStream()), limit);
            }
        }
    }

    /// Sends a body and reads no more of the answer than its status.
    static int post(URI address, InetAddress host, Outbound.Message message) throws IOException {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port(address)), (int) CONNECT.toMillis());
            try (var socket = address.getScheme().equals("https") ? secured(plain, address) : plain) {
                var out = socket.getOutputStream();
                out.write(head(message).getBytes(StandardCharsets.US_ASCII));
                out.write(message.body());
                out.flush();
                return status(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    private static int status(InputStream in) throws IOException {
        var status = statusOf(line(in));
        while (status >= 100 && status < 200) {
            headers(in);
            status = statusOf(line(in));
        }
        return status;
    }

    private static String head(Outbound.Message message) {
        var head = new StringBuilder("POST " + target(message.address()) + " HTTP/1.1\r\n");
        head.append("Host: ").append(name(message.address())).append("\r\n");
        head.append("User-Agent: Cairn\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(message.body().length).append("\r\n");
        message.headers().forEach((name, value) -> {
            if (!FIELD.matcher(name + ": " + value).matches()) {
                throw new IllegalArgumentException("not a header: " + name);
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        return head.append("\r\n").toString();
    }

    /// The certificate must be for the name in the address, whatever IP the name led to.
    private static Socket secured(Socket plain, URI address) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, address.getHost(), port(address), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private static String request(URI address, String accept) {
        return String.join(
                "\r\n",
                "GET " + target(address) + " HTTP/1.1",
                "Host: " + name(address),
                "Accept: " + accept,
                "Accept-Encoding: identity",
                "User-Agent: Cairn",
                "Connection: close",
                "",
                "");
    }

    private static String target(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static String name(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static Reply reply(InputStream in, int limit) throws IOException {
        var status = statusOf(line(in));
        var headers = headers(in);
        while (status >= 100 && status < 200) {
            status = statusOf(line(in));
            headers = headers(in);
        }
        var empty = status == 204 || status == 304;
        return new Reply(status, headers, empty ? new byte[0] : unpacked(body(in, headers, limit), headers, limit));
    }

    private static int statusOf(String line) throws IOException {
        var words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9]{2}")) {
            throw new IOException("The answer is not HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= HEADER_LIMIT) {
                throw new IOException("The answer's headers cannot be read");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() >= LINE_LIMIT) {
                throw new IOException("The answer breaks off or has an endless line");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] body(InputStream in, Map<String, String> headers, int limit) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return chunks(in, limit);
        }
        var stated = headers.get("content-length");
        if (stated == null) {
            return upTo(in, limit);
        }
        var length = number(stated, 10);
        if (length > limit) {
            throw new TooLarge();
        }
        return exactly(in, (int) length);
    }

    private static byte[] chunks(InputStream in, int limit) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = chunkSize(in); size > 0; size = chunkSize(in)) {
            if (size > limit - all.size()) {
                throw new TooLarge();
            }
            all.writeBytes(exactly(in, (int) size));
            line(in);
        }
        return all.toByteArray();
    }

    private static long chunkSize(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            var value = Long.parseLong(text, radix);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException("The answer states no length that can be read", e);
        }
        throw new IOException("The answer states a negative length");
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The answer breaks off");
        }
        return bytes;
    }

    private static byte[] upTo(InputStream in, int limit) throws IOException {
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLarge();
        }
        return bytes;
    }

    /// Some hosts pack although we did not ask them to. What is unpacked counts against the limit as well.
    private static byte[] unpacked(byte[] body, Map<String, String> headers, int limit) throws IOException {
        var encoding = headers.getOrDefault("content-encoding", "identity").toLowerCase(Locale.ROOT);
        if (List.of("identity", "").contains(encoding)) {
            return body;
        }
        if (!List.of("gzip", "x-gzip").contains(encoding)) {
            throw new IOException("The answer is packed in a way that was not asked for");
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return upTo(in, limit);
        }
    }
}
