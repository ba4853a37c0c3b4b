package dev.assay.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.replica.sample.IncidentWorld;
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
