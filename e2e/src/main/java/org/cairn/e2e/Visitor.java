package org.cairn.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// One person at a browser of her own. Every page she comes to is looked over: by axe-core, for sideways scrolling,
/// for errors in the console; and a picture is kept.
final class Visitor implements AutoCloseable {
    private final String origin;
    private final BrowserContext context;
    private final String name;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private int pictures;

    /// @param name begins the file names of her pictures
    Visitor(Chromium chromium, String origin, String name, String language, int width, boolean javaScript) {
        this.origin = origin;
        this.name = name;
        this.context = chromium.visitor(language, width, javaScript);
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes.addAndGet((long) sizes.responseBodySize + sizes.responseHeadersSize);
        });
    }

    Page page() {
        return page;
    }

    /// Goes to a path and looks the page over.
    Visitor open(String path) {
        Response response = page.navigate(origin + path);
        if (response != null && response.status() >= 400) {
            complaints.add(path + " answered " + response.status());
        }
        return look();
    }

    /// Presses something that leads to another page, and looks that over.
    Visitor press(String selector) {
        return press(page.locator(selector).first());
    }

    Visitor press(Locator what) {
        what.click();
        return look();
    }

    Visitor fill(String field, String value) {
        page.locator("[name=\"" + field + "\"]").first().fill(value);
        return this;
    }

    Visitor choose(String field, String value) {
        page.locator("select[name=\"" + field + "\"]").first().selectOption(value);
        return this;
    }

    String text() {
        return page.locator("main").innerText();
    }

    boolean shows(String words) {
        return text().contains(words);
    }

    String path() {
        return page.url().substring(origin.length());
    }

    /// What was wrong on the pages she came to; empty is good.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Bytes over the wire, headers included, of a first visit to a page: nothing cached before.
    static long weight(Chromium chromium, String origin, String path, BrowserContext signedIn) {
        try (var context = chromium.fresh(signedIn)) {
            var page = context.newPage();
            var total = new AtomicLong();
            page.onRequestFinished(request ->
                    total.addAndGet((long) request.sizes().responseBodySize + request.sizes().responseHeadersSize));
            page.navigate(origin + path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return total.get();
        }
    }

    BrowserContext context() {
        return context;
    }

    /// Signs in through the demonstration's mailbox.
    Visitor signIn(String address) {
        open("/login").fill("username", address).press("main form button[type=submit]");
        open("/demo/mailbox");
        page.locator("a[href*=\"/login/ott?token=\"]").first().click();
        return look().press("main form[action$=\"/login/ott\"] button");
    }

    private Visitor look() {
        page.waitForLoadState(LoadState.LOAD);
        pictures++;
        Chromium.screenshot(page, "%s-%02d%s".formatted(name, pictures, slug()));
        complaints.addAll(Chromium.violations(page));
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        if (overflow) {
            complaints.add(page.url() + " scrolls sideways");
        }
        return this;
    }

    private String slug() {
        var tidy =
                path().replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z0-9]+", "-");
        return tidy.length() > 60 ? tidy.substring(0, 60) : tidy;
    }

    @Override
    public void close() {
        context.close();
    }
}
