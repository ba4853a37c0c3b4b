package dev.assay.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Pickles;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Getting models that are named by themselves. */
class PageGetTest extends InChromium {

    private static final String LORA = "evening_light_pony.safetensors";

    @Test
    void saysWhatAModelIsAndGetsIt() throws IOException {
        desk(IncidentWorld.world());
        var page = named("712345");
        shows(page, "main", LORA, "To download", "taken for the number of a model version");
        assertThat(models()).isEmpty();
        page.click("#agree-to-plan");
        page.waitForSelector(".note.good");
        assertThat(models()).containsExactly("loras/" + LORA);
        page = named("712345", page);
        shows(page, "main .note.good", "there already");
    }

    @Test
    void putsItIntoTheFolderThatIsNamedAndSaysWhatCannotBeUnderstood() throws IOException {
        desk(IncidentWorld.world());
        var page = open();
        go(page, "jobs");
        page.fill("#models", "712345");
        page.click(".card summary");
        page.selectOption("#folder", "embeddings");
        page.click("#get-models");
        page.click("#agree-to-plan");
        page.waitForSelector(".note.good");
        assertThat(models()).containsExactly("embeddings/" + LORA);
        page = named("no such thing", page);
        page.waitForSelector("main .note.bad");
        assertThat(page.locator("#agree-to-plan").count()).isZero();
    }

    @Test
    void choosesAmongTheFilesOfAVersion() throws IOException {
        desk(Worlds.toLookAt());
        var page = named("7901");
        page.check("input[type=radio] >> nth=2");
        page.click("#renew");
        shows(page, ".actions", "sea_pruned_fp8.safetensors");
    }

    @Test
    void getsNothingThatWasNotAgreedToAndKeepsNoKeyOfAnAddress() throws IOException {
        desk(IncidentWorld.world());
        var address = "https://civitai.com/api/download/models/712345?token=0123456789abcdef";
        var order = Json.object().put("kind", "get").put("reference", address).put("plan", "another");
        var job = desk().post("/api/jobs", order.build());
        var over = desk().over(job.at("id").text().orElseThrow());
        assertThat(over.at("exitCode").integer()).contains(11L);
        assertThat(models()).isEmpty();
        try (var files = Files.walk(folder.resolve("home"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("0123456789abcdef"));
        }
    }

    /** Formats that can run code are fetched for whoever says so; what loading them would run is told at once. */
    @Test
    void fetchesPicklesForWhoeverAllowsThem() throws IOException {
        desk(sharpener());
        var page = named("7801");
        page.waitForSelector("#allow-pickle");
        assertThat(page.locator("#agree-to-plan").count()).isZero();
        page.click("#allow-pickle");
        page.click("#agree-to-plan");
        page.waitForSelector(".note.good");
        assertThat(models()).containsExactly("upscale_models/sharp.pth");
        page.waitForSelector("code:text-is('PICKLE_RUNS_CODE')");
        shows(page, "main", "posix.system");
    }

    @Test
    void makesAWorkflowRunWithAPickleForWhoeverAllowsIt() throws IOException {
        desk(sharpener());
        var workflows = Files.createDirectories(desk().comfy().resolve("user/default/workflows"));
        Files.writeString(workflows.resolve("old.json"), """
                {"nodes":[{"id":1,"type":"UpscaleModelLoader","widgets_values":["sharp.pth"],
                "properties":{"models":[{"name":"sharp.pth","directory":"upscale_models",
                "url":"https://civitai.com/api/download/models/7801"}]}}],"links":[]}""");
        var page = open();
        go(page, "workflows");
        page.click("#look");
        page.click(".list .repair");
        page.waitForSelector("#allow-pickle");
        assertThat(page.locator("#fix").count()).isZero();
        page.click("#allow-pickle");
        page.click("#fix");
        page.waitForSelector(".note.good");
        assertThat(models()).containsExactly("upscale_models/sharp.pth");
    }

    private static World sharpener() {
        var content = Pickles.calling(
                "posix",
                "system",
                "true",
                Map.of("conv_first.weight", List.of(8, 3, 3, 3), "conv_last.weight", List.of(3, 8, 3, 3)));
        return World.builder()
                .model(Model.of(7800, "A sharpener", "Upscaler")
                        .version(Version.of(7801, "v1", "Other")
                                .file(ModelFile.of(78010, "sharp.pth", content)
                                        .metadata(Json.object()
                                                .put("format", "PickleTensor")
                                                .build())
                                        .primary()))
                        .build())
                .build();
    }

    private Page named(String references) {
        return named(references, open());
    }

    private static Page named(String references, Page page) {
        go(page, "jobs");
        page.waitForSelector("#models");
        page.fill("#models", references);
        page.click("#get-models");
        page.waitForSelector("h1:has-text('Models')");
        page.waitForSelector("main .cards, main .note");
        return page;
    }

    private List<String> models() throws IOException {
        var root = desk().comfy().resolve("models");
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .map(Path::toString)
                    .toList();
        }
    }
}
