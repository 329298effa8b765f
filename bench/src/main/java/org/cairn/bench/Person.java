package org.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody at the application's pages, without a browser: opens pages, submits forms, keeps the session's cookie.
final class Person implements AutoCloseable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final int LETTER_TRIES = 60;

    private final String origin;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String page = "";

    Person(String origin) {
        this.origin = origin;
    }

    /// By the letter that the demonstration's mailbox shows.
    void signIn(String address) throws IOException, InterruptedException {
        open("/login");
        submit("/ott/generate", Map.of("username", address));
        open(letterTo(address));
        open(find("href=\"[^\"]*(/login/ott[^\"]+)\""));
        submit("/login/ott", Map.of());
    }

    Person open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    /// Sends the form of the page that has this action: its hidden fields and the given ones.
    Person submit(String action, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher hidden =
                HIDDEN.matcher(find("(?s)<form[^>]* action=\"" + Pattern.quote(action) + "\".*?>(.*?)</form>"));
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        String body = all.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// What the first group of the pattern catches on the page.
    String find(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + page);
        }
        return found.group(1);
    }

    /// Letters are sent behind the page, so it is asked for a while.
    private String letterTo(String address) throws IOException, InterruptedException {
        Pattern entry =
                Pattern.compile("(?s)<a href=\"(/demo/mailbox/[^\"]+)\">(?:(?!</li>).)*" + Pattern.quote(address));
        for (int i = 0; i < LETTER_TRIES; i++) {
            Matcher found = entry.matcher(open("/demo/mailbox").page);
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("no letter to " + address);
    }

    private Person send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        page = answer.body();
        return this;
    }

    @Override
    public void close() {
        http.close();
    }
}
