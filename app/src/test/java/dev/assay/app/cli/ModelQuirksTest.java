package dev.assay.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.app.cli.Reports.findings;
import static dev.assay.app.cli.Reports.ingredient;
import static dev.assay.app.cli.Reports.resolutions;
import static org.assertj.core.api.Assertions.assertThat;

/** Quirks 25 to 28 and 33 to 37: which model is it? Each as a user meets it, through the command line. */
class ModelQuirksTest extends AgainstTheReplica {

    /** Quirk 25: the checkpoint tells the family, not what the item says. */
    @ParameterizedTest
    @ValueSource(strings = {"SDXL 1.0Pony", "", "SD 1.5", "Never Heard Of It"})
    void theCheckpointTellsTheFamily(String base) throws IOException {
        serve(plain().baseModel(base));
        var shown = program.run("show", IMAGE, "--json").json();
        assertThat(shown.at("family").text()).contains("Pony Diffusion V6 XL");
    }

    /** Quirk 26. */
    @Test
    void aVersionThatIsOnlyLinkedIsLeftOutAndSaidToBe() throws IOException {
        serve(plain().otherVersion(249861));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly(Pony.CHECKPOINT_FILE);
        assertThat(findings(ended.json())).contains("LINKED_ONLY");
        assertThat(ended.out()).contains("249861");
    }

    /** Quirks 27, 28, 34: lists of models lack members and mix types; a name finds candidates, and none is chosen. */
    @Test
    void aNameFindsCandidatesAndNothingMore() throws IOException {
        serve(plain().meta(Pony.meta()
                .put("resources", List.of(resource("lora", "evening_light_pony")))
                .build()));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        var resolution = ingredient(ended.json(), "lora").at("resolution");
        assertThat(resolution.at("kind").text()).contains("unidentified");
        assertThat(resolution.at("candidates").items())
                .extracting(candidate -> candidate.at("versionId").integer().orElseThrow())
                .contains(Pony.LORA);
        assertThat(program.models()).isEmpty();
    }

    /** Quirk 34: a hash that the site does not know is not made up for by a name that it does. */
    @Test
    void aNameDoesNotMakeUpForAnUnknownHash() throws IOException {
        serve(plain().meta(Pony.settings()
                .put("Model", "ponyDiffusionV6XL_v6StartWithThisOne")
                .put("Model hash", "0123456789")
                .build()));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(resolutions(ended.json())).containsExactly("unidentified");
    }

    /** Quirk 33: a missing strength is not one, but assumed to be, and said; a type is looked up. */
    @Test
    void assumesAMissingStrengthAloud() throws IOException {
        var nameless = Json.object().put("modelVersionId", Pony.LORA).build();
        serve(of(Pony.checkpoint(), nameless));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ingredient(ended.json(), "lora").at("strength").isNull()).isTrue();
        assertThat(findings(ended.json())).contains("LORA_STRENGTH");
        assertThat(ended.json().at("fidelity").text()).contains("approximate");
        assertThat(program.run("make", IMAGE, "--no-download", "-o", "other.json", "--strict")
                        .code())
                .isEqualTo(12);
    }

    /** Quirk 33: negative, and larger than two. */
    @ParameterizedTest
    @ValueSource(strings = {"-0.85", "2.2", "0.35"})
    void keepsEveryStrengthAsItIs(String weight) throws IOException {
        serve(of(Pony.checkpoint(), Pony.lora(weight)));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW);
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(workflow()).contains("\"strength_model\":" + weight, "\"strength_clip\":" + weight);
    }

    /** Quirk 35. */
    @Test
    void anEngineBehindAnApiIsNoModel() throws IOException {
        serve();
        var ended = program.key(IncidentWorld.KEY)
                .run("make", Long.toString(QuirksWorld.EXTERNAL_ENGINE), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(resolutions(ended.json())).containsExactly("remote-only");
        assertThat(ended.out()).contains("Nano Banana");
    }

    /** Quirk 36: the site's name for the file, made safe, wherever it wants to go; not the name the storage says. */
    @Test
    void theSitesNameOfAFileLeavesNoFolder() throws IOException {
        var vae = Json.object()
                .put("type", "vae")
                .put("modelVersionId", QuirkyModels.HOSTILE_NAME)
                .build();
        serve(of(Pony.checkpoint(), vae));
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.printed()).doesNotContain("\u001b", "\u202e");
        assertThat(program.models()).hasSize(2).allMatch(name -> name.matches("checkpoints/[\\w.\\[-]+"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith("evil.safetensors")))
                    .hasSize(1)
                    .allMatch(file ->
                            program.comfy().resolve("models/checkpoints").equals(file.getParent()));
        }
    }

    /** Quirk 37: of an AIR only the numbers count. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:air:sdxl:checkpoint:civitai:257749@290640",
                "urn:air:pony:diffusionmodel:civitai:257749@290640",
                "civitai:257749@290640",
            })
    void readsTheNumbersOfAnAir(String air) throws IOException {
        serve(plain().meta(Pony.settings().put("Model", air).build()));
        var shown = program.run("show", IMAGE, "--json").json();
        assertThat(resolutions(shown)).containsExactly("exact");
        assertThat(shown.at("family").text()).contains("Pony Diffusion V6 XL");
    }

    /** Quirk 37: of a model whose number is another's, nothing is taken. */
    @Test
    void refusesAnAirWhoseNumbersContradictTheSite() throws IOException {
        serve(plain().meta(Pony.settings()
                .put("Model", "urn:air:sdxl:checkpoint:civitai:257750@290640")
                .build()));
        assertThat(program.run("make", IMAGE, "--yes").code()).isEqualTo(4);
        assertThat(program.models()).isEmpty();
    }

    private static Json resource(String type, String name) {
        return Json.object()
                .put("type", type)
                .put("name", name)
                .put("weight", new BigDecimal("0.8"))
                .build();
    }

    private String workflow() throws IOException {
        return Files.readString(folder.resolve(WORKFLOW)).replaceAll("\\s*\n\\s*|(?<=\":) ", "");
    }
}
