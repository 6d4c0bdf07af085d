package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Somebody before the page; whatever the console complains of, or leaves for elsewhere, is kept. */
final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String OF_AXE = "Canvas2D: Multiple readback operations";
    private static final String SERIOUS = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))
            """;

    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    Visit(Page page, String origin) {
        this.page = page;
        this.origin = origin;
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().startsWith(OF_AXE)) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().matches("(data|blob):.*")) {
                strangers.add(request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Signs in by the form, which opens the page. */
    Visit signIn(String account) {
        page.navigate(origin + "/");
        page.fill("#username", account);
        page.fill("#password", Api.PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector("kith-app nav");
        return this;
    }

    /** Opens a view by its address, such as {@code network?client=C1}, and waits until nothing loads any more. */
    Visit open(String place) {
        page.navigate(origin + "/#/" + place);
        page.waitForSelector("main > *");
        return settled();
    }

    Visit settled() {
        page.waitForFunction("() => document.querySelector('main > *') && !document.querySelector('.loading')");
        return this;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    /** Waits until something is there to be seen. */
    Locator seen(String selector) {
        Locator first = page.locator(selector).first();
        first.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return first;
    }

    /** Finds a client in the box inside an element and chooses her. */
    void find(String inside, String text, String id) {
        page.locator(inside + " input[type=search]").fill(text);
        page.locator(inside + " [role=option]")
                .filter(new Locator.FilterOptions().setHasText(id))
                .first()
                .click();
    }

    /** What a click hands out as a file. */
    byte[] file(String selector) {
        Download download = page.waitForDownload(() -> page.click(selector));
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps a picture of what is seen, and lets axe look for what shuts anybody out. */
    Visit picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        try {
            page.evaluate(new ClassPathResource(AXE).getContentAsString(UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        assertThat((List<?>) page.evaluate(SERIOUS)).as("axe on %s", name).isEmpty();
        return this;
    }

    double number(String expression, Object... arguments) {
        var argument = arguments.length == 1 ? arguments[0] : List.of(arguments);
        return ((Number) page.evaluate(expression, argument)).doubleValue();
    }

    /** Ends the visit: nothing may have gone wrong on the way, and nothing have been asked of strangers. */
    @Override
    public void close() {
        page.context().close();
        assertThat(strangers).as("requests to others").isEmpty();
        assertThat(complaints).as("complaints of the console").isEmpty();
    }
}
