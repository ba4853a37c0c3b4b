package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Making workflows run from the page: the plan first, and then no more than the plan. */
class PageFixTest extends InChromium {

    private static final Bytes LORA = Safetensors.sdxlLora("evening_light_pony", 712345);

    @Test
    void showsWhatWouldMakeAWorkflowRunAndDoesIt() throws IOException {
        lacking();
        var page = planned("needs.json");
        shows(page, "#fetches + ul", "loras/wanted.safetensors", "SHA-256");
        assertThat(page.locator("#rewirings").count()).isZero();
        assertThat(loras()).containsExactly("a.safetensors");
        page.click("#fix");
        page.waitForSelector(".note.good");
        shows(page, ".note.good", "Nothing is lacking any more");
        assertThat(loras()).containsExactly("a.safetensors", "wanted.safetensors");
    }

    @Test
    void changesNamesInACopyOrWhereThatIsWantedInTheWorkflowItself() throws IOException {
        lacking();
        var before = Files.readString(workflows().resolve("moved.json"));
        var page = planned("moved.json");
        shows(page, "#rewirings + .card", "moved.json", "a.safetensors", "xl/a.safetensors");
        page.click("#fix");
        page.waitForSelector(".note.good");
        shows(page, ".note.good", "moved.fixed.json");
        assertThat(workflows().resolve("moved.json")).hasContent(before);
        assertThat(workflows().resolve("moved.fixed.json")).content().contains("xl/a.safetensors");
        go(page, "workflows");
        page = planned("moved.json", page);
        page.check("#in-place");
        page.click("#fix");
        page.waitForSelector(".note.good");
        shows(page, ".note.good", "moved.json.bak");
        assertThat(workflows().resolve("moved.json.bak")).hasContent(before);
        assertThat(workflows().resolve("moved.json")).content().contains("xl/a.safetensors");
    }

    @Test
    void makesAllOfThemRunAtOnce() throws IOException {
        lacking();
        var page = open();
        go(page, "workflows");
        page.click("#look");
        page.click("#fix-all");
        shows(page, "main", "loras/wanted.safetensors", "moved.json", "Left to you", "nowhere.safetensors");
        page.click("#fix");
        page.waitForSelector(".note.warn:has-text('still lacks something')");
        assertThat(loras()).contains("wanted.safetensors");
        assertThat(workflows().resolve("moved.fixed.json")).exists();
    }

    @Test
    void isHeldAndGoesOnAndLosesNothingByAReload() throws IOException {
        lacking();
        Files.writeString(workflows().resolve("large.json"), """
                {"nodes":[{"id":1,"type":"CheckpointLoaderSimple","widgets_values":["large.safetensors"],
                "properties":{"models":[{"name":"large.safetensors","directory":"checkpoints",
                "url":"https://civitai.com/api/download/models/290640"}]}}],"links":[]}""");
        desk().replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var page = planned("large.json");
        page.click("#fix");
        page.waitForFunction("() => [...document.querySelectorAll('.track progress')].some(bar => bar.value > 40000)");
        page.click("#pause");
        page.waitForSelector("#resume");
        page.reload();
        page.waitForSelector("#resume");
        desk().replica().faults().clear();
        desk().replica().forgetRequests();
        page.click("#resume");
        page.waitForSelector(".note.good");
        assertThat(desk().replica().requests())
                .anyMatch(request -> request.header("Range").isPresent());
    }

    @Test
    void doesNothingWhereThePlanIsAnotherOneByNow() throws IOException {
        lacking();
        var page = planned("needs.json");
        Files.writeString(workflows().resolve("needs.json"), noted("other.safetensors"));
        page.click("#fix");
        page.waitForSelector(".note.warn");
        shows(page, ".note.warn", "has changed since you looked");
        assertThat(loras()).containsExactly("a.safetensors");
    }

    @Test
    void looksIntoNoFileBesideComfyUisOwnList() throws IOException {
        lacking();
        Files.writeString(desk().comfy().resolve("user/default/private.json"), noted("wanted.safetensors"));
        for (var name : List.of(
                "private.json", "workflows/../private.json", "/etc/hosts", workflows() + "/needs.json", "workflows")) {
            for (var kind : List.of("workflows", "fix")) {
                var job = desk().post(
                                "/api/jobs",
                                Json.object()
                                        .put("kind", kind)
                                        .put("reference", name)
                                        .build());
                assertThat(desk().over(job.at("id").text().orElseThrow())
                                .at("exitCode")
                                .integer())
                        .as(kind + " " + name)
                        .contains(2L);
            }
        }
    }

    /** One workflow whose model can be had, one whose model lies elsewhere, and one whose model nobody knows. */
    private void lacking() throws IOException {
        desk(IncidentWorld.world());
        Files.createDirectories(workflows());
        var there = desk().comfy().resolve("models/loras/xl");
        Files.createDirectories(there);
        Files.write(
                there.resolve("a.safetensors"),
                Safetensors.sdxlLora("another", 7).toArray());
        Files.writeString(workflows().resolve("needs.json"), noted("wanted.safetensors"));
        Files.writeString(workflows().resolve("moved.json"), workflow("a.safetensors", ""));
        Files.writeString(workflows().resolve("unknown.json"), workflow("nowhere.safetensors", ""));
    }

    private Page planned(String workflow) {
        var page = open();
        go(page, "workflows");
        page.click("#look");
        return planned(workflow, page);
    }

    private static Page planned(String workflow, Page page) {
        page.click(".list li:has(strong:text-is('" + workflow + "')) .repair");
        page.waitForSelector("#fix");
        return page;
    }

    private Path workflows() {
        return desk().comfy().resolve("user/default/workflows");
    }

    private List<String> loras() throws IOException {
        try (var files = Files.walk(desk().comfy().resolve("models/loras"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String workflow(String name, String more) {
        return "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"" + name + "\",1.0]" + more
                + "}],\"links\":[]}";
    }

    private static String noted(String name) {
        return workflow(
                name,
                ",\"properties\":{\"models\":[{\"name\":\"" + name
                        + "\",\"url\":\"https://civitai.com/api/download/models/712345\",\"directory\":\"loras\","
                        + "\"hash\":\"" + SiteHashes.of(LORA).get("SHA256") + "\",\"hash_type\":\"SHA256\"}]}");
    }
}
