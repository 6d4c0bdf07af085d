package io.kith;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Headless Chromium as the system has it: nothing is downloaded, and nothing asked of anybody but Kith. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path found = ChromiumNeeded.chromium().orElseThrow();
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(found).setArgs(QUIET));
    }

    /** A window of its own session, in a language such as {@code zh-CN}. */
    Visit visit(String origin, String locale, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height)
                .setAcceptDownloads(true));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        return new Visit(page, origin);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
