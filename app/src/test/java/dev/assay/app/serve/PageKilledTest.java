package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.app.Main;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as a process of its own, killed while it holds a download. */
class PageKilledTest extends InChromium {

    @Test
    void goesOnWithAPausedDownloadAfterTheProgramWasKilled() throws Exception {
        desk(IncidentWorld.world()).closePage();
        desk().replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var page = window(ColorScheme.LIGHT, 1280);
        var first = started();
        try {
            page.navigate(address(first));
            page.waitForSelector("h1");
            look(page, IMAGE);
            page.click("#get");
            page.waitForFunction(
                    "() => [...document.querySelectorAll('.track progress')].some(bar => bar.value > 20000)");
            page.click("#pause");
            page.waitForSelector("#resume");
        } finally {
            first.destroyForcibly().waitFor();
        }
        desk().replica().faults().clear();
        desk().replica().forgetRequests();
        var second = started();
        try {
            goOn(page, address(second));
        } finally {
            second.destroyForcibly().waitFor();
        }
        assertThat(desk().replica().requests())
                .anyMatch(request -> request.header("Range").isPresent());
        assertThat(desk().comfy().resolve("user/default/workflows/civitai-" + IMAGE + ".json"))
                .exists();
    }

    private static void goOn(Page page, String address) {
        page.navigate("about:blank");
        page.navigate(address);
        page.waitForSelector("#history");
        page.locator(".list li:has(.tag:text-is('Get')) a").first().click();
        page.click("#resume");
        page.waitForSelector(".note.good");
    }

    @Test
    void saysWhatToDoWhenItIsOpenAlready() throws Exception {
        desk(IncidentWorld.world());
        var second = started();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(10);
        assertThat(new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("open already", "Ctrl-C");
    }

    private Process started() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--no-open",
                "--json");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(desk().variables());
        return builder.start();
    }

    /** What it prints is one document. */
    private static String address(Process process) throws IOException {
        var text = new StringBuilder();
        for (int next = process.getInputStream().read();
                next >= 0;
                next = process.getInputStream().read()) {
            text.append((char) next);
            if (next == '}') {
                break;
            }
        }
        try {
            return Json.parse(text.toString()).at("address").text().orElseThrow();
        } catch (MalformedJsonException e) {
            throw new AssertionError(text.toString(), e);
        }
    }
}
