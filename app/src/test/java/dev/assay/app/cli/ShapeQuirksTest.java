package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.app.cli.Reports.findings;
import static dev.assay.app.cli.Reports.ingredient;
import static dev.assay.app.cli.Reports.origin;
import static dev.assay.app.cli.Reports.value;
import static dev.assay.app.cli.Reports.witnesses;
import static org.assertj.core.api.Assertions.assertThat;

/** Quirks 20 to 24, 29 to 32, 38 and 39: what shape do metadata have, and whose are they to use? Each as a user meets it, through the command line. */
class ShapeQuirksTest extends AgainstTheReplica {

    /** Quirks 20, 21: in whatever wrapper the metadata are, they are the item's, and nothing else is needed. */
    @ParameterizedTest
    @EnumSource(names = {"META_FLAT", "META_NESTED", "META_DOUBLE_NESTED", "META_STRING"})
    void readsMetadataOfEveryShape(Fault fault) throws IOException {
        var replica = serve();
        replica.faults().on(fault);
        var shown = program.run("show", INCIDENT, "--json").json();
        assertThat(value(shown, "seed")).isEqualTo("1716271426");
        assertThat(origin(shown, "seed")).isEqualTo("site_item");
        assertThat(replica.requests()).noneMatch(request -> request.path().contains("/original=true/"));
    }

    /** Quirk 20: a wrapper that names another image. */
    @Test
    void takesNothingOutOfAnotherImagesWrapper() throws IOException {
        serve().faults().on(Fault.FOREIGN_WRAPPER_ID);
        var shown = program.run("show", INCIDENT, "--json").json();
        assertThat(origin(shown, "seed")).isEqualTo("file");
        assertThat(findings(shown)).contains("FOREIGN_ANSWER");
    }

    /** Quirk 22; quirk 61, for the file is a PNG at an address that ends in .jpeg. */
    @Test
    void looksIntoTheFileWhereMetadataAreWithheld() throws IOException {
        serve().faults().on(Fault.META_NULL);
        var shown = program.run("show", INCIDENT, "--json").json();
        assertThat(origin(shown, "seed")).isEqualTo("file");
        assertThat(findings(shown)).contains("META_ABSENT");
    }

    /** Quirk 23: whatever word or number the rating is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void theRatingDecidesNothing(int level) throws IOException {
        serve(plain().level(level));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW);
        assertThat(ended.code()).as(ended.printed()).isZero();
    }

    /** Quirk 24: no BlurHash, no author, no post's name, another time. */
    @Test
    void whatIsMissingBesideTheMetadataDecidesNothing() throws IOException {
        var item = Json.object()
                .put("id", ID)
                .put("nsfw", "None")
                .put("nsfwLevel", 1)
                .put("hash", Json.none())
                .put("createdAt", "2023-07-29T20:50:47.173")
                .put("username", Json.none())
                .put("width", "1024")
                .put("stats", Json.none())
                .put("meta", Pony.meta().build())
                .build();
        serve(plain().captured(new Image.Captured(Optional.of(item), Optional.empty(), Optional.empty())));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(value(ended.json(), "width")).isEqualTo("832");
    }

    /** Quirk 29. */
    @Test
    void readsValuesOfEveryType() throws IOException {
        serve();
        var shown = program.run("show", Long.toString(QuirksWorld.ODD_TYPES), "--json")
                .json();
        assertThat(value(shown, "seed")).isEqualTo("18446744073709551615");
        assertThat(value(shown, "steps")).isEqualTo("28");
        assertThat(value(shown, "cfgScale")).isEqualTo("7.50");
        assertThat(value(shown, "clipSkip")).isEqualTo("2");
        assertThat(value(shown, "width")).isEqualTo("600");
        assertThat(value(shown, "height")).isEqualTo("848");
        assertThat(ingredient(shown, "lora").at("clues").write()).contains("hash 95d20eda2f");
        assertThat(ingredient(shown, "checkpoint").at("name").text()).contains("first_half:second_half");
    }

    /** Quirk 30: a seed that lost its last digits is not passed off as the true one. */
    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "18446744073709552000"})
    void saysThatASeedTooLargeForTheSiteIsUnreliable(String seed) throws IOException {
        serve(plain().meta(Pony.meta().put("seed", new Json.Num(seed)).build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("SEED_UNRELIABLE");
        assertThat(ended.json().at("fidelity").text()).contains("approximate");
        assertThat(program.run("make", IMAGE, "--no-download", "-o", "other.json", "--strict")
                        .code())
                .isEqualTo(12);
    }

    /** Quirk 31: the half that is whole is used, and words inside texts stay what they are. */
    @Test
    void mendsABrokenGraphAndNothingInsideItsTexts() throws IOException {
        var comfy = "{\"prompt\": " + graph("undefined NaN").write() + ", \"workflow\": undefined}";
        serve(plain().meta(Pony.meta().put("comfy", comfy).build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fidelity").text()).contains("exact-graph");
        assertThat(workflow()).contains("undefined NaN", "\"seed\":4711");
    }

    /** Quirk 31, where nothing can be mended. */
    @Test
    void saysThatAGraphIsUnreadable() throws IOException {
        serve(plain().meta(Pony.meta().put("comfy", "{\"prompt\": {\"3\": ").build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("COMFY_UNREADABLE");
    }

    /** Quirk 32: no graph, but it says that another picture was there first. */
    @Test
    void takesTheNameOfAWorkflowForNoGraph() throws IOException {
        serve(plain().meta(Pony.meta().put("workflow", "img2img-hires").build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("recipe").at("ownGraph").bool()).contains(false);
        assertThat(findings(ended.json())).contains("IMG2IMG_SOURCE", "HIRES_UNKNOWN");
    }

    /** Quirk 38: neither a leak nor the file's own bytes are read behind the author's back. */
    @Test
    void hiddenMetadataStayHidden() throws IOException {
        var replica = serve(plain().hideMeta()
                .original(Png.landscape(64, 64, Map.of("parameters", "a secret\nSteps: 20, Seed: 1"))));
        var ended = program.key(IncidentWorld.KEY).run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(6);
        assertThat(ended.printed()).doesNotContain("pears", "a secret");
        assertThat(replica.requests()).noneMatch(request -> request.path().contains("/original=true/"));
        assertThat(program.workflows()).isEmpty();
    }

    /** Quirk 39: what differs from answer to answer of the same image is no contradiction, unless it identifies. */
    @Test
    void toleratesWhatDiffersFromAnswerToAnswer() throws IOException {
        var get = Json.object()
                .put("id", ID)
                .put("nsfwLevel", 16)
                .put("createdAt", "2020-01-01T00:00:00.000Z")
                .put("hash", "another BlurHash")
                .put("hasMeta", true)
                .put("hideMeta", false)
                .put("user", Json.object().put("username", "renamed").build())
                .build();
        serve(plain().captured(new Image.Captured(Optional.empty(), Optional.of(get), Optional.empty())));
        var ended = program.key(IncidentWorld.KEY).run("show", IMAGE, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(witnesses(ended.json())).contains("item", "image");
    }

    /** A small graph as the engine runs it. */
    private static Json graph(String prompt) {
        return Json.object()
                .put("1", node("CheckpointLoaderSimple", Map.of("ckpt_name", Json.of("mine.safetensors"))))
                .put("2", node("CLIPTextEncode", Map.of("text", Json.of(prompt), "clip", link("1", 1))))
                .put(
                        "3",
                        node(
                                "EmptyLatentImage",
                                Map.of("width", Json.of(832), "height", Json.of(1216), "batch_size", Json.of(1))))
                .put(
                        "4",
                        node(
                                "KSampler",
                                Map.ofEntries(
                                        Map.entry("model", link("1", 0)),
                                        Map.entry("positive", link("2", 0)),
                                        Map.entry("negative", link("2", 0)),
                                        Map.entry("latent_image", link("3", 0)),
                                        Map.entry("seed", Json.of(4711)),
                                        Map.entry("steps", Json.of(20)),
                                        Map.entry("cfg", Json.of(6)),
                                        Map.entry("sampler_name", Json.of("euler")),
                                        Map.entry("scheduler", Json.of("normal")),
                                        Map.entry("denoise", Json.of(1)))))
                .put("5", node("VAEDecode", Map.of("samples", link("4", 0), "vae", link("1", 2))))
                .put("6", node("SaveImage", Map.of("images", link("5", 0), "filename_prefix", Json.of("x"))))
                .build();
    }

    private static Json node(String type, Map<String, Json> inputs) {
        return Json.object()
                .put("class_type", type)
                .put("inputs", new Json.Obj(inputs))
                .build();
    }

    private static Json link(String node, int slot) {
        return Json.of(List.of(Json.of(node), Json.of(slot)));
    }

    private String workflow() throws IOException {
        return Files.readString(folder.resolve(WORKFLOW)).replaceAll("\\s*\n\\s*|(?<=\":) ", "");
    }
}
