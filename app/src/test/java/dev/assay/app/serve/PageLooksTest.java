package dev.assay.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Each view in light and dark: audited for those who see, hear or move otherwise, and taken as a picture. The pictures in
 * {@code docs/pictures} are those of this test, made anew with {@code -Dassay.pictures=docs/pictures}.
 */
class PageLooksTest extends InChromium {

    private static final Path AXE = Path.of("src/test/axe/node_modules/axe-core/axe.min.js");
    private static final String AUDIT = "async () => (await axe.run({ resultTypes: ['violations'] })).violations"
            + ".filter(one => ['serious', 'critical'].includes(one.impact))"
            + ".map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '))";

    /** A picture must not depend on where and when it was taken. */
    private static final String TIDY =
            "({ folder, site, engine }) => { const walker = document.createTreeWalker(document.body, 4);"
                    + " while (walker.nextNode()) { const node = walker.currentNode;"
                    + " const text = node.data.replaceAll(folder, '~').replaceAll(site, 'https://civitai.com')"
                    + "   .replaceAll(site.replace('http://', ''), 'civitai.com')"
                    + "   .replaceAll(engine, 'http://127.0.0.1:8188').replaceAll(/[\\d.]+ .B free/g, '512 GB free');"
                    + " if (text !== node.data) node.data = text; }"
                    + " document.getElementById('place').textContent = '~/ComfyUI'; scrollTo(0, 0); }";

    private ColorScheme scheme = ColorScheme.LIGHT;
    private boolean audits;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void showsEveryViewToEverybody(ColorScheme chosen) throws IOException {
        scheme = chosen;
        audits = Files.isReadable(AXE);
        desk(Worlds.toLookAt());
        var page = window(chosen, 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(chosen).setReducedMotion(ReducedMotion.REDUCE));
        open(page);
        looked(page, "start");
        look(page, "https://civitai.com/images/" + IMAGE);
        page.waitForSelector(".pictures img");
        page.waitForSelector("#ingredients");
        looked(page, "image");
        page.click("text=Look at the graph");
        page.waitForSelector(".canvas .node");
        page.locator(".canvas .node:has-text('KSampler')").focus();
        page.keyboard().press("Enter");
        looked(page, "graph");
        page.goBack();
        page.click("#get");
        page.waitForSelector(".note.good");
        looked(page, "getting");
        library(page);
        workflows(page);
        choice(page);
        compare(page);
        wrong(page);
        go(page, "jobs");
        page.waitForSelector(".list");
        looked(page, "jobs");
        models(page);
        file(page);
        lock(page);
        doctor(page);
        assumeTrue(audits, "the views were drawn, but not audited: no axe-core (npm install in app/src/test/axe)");
    }

    private void library(Page page) throws IOException {
        shelf("loras", 24);
        shelf("checkpoints", 5);
        go(page, "library");
        page.click("#scan");
        page.waitForSelector(".note.good");
        go(page, "library");
        page.waitForSelector(".row-of");
        looked(page, "library");
    }

    private void shelf(String kind, int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            var model = kind.equals("loras")
                    ? Safetensors.file(
                            Map.of(), Map.of("lora_unet_down_blocks_0.lora_up.weight", List.of(i * 40, 16)), i)
                    : Safetensors.sdxlCheckpoint(i);
            Files.write(desk().comfy().resolve("models/" + kind + "/sample-" + i + ".safetensors"), model.toArray());
        }
    }

    private void workflows(Page page) throws IOException {
        var folder = desk().comfy().resolve("user/default/workflows");
        Files.writeString(folder.resolve("evening.json"), """
                {"nodes":[{"id":1,"type":"CheckpointLoaderSimple","widgets_values":["evening.safetensors"],
                "properties":{"models":[{"name":"evening.safetensors","directory":"checkpoints",
                "url":"https://civitai.com/api/download/models/7901?fileId=79010"}]}},
                {"id":2,"type":"LoraLoaderModelOnly","widgets_values":["old/sample-1.safetensors",1.0]},
                {"id":3,"type":"VAELoader","widgets_values":["somebodys.safetensors"]}],"links":[]}""");
        go(page, "workflows");
        page.click("#look");
        page.waitForSelector(".list");
        looked(page, "workflows");
        page.click(".list li:has(strong:text-is('evening.json')) .repair");
        page.waitForSelector("#fix");
        looked(page, "fix");
    }

    private void choice(Page page) {
        go(page, "");
        page.waitForSelector("#reference");
        look(page, Long.toString(Worlds.OF_FORMS));
        page.waitForSelector("#renew");
        page.waitForSelector(".preview img");
        page.waitForSelector(".pictures img");
        looked(page, "choice", "#ingredients");
    }

    private void compare(Page page) throws IOException {
        var original = Files.write(
                folder.resolve("original.png"),
                Png.landscape(416, 608, Map.of()).toArray());
        var result = Files.write(
                folder.resolve("result.png"),
                Png.landscape(416, 608, Map.of(), 1).toArray());
        go(page, "compare");
        page.waitForSelector("#compare");
        page.locator("input[type=file]").nth(0).setInputFiles(original);
        page.locator("input[type=file]").nth(1).setInputFiles(result);
        page.click("#compare:not([disabled])");
        page.waitForSelector(".slide .over img");
        page.waitForSelector("img[alt^='Where they differ']");
        looked(page, "compare");
    }

    private void models(Page page) {
        page.fill("#models", "https://civitai.com/models/7910?modelVersionId=7901");
        page.click("#get-models");
        page.waitForSelector("main .cards");
        looked(page, "models");
    }

    private void file(Page page) throws IOException {
        go(page, "file");
        page.waitForSelector(".takes");
        page.setInputFiles(
                "input[type=file]",
                Files.writeString(
                        folder.resolve("hills.json"),
                        Workflows.textToImage("sample-1.safetensors", 7).write()));
        page.waitForSelector("#save-api");
        looked(page, "file");
    }

    private void lock(Page page) throws IOException {
        go(page, "lock");
        page.waitForSelector("#lock-reference");
        looked(page, "lock");
        page.fill("#lock-reference", "https://civitai.com/images/" + IMAGE);
        page.keyboard().press("Enter");
        page.waitForSelector("#save-lock");
        looked(page, "locked");
        Files.delete(desk().comfy().resolve("models/checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors"));
        page.click("#compare-with-it");
        page.waitForSelector("#agree-to-plan");
        looked(page, "sync");
    }

    private void doctor(Page page) {
        go(page, "doctor");
        page.click("#look");
        page.waitForSelector("main .list");
        looked(page, "doctor");
        go(page, "cache");
        page.waitForSelector(".row-of");
        looked(page, "cache");
    }

    private void wrong(Page page) {
        desk().replica().faults().on(Fault.IGNORE_IMAGE_ID);
        go(page, "");
        page.waitForSelector("#reference");
        look(page, IMAGE);
        page.waitForSelector(".wrong img");
        looked(page, "contradiction");
        desk().replica().faults().clear();
    }

    private void looked(Page page, String view) {
        looked(page, view, ".top");
    }

    /** @param part what stands at the top of the picture */
    private void looked(Page page, String view, String part) {
        page.evaluate(
                TIDY,
                Map.of(
                        "folder",
                        folder.toString(),
                        "site",
                        desk().replica().site().toString(),
                        "engine",
                        desk().engine().address().toString()));
        page.evaluate("part => document.querySelector(part).scrollIntoView()", part);
        var name = "page-" + view + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
        var pictures = System.getProperty("assay.pictures");
        var picture = new Page.ScreenshotOptions();
        if (pictures != null) {
            picture.setPath(Path.of("..").resolve(pictures).resolve(name));
        }
        assertThat(page.screenshot(picture)).isNotEmpty();
        if (audits) {
            audit(page, view);
        }
    }

    private static void audit(Page page, String view) {
        page.evaluate(read(AXE));
        assertThat(page.evaluate(AUDIT)).as(view).isEqualTo(List.of());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
