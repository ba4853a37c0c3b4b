package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import dev.assay.replica.sample.FamiliesWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An image of each family, made from the settings that the site keeps. */
class FamiliesTest extends AgainstTheReplica {

    @BeforeEach
    void world() throws IOException {
        serve(FamiliesWorld.world());
    }

    static Stream<String> labels() {
        return FamiliesWorld.labels().stream();
    }

    private Program.Ended make(String label, String... more) {
        var args = Stream.concat(
                        Stream.of("make", Long.toString(FamiliesWorld.image(label)), "-o", WORKFLOW), Stream.of(more))
                .toArray(String[]::new);
        return program.run(args);
    }

    private Graph written() throws IOException, MalformedJsonException {
        return ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
    }

    private static List<String> types(Graph graph) {
        return graph.nodes().stream().map(node -> node.type()).toList();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void makesAWorkflowThatRuns(String label) throws Exception {
        var ended = make(label, "--no-download", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(GraphCheck.against(NodeDefinitions.core(), ModelInputs.load(), written()))
                .as(written().toString())
                .isEmpty();
        assertThat(Reports.findings(ended.json())).contains("MODELS_MISSING");
    }

    @Test
    void loadsABareFluxModelWithItsEncodersAndVae() throws Exception {
        make("Flux.1 D", "--no-download");
        assertThat(types(written()))
                .containsExactlyInAnyOrder(
                        "UNETLoader",
                        "DualCLIPLoader",
                        "VAELoader",
                        "ModelSamplingFlux",
                        "CLIPTextEncode",
                        "FluxGuidance",
                        "EmptySD3LatentImage",
                        "RandomNoise",
                        "BasicGuider",
                        "KSamplerSelect",
                        "BasicScheduler",
                        "SamplerCustomAdvanced",
                        "VAEDecode",
                        "SaveImage");
    }

    @Test
    void loadsAFluxCheckpointThatBringsEverythingAlone() throws Exception {
        serve(FamiliesWorld.world(Map.of("Flux.1 D", FamiliesWorld.Brings.ALL)));
        Files.write(
                program.comfy().resolve("models/checkpoints/mine.safetensors"),
                FamiliesWorld.wholeFile("Flux.1 D").toArray());
        var ended = make("Flux.1 D", "--no-download");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(types(written()))
                .containsExactlyInAnyOrder(
                        "CheckpointLoaderSimple",
                        "CLIPTextEncode",
                        "CLIPTextEncode",
                        "FluxGuidance",
                        "EmptySD3LatentImage",
                        "KSampler",
                        "VAEDecode",
                        "SaveImage");
    }
}
