package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing among the files of a version, before anything is fetched. */
class PageChoiceTest extends InChromium {

    private static final String OF_FORMS = "9001";
    private static final long FULL = 76010;
    private static final long PRUNED = 76011;

    @Test
    void getsTheFileThatWasChosen() throws IOException {
        var page = opened();
        shows(page, ".choices", "forms_full.safetensors", "pruned fp16", "pruned bf16");
        assertThat(page.locator(".choices input:checked").getAttribute("value")).isEqualTo(Long.toString(FULL));
        page.check(".choices input[value='" + PRUNED + "']");
        assertThat(page.isDisabled("#get")).isTrue();
        shows(page, ".actions", "Make the plan anew");
        anew(page);
        page.waitForSelector(".choices input[value='" + PRUNED + "']:checked");
        shows(page, "main", "FILE_CHOSEN", "models/checkpoints/forms_pruned.safetensors");
        page.click("#get");
        page.waitForSelector(".note.good");
        assertThat(checkpoints()).containsExactly("forms_pruned.safetensors");
        assertThat(Files.readString(desk().comfy().resolve("user/default/workflows/civitai-" + OF_FORMS + ".json")))
                .contains("forms_pruned.safetensors");
    }

    @Test
    void makesThePlanOfWhatIsPreferred() throws IOException {
        var page = opened();
        page.fill("#prefer", "bf16, pruned");
        anew(page);
        shows(page, "main", "PREFERRED_CHOSEN", "models/checkpoints/forms_bf16.safetensors");
        assertThat(page.inputValue("#prefer")).isEqualTo("bf16,pruned");
    }

    @Test
    void saysWhichWordsSayNothingOfAFile() throws IOException {
        var page = opened();
        page.fill("#prefer", "prunned");
        page.click("#renew");
        page.waitForSelector("#ingredients ~ form .note.bad");
        shows(page, "#ingredients ~ form .note.bad", "prunned", "pruned");
    }

    @Test
    void isChosenByKeyboardAlone() throws IOException {
        var page = opened();
        page.locator(".choices input:checked").focus();
        page.keyboard().press("ArrowDown");
        anew(page);
        page.waitForSelector(".choices input[value='" + PRUNED + "']:checked");
    }

    /** The digest of what was seen is of those files; another choice is another plan. */
    @Test
    void getsNothingForTheDigestOfAnotherChoice() throws IOException {
        desk(world());
        var full = shown(FULL).at("plan").at("digest").text().orElseThrow();
        assertThat(shown(PRUNED).at("plan").at("digest").text().orElseThrow()).isNotEqualTo(full);
        var made = desk().over(id(desk().post("/api/jobs", order("make", PRUNED, full))));
        assertThat(made.at("exitCode").integer()).contains(11L);
        assertThat(checkpoints()).isEmpty();
        desk().reopenPage();
        assertThat(desk().get("/api/jobs/" + id(made)).at("order").at("choices").items())
                .containsExactly(Json.of(PRUNED));
    }

    @Test
    void saysThatAChosenFileIsNoneOfTheImages() throws IOException {
        desk(world());
        var job = shown(12345);
        assertThat(job.at("exitCode").integer()).contains(7L);
        assertThat(desk().get("/api/jobs/" + id(job) + "/document")
                        .at("problems")
                        .at(0)
                        .at("subject")
                        .text())
                .contains("file 12345");
    }

    private Page opened() throws IOException {
        desk(world());
        var page = open();
        look(page, OF_FORMS);
        page.waitForSelector("#renew");
        return page;
    }

    /** What is shown then is another job's. */
    private static void anew(Page page) {
        var before = page.url();
        page.click("#renew");
        page.waitForURL(url -> !url.equals(before));
        page.waitForSelector("#prefer");
    }

    private Json shown(long file) {
        return desk().over(id(desk().post("/api/jobs", order("show", file, ""))));
    }

    private static Json order(String kind, long file, String plan) {
        return Json.object()
                .put("kind", kind)
                .put("reference", OF_FORMS)
                .put("choices", List.of(Json.of(file)))
                .put("plan", plan)
                .build();
    }

    private static String id(Json job) {
        return job.at("id").text().orElseThrow(() -> new AssertionError(job.writePretty()));
    }

    private List<String> checkpoints() throws IOException {
        try (var files = Files.list(desk().comfy().resolve("models/checkpoints"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static World world() {
        var image = Image.of(Long.parseLong(OF_FORMS))
                .meta(Lighthouse.madeWith(QuirkyModels.THREE_FORMS).build())
                .build();
        return QuirksWorld.builder().image(image).build();
    }
}
