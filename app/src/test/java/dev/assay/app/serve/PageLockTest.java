package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pinning what workflows need, and making this computer the same, by looking and clicking. */
class PageLockTest extends InChromium {

    private static final Bytes LORA = Safetensors.sdxlLora("evening_light_pony", 712345);
    private static final String NAME = "light.safetensors";
    private static final String HASH =
            String.valueOf(SiteHashes.of(LORA).get("SHA256")).toLowerCase(Locale.ROOT);

    @Test
    void locksAWorkflowAndMakesTheComputerTheSameAgain() throws IOException, MalformedJsonException {
        shelf();
        var page = open();
        go(page, "workflows");
        page.click("#look");
        page.click(".list li:has(strong:text-is('w.json')) .lock");
        page.waitForSelector("#save-lock");
        shows(page, "main", "1 model", "loras/" + NAME, HASH, "1.0.1");
        var saved = page.waitForDownload(() -> page.click("#save-lock"));
        assertThat(saved.suggestedFilename()).isEqualTo("w.lock.json");
        assertThat(Json.parse(Files.readString(saved.path())).at("schema").text())
                .contains("assay/lock/1");
        page.click("#compare-with-it");
        page.waitForSelector("#synced.good");
        assertThat(page.locator("#agree-to-plan").count()).isZero();

        Files.delete(lora());
        dropped(page, saved.path());
        shows(page, "main", "0 of 1 model", "missing", "To download", "loras/" + NAME);
        assertThat(lora()).doesNotExist();
        page.click("#agree-to-plan");
        page.waitForSelector("#synced.good");
        assertThat(lora()).hasBinaryContent(LORA.toArray());
    }

    @Test
    void takesTheTextOfALockAndIsUsedByKeyboard() throws IOException {
        shelf();
        var page = open();
        go(page, "lock");
        page.focus("summary");
        page.keyboard().press("Enter");
        page.fill("#lock-text", document(locked()).write());
        page.focus("#compare-text");
        page.keyboard().press("Enter");
        page.waitForSelector("#synced.good");
        shows(page, "h1", "pasted.lock.json");
    }

    @Test
    void locksWhatAPastedLinkNeeds() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "lock");
        page.fill("#lock-reference", "https://civitai.com/images/" + IMAGE);
        page.keyboard().press("Enter");
        page.waitForSelector("#save-lock");
        shows(page, "main", "ponyDiffusionV6XL_v6StartWithThisOne.safetensors", "1 workflow");
    }

    @Test
    void saysWhatKeepsALockFromBeingMade() throws IOException {
        shelf();
        Files.delete(lora());
        var page = open();
        go(page, "lock");
        page.click("#lock-all");
        page.waitForSelector("main .note.bad");
        shows(page, "main", "It is missing, and nothing says what its content is");
        assertThat(page.locator("#save-lock").count()).isZero();
    }

    @Test
    void replacesNoFileOfThatName() throws IOException {
        shelf();
        var lock = lockFile();
        var other = Safetensors.sdxlLora("another", 1).toArray();
        Files.write(lora(), other);
        var page = open();
        dropped(page, lock);
        shows(page, "main", "another content", "It stays as it is");
        assertThat(page.locator("#agree-to-plan").count()).isZero();
        assertThat(lora()).hasBinaryContent(other);
    }

    @Test
    void fetchesNothingThatIsNotWhatTheLockSays() throws IOException {
        shelf();
        var lock = lockFile();
        Files.delete(lora());
        desk().replica().faults().on(Fault.CORRUPT_FILE);
        var page = open();
        dropped(page, lock);
        page.click("#agree-to-plan");
        page.waitForSelector("main .note.bad");
        shows(page, "main", "SHA-256");
        assertThat(lora()).doesNotExist();
    }

    @Test
    void isHeldAndGoesOnAndLosesNothingByAReload() throws IOException {
        shelf();
        var lock = lockFile();
        Files.delete(lora());
        desk().replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var page = open();
        dropped(page, lock);
        page.click("#agree-to-plan");
        page.waitForFunction("() => [...document.querySelectorAll('.track progress')].some(bar => bar.value > 1000)");
        page.click("#pause");
        page.waitForSelector("#resume");
        page.reload();
        page.waitForSelector("#resume");
        assertThat(lora()).doesNotExist();
        desk().replica().faults().clear();
        page.click("#resume");
        page.waitForSelector("#synced.good");
        assertThat(lora()).hasBinaryContent(LORA.toArray());
    }

    /** Both tabs agreed to the same: it is fetched once, and both say how it is. */
    @Test
    void fetchesOnceWhatTwoTabsAgreedTo() throws IOException {
        shelf();
        var lock = lockFile();
        Files.delete(lora());
        var page = open();
        dropped(page, lock);
        page.waitForSelector("#agree-to-plan");
        var second = page.context().newPage();
        second.navigate(page.url());
        second.waitForSelector("#agree-to-plan");
        desk().replica().forgetRequests();
        page.click("#agree-to-plan");
        second.click("#agree-to-plan");
        page.waitForSelector("#synced.good");
        second.waitForSelector("#synced.good");
        assertThat(desk().replica().requests().stream()
                        .filter(request -> request.target().contains("/api/download/")))
                .hasSize(1);
        assertThat(lora()).hasBinaryContent(LORA.toArray());
    }

    @Test
    void doesNothingWhereAnotherPlanWasAgreedTo() throws IOException {
        shelf();
        var lock = locked();
        Files.delete(lora());
        var job = over(Json.object().put("kind", "sync").put("job", lock).put("plan", "another"));
        assertThat(job.at("exitCode").integer()).contains(11L);
        assertThat(lora()).doesNotExist();
        assertThat(over(Json.object().put("kind", "sync").put("job", lock))
                        .at("exitCode")
                        .integer())
                .contains(7L);
    }

    @Test
    void takesNoPathOfThisComputer() throws IOException {
        shelf();
        Files.writeString(folder.resolve("beside.json"), workflow());
        for (var name : List.of(
                folder.resolve("beside.json").toString(),
                "workflows/../../../../beside.json",
                "/etc/hosts",
                "files",
                "jobs")) {
            var job = over(Json.object().put("kind", "lock").put("reference", name));
            assertThat(job.at("exitCode").integer()).as(name).contains(2L);
        }
        var sync = over(Json.object().put("kind", "sync").put("file", "../../beside.json"));
        assertThat(sync.at("exitCode").integer()).contains(2L);
    }

    /** A workflow in ComfyUI's list, its model, and its pack of nodes. */
    private void shelf() throws IOException {
        desk(IncidentWorld.world());
        Files.write(lora(), LORA.toArray());
        var workflows = Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        Files.writeString(workflows.resolve("w.json"), workflow());
        var pack = Files.createDirectories(desk().comfy().resolve("custom_nodes/rgthree-comfy"));
        Files.writeString(pack.resolve("pyproject.toml"), "[project]\nname = \"rgthree-comfy\"\nversion = \"1.0.1\"\n");
    }

    private static String workflow() {
        return "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"" + NAME + "\",1]},"
                + "{\"id\":2,\"type\":\"Seed (rgthree)\",\"properties\":{\"ver\":\"0.9\"}}],\"links\":[]}";
    }

    private Path lora() {
        return desk().comfy().resolve("models/loras/" + NAME);
    }

    /** A job that has made the lock of all workflows. */
    private String locked() {
        return over(Json.object().put("kind", "lock")).at("id").text().orElseThrow();
    }

    private Json document(String job) {
        return desk().get("/api/jobs/" + job + "/document");
    }

    private Path lockFile() throws IOException {
        return Files.writeString(
                folder.resolve("team.lock.json"), document(locked()).write());
    }

    private Json over(JsonObjectBuilder order) {
        return desk().over(
                        desk().post("/api/jobs", order.build()).at("id").text().orElseThrow());
    }

    private static void dropped(Page page, Path lock) {
        go(page, "lock");
        page.setInputFiles("section[aria-labelledby=comparing] input[type=file]", lock);
        page.waitForSelector("#synced");
    }
}
