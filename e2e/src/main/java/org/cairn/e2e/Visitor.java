package org.cairn.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// One person at a browser of her own. Every page she comes to is looked over: by axe-core, for sideways scrolling,
/// for errors in the console; and a picture is kept.
final class Visitor implements AutoCloseable {
    private final Chromium chromium;
    private final String origin;
    private final boolean javaScript;
    private final BrowserContext context;
    private final String name;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private int pictures;

    /// @param name begins the file names of her pictures
    Visitor(Chromium chromium, String origin, String name, String language, int width, boolean javaScript) {
        this.chromium = chromium;
        this.origin = origin;
        this.javaScript = javaScript;
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

    /// Signs in by the letter that the demonstration's mailbox shows.
    Visitor signIn(String address) {
        // Others may have signed in with the same address: their letters are used up.
        var before = letters(address).stream().findFirst().orElse("");
        open("/login").fill("username", address).press("main form button[type=submit]");
        openLetter(address, "/login/ott", before);
        return press("main form[action$=\"/login/ott\"] button");
    }

    /// Opens the newest letter to an address that has a link to a path, and follows the link. The letters of a class
    /// are written behind the page, so it is asked for a while.
    ///
    /// @throws IllegalStateException if none comes within half a minute
    Visitor openLetter(String address, String linkTo) {
        return openLetter(address, linkTo, "");
    }

    /// @param known the newest letter that was there before, which will not do; empty when any will
    private Visitor openLetter(String address, String linkTo, String known) {
        for (int i = 0; i < 60; i++) {
            var newest = letters(address).stream().findFirst().filter(letter -> !letter.equals(known));
            if (newest.isPresent()) {
                page.navigate(origin + newest.get());
                var link = page.locator("main a[href*=\"" + linkTo + "\"]");
                if (link.count() > 0) {
                    look();
                    return press(link);
                }
            }
            page.waitForTimeout(500);
        }
        throw new IllegalStateException("no letter to " + address + " with a link to " + linkTo);
    }

    /// Paths of the letters to an address in the demonstration's mailbox, the newest first.
    private List<String> letters(String address) {
        page.navigate(origin + "/demo/mailbox");
        return page
                .locator(".mailbox li")
                .filter(new Locator.FilterOptions().setHasText(address))
                .locator("a")
                .all()
                .stream()
                .map(letter -> letter.getAttribute("href"))
                .toList();
    }

    /// Loads the page again until something is on it.
    ///
    /// @throws IllegalStateException if it does not come within half a minute
    Visitor await(String selector) {
        for (int i = 0; i < 60; i++) {
            if (page.locator(selector).count() > 0) {
                return look();
            }
            page.waitForTimeout(500);
            reload();
        }
        throw new IllegalStateException(selector + " did not come to " + page.url());
    }

    /// A page that leaves by itself at this moment cannot be loaded again; it is on its way already.
    private void reload() {
        try {
            page.reload();
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("ERR_ABORTED")) {
                throw e;
            }
            page.waitForLoadState(LoadState.LOAD);
        }
    }

    Visitor upload(String field, String fileName, String mediaType, byte[] content) {
        page.locator("input[type=file][name=\"" + field + "\"]")
                .setInputFiles(new FilePayload(fileName, mediaType, content));
        return this;
    }

    Visitor tick(String field, String value) {
        page.locator("[name=\"%s\"][value=\"%s\"]".formatted(field, value)).check();
        return this;
    }

    /// What a link of the page leads to, fetched with her cookies.
    ///
    /// @throws IllegalStateException if it is not there
    byte[] fetch(String path) {
        var response = context.request().get(origin + path);
        if (!response.ok()) {
            throw new IllegalStateException(path + " answered " + response.status());
        }
        return response.body();
    }

    /// Whether something is on the page.
    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    /// A page that shows how work goes on leaves by itself when it is done, perhaps while it is looked at; then the one
    /// that it leads to is looked at instead.
    private Visitor look() {
        pictures++;
        for (int i = 1; i < 5; i++) {
            try {
                return examine();
            } catch (PlaywrightException e) {
                if (!String.valueOf(e.getMessage()).contains("Execution context was destroyed")) {
                    throw e;
                }
            }
        }
        return examine();
    }

    private Visitor examine() {
        page.waitForLoadState(LoadState.LOAD);
        Chromium.screenshot(page, "%s-%02d%s".formatted(name, pictures, slug()));
        complaints.addAll(javaScript ? Chromium.violations(page) : chromium.violationsUnscripted(page));
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        if (overflow) {
            complaints.add(page.url() + " scrolls sideways");
        }
        return this;
    }

    private String slug() {
        var tidy = path().replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f-]{36}", "id")
                .replaceAll("^/(s|claim)/.*", "/$1/token")
                .replaceAll("[^a-z0-9]+", "-");
        return tidy.length() > 60 ? tidy.substring(0, 60) : tidy;
    }

    @Override
    public void close() {
        context.close();
    }
}
