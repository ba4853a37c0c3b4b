package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A person before the page, in a real Chromium; skipped, visibly, where there is none. */
abstract class InChromium {

    static final String IMAGE = Long.toString(IncidentWorld.IMAGE);

    /** The machine may be busy with other tests. */
    private static final int PATIENCE = 60_000;

    private static Optional<Chromium> chromium = Optional.empty();

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Optional<Desk> opened = Optional.empty();
    private Optional<BrowserContext> context = Optional.empty();

    @BeforeAll
    static void start() {
        var executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium on the PATH (Debian: apt install chromium)");
        chromium = executable.map(Chromium::start);
    }

    @AfterAll
    static void stop() {
        chromium.ifPresent(Chromium::close);
        chromium = Optional.empty();
    }

    @AfterEach
    void close() {
        context.ifPresent(BrowserContext::close);
        opened.ifPresent(Desk::close);
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    Desk desk() {
        return opened.orElseThrow();
    }

    Desk desk(World world) throws IOException {
        return desk(world, Map.of());
    }

    Desk desk(World world, Map<String, String> more) throws IOException {
        opened = Optional.of(Desk.in(folder, world, more));
        return desk();
    }

    /** A window, not yet anywhere. */
    Page window(ColorScheme scheme, int width) {
        context.ifPresent(BrowserContext::close);
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, 860)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
        var next = chromium.orElseThrow().browser().newContext(options);
        context = Optional.of(next);
        var page = next.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** The page, open in a window, as the address that is printed opens it. */
    Page open() {
        return open(window(ColorScheme.LIGHT, 1280));
    }

    Page open(Page window) {
        window.navigate(desk().page().address());
        window.waitForSelector("h1");
        return window;
    }

    /** Pastes a link, and waits for the verdict. */
    static void look(Page page, String reference) {
        page.fill("#reference", reference);
        page.keyboard().press("Enter");
        page.waitForSelector(".badge");
    }

    /** Waits until a part of the page shows all of the texts: the browser draws when it comes to it. */
    static void shows(Page page, String part, String... texts) {
        for (var text : texts) {
            PlaywrightAssertions.assertThat(page.locator(part).first())
                    .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        }
    }

    /** Waits until there is no such part. */
    static void gone(Page page, String part) {
        PlaywrightAssertions.assertThat(page.locator(part))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    /** Goes to another view. */
    static void go(Page page, String view) {
        page.evaluate("view => { location.hash = view; }", "#/" + view);
    }
}
