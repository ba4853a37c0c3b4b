package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Giving the pictures that an image begins with, since no metadata hold them. */
class PagePicturesTest extends InChromium {

    private static final String MADE_FROM_A_PICTURE = "9001";

    @Test
    void takesThePictureThatTheImageWasMadeFrom() throws IOException {
        var page = opened();
        shows(page, "main", "IMG2IMG_SOURCE", "civitai-" + MADE_FROM_A_PICTURE + "-source.png");
        page.setInputFiles("#sources", sketch("sketch.png"));
        anew(page);
        shows(page, "main", "PICTURE_GIVEN", "sketch.png");
        assertThat(page.locator("main").innerText()).doesNotContain("IMG2IMG_SOURCE");
        page.click("#get");
        page.waitForSelector(".note.good");
        assertThat(desk().comfy().resolve("input/sketch.png")).hasBinaryContent(sketch("sketch.png").buffer);
        assertThat(Files.readString(
                        desk().comfy().resolve("user/default/workflows/civitai-" + MADE_FROM_A_PICTURE + ".json")))
                .contains("sketch.png");
    }

    /** What was given stays where only something else is added. */
    @Test
    void keepsWhatWasGivenBefore() throws IOException {
        var page = opened();
        page.setInputFiles("#sources", sketch("sketch.png"));
        anew(page);
        page.setInputFiles("#mask", sketch("mask.png"));
        anew(page);
        shows(page, "main", "sketch.png", "mask.png");
    }

    @Test
    void saysThatAPictureIsNotThere() throws IOException {
        desk(world());
        var order = Json.object()
                .put("kind", "show")
                .put("reference", MADE_FROM_A_PICTURE)
                .put("sources", List.of(Json.of("0".repeat(64))))
                .build();
        var job = desk().over(desk().post("/api/jobs", order).at("id").text().orElseThrow());
        assertThat(job.at("exitCode").integer()).contains(2L);
    }

    private static FilePayload sketch(String name) {
        return new FilePayload(
                name,
                "image/png",
                Png.landscape(416, 608, Map.of(), name.length()).toArray());
    }

    private Page opened() throws IOException {
        desk(world());
        var page = open();
        look(page, MADE_FROM_A_PICTURE);
        page.waitForSelector("#with-pictures");
        return page;
    }

    /** What is shown then is another job's. */
    private static void anew(Page page) {
        var before = page.url();
        page.click("#with-pictures");
        page.waitForURL(url -> !url.equals(before));
        page.waitForSelector("#with-pictures");
    }

    private static World world() {
        var meta = Lighthouse.madeWith(QuirkyModels.THREE_FORMS)
                .put("workflow", "img2img")
                .put("Denoising strength", "0.5")
                .build();
        return QuirksWorld.builder()
                .image(Image.of(Long.parseLong(MADE_FROM_A_PICTURE)).meta(meta).build())
                .build();
    }
}
