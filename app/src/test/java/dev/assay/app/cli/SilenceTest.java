package dev.assay.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.app.cli.Reports.findings;
import static dev.assay.app.cli.Reports.origin;
import static dev.assay.app.cli.Reports.value;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 2: nothing is replaced in silence. What is assumed, approximated, left out or in doubt is a finding in the report
 * and on the workflow, makes the fidelity what it is, and is an error under {@code --strict}.
 */
class SilenceTest extends AgainstTheReplica {

    private static final long NET = 8101;

    /** Each way of falling short of the original: the metadata say so much, or lack it. */
    @ParameterizedTest
    @CsvSource({
        "seed, , SEED_MISSING, approximate",
        "seed, -1, SEED_MISSING, approximate",
        "steps, , STEPS_MISSING, approximate",
        "cfgScale, , CFG_MISSING, approximate",
        "Size, , SIZE_MISSING, approximate",
        "sampler, , SAMPLER_MISSING, approximate",
        "sampler, Quux 9000, SAMPLER_UNKNOWN, approximate",
        "Schedule type, Quux, SCHED_UNKNOWN, approximate",
        "Denoising strength, 0.5, IMG2IMG_SOURCE, partial",
        "Mask blur, 4, MASK, partial",
        "ADetailer model, face_yolov8n.pt, ADETAILER, partial",
        "workflow, txt2img-hires, HIRES_UNKNOWN, partial",
        "ControlNet 0, preprocessor: canny, CN_IMAGE, partial",
        "Variation seed, 12, VARSEED, approximate",
    })
    void saysWhatIsNotAsItWas(String key, @Nullable String written, String code, String fidelity) throws IOException {
        var meta = written == null ? without(key) : Pony.meta().put(key, written);
        serve(Image.of(ID).meta(meta.build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.json", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains(code);
        assertThat(ended.json().at("fidelity").text()).contains(fidelity);
        assertThat(Files.readString(folder.resolve("w.json"))).contains(code);
        var strict = program.run("make", IMAGE, "--no-download", "-o", "strict.json", "--strict");
        assertThat(strict.code()).isEqualTo(12);
        assertThat(strict.out()).contains(code);
        assertThat(folder.resolve("strict.json")).doesNotExist();
    }

    @Test
    void findsNothingToSayOfAnImageThatIsComplete() throws IOException {
        serve(plain());
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.json", "--strict", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fidelity").text()).contains("same-settings");
    }

    @Test
    void saysWhichModelItLeavesOut() throws IOException {
        var net = Model.of(8100, "A net", "Controlnet")
                .version(Version.of(NET, "v1", "Pony")
                        .file(ModelFile.of(8102, "net.safetensors", Safetensors.sdxlVae(NET))
                                .primary()));
        serve(QuirksWorld.builder()
                .model(net.build())
                .image(of(Pony.checkpoint(), resource("controlnet", NET)).build())
                .build());
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.json", "--json");
        assertThat(findings(ended.json())).contains("MODEL_LEFT_OUT");
        assertThat(ended.json().at("fidelity").text()).contains("partial");
        assertThat(program.run("make", IMAGE, "--no-download", "-o", "strict.json", "--strict")
                        .code())
                .isEqualTo(12);
    }

    /** A kind that nobody states and the site does not tell may be the checkpoint's: it is not called dispensable. */
    @Test
    void callsNoUnknownModelDispensable() throws IOException {
        serve(of(Pony.checkpoint(), Json.object().put("modelVersionId", 55_555).build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.json", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.json().at("problems").write()).contains("55555");
    }

    @Test
    void saysWhereSourcesDisagreeAndWhoseWordCounts() throws IOException {
        serve(plain());
        Files.writeString(folder.resolve("own.txt"), "a pear\nSteps: 33, Seed: 5, Size: 832x1216");
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.json", "--metadata", "own.txt", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(value(ended.json(), "steps")).isEqualTo("33");
        assertThat(origin(ended.json(), "steps")).isEqualTo("user");
        assertThat(value(ended.json(), "cfgScale")).isEqualTo("6");
        assertThat(origin(ended.json(), "cfgScale")).isEqualTo("site_item");
        assertThat(findings(ended.json())).contains("SOURCES_DISAGREE");
        assertThat(program.run("make", IMAGE, "--no-download", "-o", "x.json", "--metadata", "own.txt", "--strict")
                        .code())
                .isEqualTo(12);
    }

    @Test
    void saysWhereTheSitesRowsGiveAnotherStrength() throws IOException {
        serve(Image.of(ID)
                .meta(Pony.settings()
                        .put("civitaiResources", List.of(Pony.checkpoint(), Pony.lora("0.8")))
                        .build())
                .row(row(Pony.LORA, "LORA", "0.3")));
        var shown = program.key(IncidentWorld.KEY).run("show", IMAGE, "--json").json();
        assertThat(Reports.ingredient(shown, "lora").at("strength").scalar()).contains("0.8");
        assertThat(findings(shown)).containsAnyOf("LORA_WEIGHT_DISAGREES", "STRENGTHS_DIFFER");
    }

    /** Without a prompt nothing is made up: not where there is none, and not where only a graph would tell it. */
    @ParameterizedTest
    @CsvSource({"none", "in a graph that cannot be used"})
    void makesUpNoPrompt(String prompt) throws IOException {
        var meta = without("prompt");
        if (!prompt.equals("none")) {
            meta.put(
                    "comfy",
                    "{\"workflow\": {\"nodes\": [{\"id\": 1, \"type\": \"SomebodysPrompter\", "
                            + "\"widgets_values\": [\"a pear\"]}], \"links\": [], \"version\": 0.4}}");
        }
        serve(Image.of(ID).meta(meta.build()));
        // The canvas itself could be used; the engine's form cannot be made from it.
        var ended = program.run("make", IMAGE, "--no-download", "-o", "w.api.json", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(6);
        assertThat(folder.resolve("w.api.json")).doesNotExist();
        assertThat(findings(ended.json()).contains("OWN_GRAPH_UNUSABLE")).isNotEqualTo(prompt.equals("none"));
        assertThat(Reports.resolutions(ended.json()))
                .as("what it is made of is told")
                .containsExactly("exact");
    }

    @Test
    void everyValueHasItsSource() throws IOException {
        serve();
        var shown =
                program.key(IncidentWorld.KEY).run("show", INCIDENT, "--json").json();
        assertThat(shown.at("recipe").at("parameters").members().values())
                .hasSizeGreaterThan(8)
                .allSatisfy(parameter -> assertThat(
                                parameter.at("source").at("origin").text().orElse(""))
                        .isNotBlank());
        assertThat(shown.at("ingredients").items())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.at("sources").items()).isNotEmpty());
    }

    /** Of several failures each is reported, and the first of the contract's order is the code. */
    @Test
    void reportsEveryFailure() throws IOException {
        serve(of(Pony.checkpoint(), resource("lora", QuirkyModels.EARLY_ACCESS), resource("lora", 55_555)));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.json().at("problems").items())
                .extracting(problem -> problem.at("code").integer().orElseThrow())
                .contains(5L, 7L);
    }

    /** The settings of {@link Pony} without one of them. */
    private static JsonObjectBuilder without(String key) {
        var meta = Json.object();
        Pony.meta().build().members().forEach((name, value) -> {
            if (!name.equals(key)) {
                meta.put(name, value);
            }
        });
        return meta;
    }

    private static Json resource(String type, long version) {
        return Json.object()
                .put("type", type)
                .put("weight", BigDecimal.ONE)
                .put("modelVersionId", version)
                .build();
    }

    private static Json row(long version, String type, String strength) {
        return Json.object()
                .put("imageId", ID)
                .put("modelVersionId", version)
                .put("strength", new BigDecimal(strength))
                .put("modelId", 645321)
                .put("modelName", "Evening Light | Pony")
                .put("modelType", type)
                .put("versionId", version)
                .put("versionName", "v1.0")
                .put("baseModel", "Pony")
                .build();
    }
}
