package org.cairn.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Debian's Chromium, driven by Playwright. Its headless shell, where that is installed, is the same engine without the
/// browser's own windows, and several times as fast.
final class Chromium implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext desk;

    Chromium() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        desk = browser.newContext();
    }

    /// A visitor of her own: no cookies shared with others.
    BrowserContext visitor(String language, int width, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setAcceptDownloads(true));
    }

    /// A visitor with the same cookies but nothing cached.
    BrowserContext fresh(BrowserContext like) {
        return browser.newContext(new Browser.NewContextOptions()
                .setStorageState(like.storageState())
                .setViewportSize(360, 800));
    }

    /// What axe-core finds on the page of somebody whose browser runs no script. Axe itself needs one to run, so what
    /// the server sent is laid out once more, as wide, in a window that runs axe and no script of the server's.
    List<String> violationsUnscripted(Page page) {
        try (var copy = desk.newPage()) {
            copy.setViewportSize(page.viewportSize().width, page.viewportSize().height);
            var sent = page.content();
            copy.route("**/*", route -> {
                switch (route.request().resourceType()) {
                    case "document" ->
                        route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(sent));
                    case "script" -> route.abort();
                    default -> route.resume();
                }
            });
            copy.navigate(page.url());
            return violations(copy);
        }
    }

    /// What axe-core finds against WCAG 2.2 AA, one line per violation and element; empty is good.
    static List<String> violations(Page page) {
        // There are no frames to gather from, so the legacy mode finds the same without a page of its own each time.
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> page.url() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                                        + node.getTarget() + " " + node.getHtml()))
                        .toList();
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found. ./dev check installs it; or set CHROMIUM to its program."));
    }
}
