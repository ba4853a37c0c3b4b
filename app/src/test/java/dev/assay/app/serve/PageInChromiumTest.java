package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.Workflows;
import dev.assay.replica.world.Image;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person does with the page. */
class PageInChromiumTest extends InChromium {

    private static final String OTHER = "9173928";
    private static final String SCRIPT = "<img src=x onerror='window.ran=1'><script>window.ran=1</script>";

    @Test
    void showsTheRightImageAndGetsItIntoComfyUisFolder() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, "https://civitai.com/images/" + IMAGE);
        shows(page, ".badge", "Proven");
        shows(page, "main", "1716271426", "Pony Diffusion V6 XL");
        assertThat(page.textContent("main")).doesNotContain(OTHER);
        assertThat(page.locator(".token.lora").count()).isEqualTo(2);
        assertThat(page.locator(".token.embedding").allTextContents()).containsExactly("calm_neg_pdxl");
        page.waitForSelector(".pictures img");
        page.click("#get");
        page.waitForSelector(".note.good");
        shows(page, ".note.good", "civitai-" + IMAGE + ".json");
        var workflow = desk().comfy().resolve("user/default/workflows/civitai-" + IMAGE + ".json");
        assertThat(Files.readString(workflow)).contains("1716271426").doesNotContain("1938345220");
        assertThat(desk().comfy().resolve("models/checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors"))
                .exists();
        var copy = page.waitForDownload(() -> page.click("text=Save a copy"));
        assertThat(copy.suggestedFilename()).isEqualTo("civitai-" + IMAGE + ".json");
        assertThat(Files.readString(copy.path())).contains("1716271426");
    }

    @Test
    void stopsAtTheWrongImageAndShowsWhatCameBack() throws IOException {
        desk(Worlds.withAPictureOfTheOther()).replica().faults().on(Fault.IGNORE_IMAGE_ID);
        var page = open();
        look(page, IMAGE);
        assertThat(page.textContent(".badge")).doesNotContain("Proven");
        page.waitForSelector(".sides");
        shows(page, ".sides", IMAGE, OTHER);
        page.waitForSelector(".wrong img");
        shows(page, "main", "Raw answer");
        assertThat(page.locator("#get").count()).isZero();
        assertThat(desk().comfy().resolve("user")).doesNotExist();
    }

    /** Two answers about the image that was asked for, with two files: nobody can say which is right. */
    @Test
    void showsBothFilesWhereAnswersContradictEachOther() throws IOException {
        desk(Worlds.withTwoFiles(), Map.of("CIVITAI_API_KEY", IncidentWorld.KEY))
                .replica()
                .faults()
                .on(Fault.CONTRADICTING_UUID);
        var page = open();
        look(page, IMAGE);
        shows(page, ".badge", "Contradicted");
        shows(page, "main .note.bad", "the media UUID is", Worlds.OTHER_FILE);
        page.waitForFunction("() => document.querySelectorAll('.sides img').length === 2");
        assertThat(page.locator(".sides figure").count()).isEqualTo(2);
        assertThat(page.locator(".sides figcaption").allTextContents())
                .anyMatch(text -> text.contains(Worlds.OTHER_FILE))
                .noneMatch(text -> text.contains("Asked for"));
        assertThat(page.locator("#get").count()).isZero();
    }

    /** Whoever knows how it was made can say so; it is their word, and stays so. */
    @Test
    void takesTheUsersOwnMetadataWhereAnswersSayNothing() throws IOException {
        var hidden = Image.of(9001)
                .hideMeta()
                .meta(Json.object().put("prompt", "hidden").build())
                .build();
        desk(QuirksWorld.builder().image(hidden).build());
        var page = open();
        look(page, "9001");
        page.click("text=Give your own metadata of it");
        page.fill("#own-metadata", "a lighthouse\nSteps: 20, Sampler: Euler a, CFG scale: 6, Seed: 7, Size: 832x1216");
        page.click("#with-metadata");
        page.waitForSelector("#settings");
        shows(page, "main", "a lighthouse", "user");
    }

    @Test
    void takesALinkThatIsDropped() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        page.evaluate(
                "address => { const data = new DataTransfer(); data.setData('text/uri-list', address);"
                        + " document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data })); }",
                "https://civitai.com/images/" + IMAGE);
        page.waitForSelector(".badge");
        shows(page, ".badge", "Proven");
    }

    @Test
    void showsTheRawAnswerBehindAWitness() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.click("text=Every witness");
        page.locator("button:has-text('Raw answer')").first().click();
        page.waitForSelector("dialog pre");
        shows(page, "dialog", IMAGE, "imageId=" + IMAGE);
        page.keyboard().press("Escape");
        gone(page, "dialog");
    }

    @Test
    void readsADroppedFile() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        var own = IncidentWorld.world().images().stream()
                .filter(image -> image.id() == IncidentWorld.IMAGE)
                .findFirst()
                .flatMap(image -> image.picture().original())
                .orElseThrow();
        page.setInputFiles("input[type=file]", Files.write(folder.resolve("mine.png"), own.toArray()));
        page.waitForSelector(".badge");
        shows(page, "main", "mine.png");
        page.waitForSelector(".pictures img");
    }

    @Test
    void refusesAFileThatIsNotWhatWasPromised() throws IOException {
        desk(IncidentWorld.world()).replica().faults().on(Fault.CORRUPT_FILE);
        var page = open();
        look(page, IMAGE);
        page.click("#get");
        page.waitForSelector("main .note.bad");
        shows(page, "main", "SHA-256", "nothing of it is kept");
        assertThat(desk().comfy().resolve("user")).doesNotExist();
        try (var files = Files.walk(desk().comfy())) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".safetensors"));
        }
    }

    @Test
    void runsWhatWasMadeAndComparesTheResult() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.click("#get");
        page.waitForSelector(".note.good");
        page.click("text=Run it on ComfyUI");
        page.waitForSelector(".results img");
        page.click("text=Compare with the original");
        page.waitForSelector(".slide .over img");
        page.waitForSelector("img[alt^='Where they differ']");
        page.locator("#slide").focus();
        page.keyboard().press("Home");
        assertThat(page.evaluate("() => document.querySelector('.slide .over').style.clipPath"))
                .isEqualTo("inset(0px 0px 0px 0%)");
        shows(page, "main", "NOISE_GPU");
    }

    @Test
    void saysWhatToDoWhereNoComfyUiRuns() throws IOException {
        desk(IncidentWorld.world()).engine().stop();
        var page = open();
        look(page, IMAGE);
        page.click("#get");
        page.waitForSelector(".note.good");
        page.click("text=Run it on ComfyUI");
        page.waitForSelector("main .note.bad");
        shows(page, "main", "Start ComfyUI");
    }

    @Test
    void tellsWhatTheWorkflowsInComfyUisFolderLack() throws IOException {
        desk(IncidentWorld.world());
        var workflows = Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        Files.writeString(
                workflows.resolve("hills.json"),
                Workflows.textToImage("nowhere.safetensors", 7).write());
        var page = open();
        go(page, "workflows");
        page.click("#look");
        page.waitForSelector(".list");
        shows(page, "main", "hills.json", "1 lacks something", "nowhere.safetensors");
    }

    @Test
    void runsNothingThatComesFromOutside() throws IOException {
        var hostile = Image.of(9001)
                .username(SCRIPT)
                .meta(Json.object()
                        .put("prompt", SCRIPT + " <lora:" + SCRIPT + ":1> (" + SCRIPT + ":1.2)")
                        .put("negativePrompt", SCRIPT)
                        .put("sampler", SCRIPT)
                        .put("Model", SCRIPT)
                        .put(SCRIPT, SCRIPT)
                        .put("seed", 7)
                        .put("steps", 20)
                        .put("cfgScale", 6)
                        .put("Size", "832x1216")
                        .put(
                                "resources",
                                List.of(Json.object()
                                        .put("name", SCRIPT)
                                        .put("type", "lora")
                                        .build()))
                        .build())
                .build();
        desk(QuirksWorld.builder().image(hostile).build());
        var page = open();
        look(page, "9001");
        shows(page, "main", "window.ran=1");
        assertThat(page.evaluate("() => window.ran ?? null")).isNull();
        assertThat(page.locator("main script, main img[src='x']").count()).isZero();
        go(page, "");
        page.fill("#reference", SCRIPT);
        page.keyboard().press("Enter");
        page.waitForSelector(".badge, .note.bad");
        go(page, "jobs");
        page.waitForSelector(".list");
        assertThat(page.evaluate("() => window.ran ?? null")).isNull();
    }

    @Test
    void isUsedByKeyboardAlone() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        page.keyboard().type(IMAGE);
        page.keyboard().press("Enter");
        page.waitForSelector("#get");
        for (int tab = 0; tab < 30; tab++) {
            if ("get".equals(page.evaluate("() => document.activeElement.id"))) {
                break;
            }
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForSelector(".note.good");
    }

    @Test
    void losesNothingInASecondTabOrByAReload() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.reload();
        page.waitForSelector(".badge");
        var second = page.context().newPage();
        second.navigate(page.url());
        second.waitForSelector(".badge");
        shows(second, "h1", IMAGE);
        assertThat(page.url()).doesNotContain("secret");
    }

    @Test
    void fitsANarrowWindow() throws IOException {
        desk(IncidentWorld.world());
        var workflows = Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        Files.writeString(
                workflows.resolve("a_workflow_with_a_rather_long_name_that_nobody_would_break_anywhere.json"),
                Workflows.textToImage("nowhere.safetensors", 7).write());
        var page = open(window(ColorScheme.LIGHT, 360));
        fits(page, "beginning");
        look(page, IMAGE);
        page.waitForSelector("#ingredients");
        fits(page, "image");
        page.click("text=Look at the graph");
        page.waitForSelector(".canvas .node");
        fits(page, "graph");
        page.goBack();
        page.click("#get");
        page.waitForSelector(".note.good");
        fits(page, "getting");
        go(page, "workflows");
        page.click("#look");
        page.waitForSelector(".list");
        fits(page, "workflows");
        page.click(".list .repair");
        page.waitForSelector("#by-hand");
        fits(page, "fix");
        for (var view : List.of("library", "compare", "jobs", "lock", "doctor", "cache", "file")) {
            go(page, view);
            page.waitForSelector("h1");
            fits(page, view);
        }
    }

    private static void fits(Page page, String view) {
        var wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assertThat(page.evaluate(wide)).as(view).isEqualTo(0);
    }

    @Test
    void saysWhatToDoWithoutTheSecret() throws IOException {
        desk(IncidentWorld.world());
        var page = window(ColorScheme.LIGHT, 1280);
        page.navigate("http://127.0.0.1:" + desk().page().port() + "/");
        page.waitForSelector(".note.bad");
        shows(page, "main", "Open the address that assay serve prints");
    }

    @Test
    void opensWithATicketThatIsGoodOnce() throws IOException {
        desk(IncidentWorld.world());
        var page = window(ColorScheme.LIGHT, 1280);
        page.navigate(desk().page().invitation());
        page.waitForSelector("#reference");
        assertThat(page.url()).doesNotContain("ticket");
    }
}
