package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is around the main job: workflow files in either form, the doctor, and the answers that are kept. */
class PageHouseTest extends InChromium {

    private static final String SCRIPT = "<img src=x onerror='window.ran=1'>";

    @Test
    void savesADroppedWorkflowInTheOtherForm() throws IOException, MalformedJsonException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "workflows");
        given(page, "hills.json", Workflows.textToImage("a.safetensors", 7).write());
        shows(page, "h1", "hills.json");
        var api = page.waitForDownload(() -> page.click("#save-api"));
        assertThat(api.suggestedFilename()).isEqualTo("hills.api.json");
        assertThat(Json.parse(Files.readString(api.path())).write()).contains("class_type");
        var ui = page.waitForDownload(() -> page.click("#save-ui"));
        assertThat(ui.suggestedFilename()).isEqualTo("hills.json");
        assertThat(Json.parse(Files.readString(ui.path())).at("nodes").items()).isNotEmpty();
        page.click("text=Look at the graph");
        page.waitForSelector(".canvas .node");
        page.click("text=Save it in either form");
        page.waitForSelector("#save-api");
    }

    @Test
    void saysOfWhichNodeNothingIsKnownAndOfWhatIsNoWorkflowThatItIsNone() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "workflows");
        given(page, "odd.json", "{\"1\":{\"class_type\":\"" + SCRIPT + "\",\"inputs\":{}}}");
        shows(page, "main", "Nothing is known about its class", SCRIPT);
        assertThat(page.locator("#save-ui").count()).isZero();
        assertThat(page.locator("#save-api").count()).isEqualTo(1);
        given(page, SCRIPT.replace('/', '_') + ".json", "{}");
        shows(page, "main", "neither of the two forms");
        assertThat(page.evaluate("() => window.ran ?? null")).isNull();
        assertThat(page.locator("main").textContent()).doesNotContain(folder.toString());
    }

    @Test
    void tellsWhatIsNotWellAndWhatToDo() throws IOException {
        desk(IncidentWorld.world(), Map.of("CIVITAI_API_KEY", "wrong-key"))
                .engine()
                .stop();
        var page = open();
        go(page, "doctor");
        page.click("#look");
        page.waitForSelector("main .list");
        shows(page, "main .note", "1 thing is not well");
        shows(page, "main .list li", "API key", "the site does not know it", "set CIVITAI_API_KEY");
        shows(page, "main .list", "ComfyUI server", "Not needed to write workflows");
        assertThat(page.textContent("main")).doesNotContain("wrong-key");
        page.reload();
        page.waitForSelector("main .list");
    }

    @Test
    void saysWhereAllIsWell() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "doctor");
        page.click("#look");
        shows(page, "main .note.good", "Everything that is needed is there");
    }

    @Test
    void showsTheAnswersThatAreKeptAndForgetsThemWhenTheUserAgrees() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        go(page, "doctor");
        page.click("text=Look at them, or forget them");
        page.waitForSelector(".row-of");
        page.fill("#filter", "imageId=" + IMAGE);
        shows(page, ".row-of", "imageId=" + IMAGE, "proven");
        page.locator(".row-of button").first().click();
        page.waitForSelector("dialog pre");
        page.keyboard().press("Escape");
        gone(page, "dialog");
        page.click("#clear");
        page.waitForSelector("dialog");
        page.keyboard().press("Escape");
        gone(page, "dialog");
        assertThat(desk().get("/api/answers").at("answers").items()).isNotEmpty();
        page.click("#clear");
        page.click("#agree");
        shows(page, "main", "There are none");
        assertThat(desk().get("/api/answers").at("answers").items()).isEmpty();
    }

    /** Nothing of it is in ComfyUI's list: it is looked into all the same, and what it lacks can be had. */
    @Test
    void tellsWhatADroppedWorkflowAndAPastedLinkNeedAndGetsIt() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "file");
        given(page, "mine.json", """
                {"nodes":[{"id":1,"type":"LoraLoaderModelOnly","widgets_values":["mine.safetensors",1.0],
                "properties":{"models":[{"name":"mine.safetensors","directory":"loras",
                "url":"https://civitai.com/api/download/models/712345"}]}}],"links":[]}""");
        page.click("#needs");
        page.waitForSelector("#fix");
        shows(page, "h1", "mine.json");
        shows(page, "main", "lacks mine.safetensors", "Can be had");
        page.click("#fix");
        page.waitForSelector(".note.good");
        assertThat(desk().comfy().resolve("models/loras/mine.safetensors")).exists();
        go(page, "workflows");
        page.fill("#workflow-link", IMAGE);
        page.keyboard().press("Enter");
        page.waitForSelector("#fix");
        shows(page, "main", "ponyDiffusionV6XL_v6StartWithThisOne.safetensors", "To be fetched");
        assertThat(desk().comfy().resolve("user")).doesNotExist();
    }

    /** The pack lies in no folder of the kind that a scan looks into, and the engine has its class all the same. */
    @Test
    void asksARunningComfyUiAboutItsNodes() throws IOException {
        desk(IncidentWorld.world());
        var workflows = Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        Files.writeString(
                workflows.resolve("w.json"),
                "{\"nodes\":[{\"id\":1,\"type\":\"NoSuchCoreNode\",\"properties\":{\"cnr_id\":\"comfy-core\"}}],\"links\":[]}");
        var page = open();
        go(page, "workflows");
        page.click("#look");
        shows(page, "main .list", "needs another version of ComfyUI, for NoSuchCoreNode");
    }

    @Test
    void looksIntoTheFolderWhereNoComfyUiRuns() throws IOException {
        desk(IncidentWorld.world()).engine().stop();
        Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        var page = open();
        go(page, "workflows");
        page.click("#look");
        shows(page, "main", "No ComfyUI server answers");
    }

    @Test
    void saysWhereInComfyUiTheWorkflowIsFound() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.click("#get");
        page.waitForSelector("#in-comfy");
        shows(page, "#in-comfy", "Workflows", "civitai-" + IMAGE);
    }

    /** Whoever presses twice means it once. */
    @Test
    void doesOnceWhatIsPressedTwice() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        page.dblclick("#get");
        page.waitForSelector(".note.good");
        var made = desk().get("/api/jobs").at("jobs").items().stream()
                .filter(job ->
                        job.at("order").at("kind").text().filter("make"::equals).isPresent());
        assertThat(made).hasSize(1);
    }

    @Test
    void saysThatTheProgramIsGoneWhateverIsPressed() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        look(page, IMAGE);
        desk().closePage();
        page.click("#get");
        shows(page, ".actions", "The program does not answer", "Start it again");
        go(page, "lock");
        shows(page, "main", "The program does not answer");
    }

    @Test
    void takesAFileThatIsDroppedBesideItsPlace() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "file");
        page.waitForSelector(".takes");
        page.evaluate(
                "text => { const data = new DataTransfer();"
                        + " data.items.add(new File([text], 'beside.json', { type: 'application/json' }));"
                        + " document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true })); }",
                Workflows.textToImage("a.safetensors", 7).write());
        shows(page, "h1", "beside.json");
    }

    private void given(Page page, String name, String content) throws IOException {
        page.waitForSelector(".takes");
        page.setInputFiles("input[type=file]", Files.writeString(folder.resolve(name), content));
        page.waitForSelector("h1:has-text('A workflow: ')");
    }
}
