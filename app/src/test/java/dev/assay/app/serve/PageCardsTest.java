package dev.assay.app.serve;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.VersionBuilder;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a card says of an ingredient: also under what terms it is given, and what the site shows of it. */
class PageCardsTest extends InChromium {

    private static final String IMAGE_OF_MODELS = "9001";
    private static final String SCRIPT = "<img src=x onerror='window.ran=1'>";

    @Test
    void tellsKindBaseStateSizeFolderLicenceAndAccess() throws IOException {
        var page = looked();
        shows(page, card("Shown"), "checkpoint", "missing", "SDXL 1.0", "checkpoints", "kB");
        shows(page, card("Shown"), "no credit needed, commercial use: Image, RentCivit", "no sign-in needed");
        shows(page, card("Early"), "loras", "early access until", "no sign-in needed");
    }

    /** The browser may load from nowhere else; the program fetches it, small, and keeps it apart from originals. */
    @Test
    void showsTheSitesPictureThroughTheProgram() throws IOException {
        var page = looked();
        page.waitForSelector(card("Shown") + " .preview img");
        assertThat(page.locator(card("Shown") + " .preview img").getAttribute("src"))
                .startsWith("blob:");
        assertThat(page.locator(card("Shown") + " .preview img").evaluate("image => image.naturalWidth"))
                .isEqualTo(450);
        assertThat(desk().replica().requests())
                .anyMatch(request -> request.path().contains("/width=450/"));
        assertThat(folder.resolve("home/previews")).isNotEmptyDirectory();
    }

    @Test
    void showsWhatMayBeMatureOnlyWhenItIsAskedFor() throws IOException {
        var page = looked();
        page.waitForSelector(card("Early") + " .preview button");
        assertThat(page.locator(card("Early") + " img").count()).isZero();
        page.click(card("Early") + " .preview button");
        page.waitForSelector(card("Early") + " .preview img");
    }

    @Test
    void saysWhatIsNotKnown() throws IOException {
        var page = looked();
        shows(page, card("Bare"), "The site shows no picture of it.", "The site does not say.");
    }

    @Test
    void runsNothingOfWhatAModelSaysOfItself() throws IOException {
        var page = looked();
        shows(page, card("Bare"), SCRIPT);
        assertThat(page.evaluate("() => window.ran ?? null")).isNull();
    }

    @Test
    void givesNoPictureThatNoDocumentSpeaksOf() throws IOException {
        desk(world());
        var job = desk().post(
                        "/api/jobs",
                        Json.object()
                                .put("kind", "show")
                                .put("reference", IMAGE_OF_MODELS)
                                .build())
                .at("id")
                .text()
                .orElseThrow();
        desk().over(job);
        for (var number : List.of("17", "-1", "0x1", "99999999999")) {
            assertThat(desk().send(desk().request("/api/jobs/" + job + "/previews/" + number)
                                    .GET())
                            .statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
        assertThat(desk().send(desk().request("/api/jobs/" + job + "/previews/0")
                                .GET())
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    private static String card(String model) {
        return "li.card:has(h3:has-text('" + model + "'))";
    }

    private Page looked() throws IOException {
        desk(world());
        var page = open();
        look(page, IMAGE_OF_MODELS);
        page.waitForSelector("#ingredients");
        return page;
    }

    private static World world() {
        var image = Image.of(Long.parseLong(IMAGE_OF_MODELS))
                .meta(Lighthouse.meta()
                        .put(
                                "civitaiResources",
                                List.of(used("checkpoint", 7901), used("lora", 7902), used("lora", 7903)))
                        .build())
                .build();
        return QuirksWorld.builder()
                .image(image)
                .image(picture(7921, 16))
                .image(picture(7922, 1))
                .image(picture(7923, 8))
                .model(model(
                        7910,
                        "Shown",
                        "Checkpoint",
                        Version.of(7901, "v1", "SDXL 1.0")
                                .image(picture(7921, 16))
                                .image(picture(7922, 1))
                                .file(ModelFile.of(79010, "shown.safetensors", Safetensors.sdxlCheckpoint(7901))
                                        .primary())))
                .model(model(
                        7920,
                        "Early",
                        "LORA",
                        Version.of(7902, "v1", "SDXL 1.0")
                                .access(Access.EARLY_ACCESS)
                                .image(picture(7923, 8))
                                .file(ModelFile.of(79020, "early.safetensors", Safetensors.sdxlLora("early", 7902))
                                        .primary())))
                .model(Model.of(7930, "Bare " + SCRIPT, "LORA")
                        .hidden()
                        .version(Version.of(7903, "v1", "SDXL 1.0")
                                .file(ModelFile.of(79030, "bare.safetensors", Safetensors.sdxlLora("bare", 7903))
                                        .primary()))
                        .build())
                .build();
    }

    private static Model model(long id, String name, String type, VersionBuilder version) {
        return Model.of(id, name, type).version(version).build();
    }

    private static Json used(String type, long version) {
        return Json.object().put("type", type).put("modelVersionId", version).build();
    }

    private static Image picture(long id, int level) {
        return Image.of(id)
                .size(832, 1216)
                .level(level)
                .original(Png.landscape(832, 1216, Map.of(), (int) (id % 7)))
                .build();
    }
}
