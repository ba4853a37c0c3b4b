package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.api.ApiReading;
import dev.assay.core.workflow.check.GraphCheck;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.assay.app.cli.Reports.findings;
import static org.assertj.core.api.Assertions.assertThat;

/** Regions of a picture with prompts of their own, as A1111's Regional Prompter states them. */
class RegionsTest extends AgainstTheReplica {

    private Program.Ended make(String prompt, String... statements) throws IOException {
        var meta = Pony.meta()
                .put("prompt", prompt)
                .put("RP Active", "True")
                .put("RP Divide mode", "Matrix")
                .put("RP Matrix submode", "Columns")
                .put("RP Calc Mode", "Latent")
                .put("RP Ratios", "1,3")
                .put("RP Base Ratios", "0.2")
                .put("RP Use Base", "False")
                .put("RP Use Common", "False");
        for (int i = 0; i < statements.length; i += 2) {
            meta.put(statements[i], statements[i + 1]);
        }
        serve(plain().meta(meta.build()));
        var ended = program.run("make", IMAGE, "--no-download", "-o", WORKFLOW, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        return ended;
    }

    private Graph written() throws IOException, MalformedJsonException {
        var graph = ((ApiReading.Read) ApiFormat.read(Json.parse(Files.readString(folder.resolve(WORKFLOW))))).graph();
        assertThat(GraphCheck.against(NodeDefinitions.core(), ModelInputs.load(), graph))
                .as(graph.toString())
                .isEmpty();
        return graph;
    }

    private static Node behind(Graph graph, Node node, String input) {
        var link = (Input.Link) Objects.requireNonNull(node.inputs().get(input));
        return graph.find(link.source()).orElseThrow();
    }

    /** Each region as its prompt, its place and size, and its strength. */
    private List<String> regions() throws IOException, MalformedJsonException {
        var graph = written();
        return graph.ofType("ConditioningSetMask").stream()
                .map(node -> {
                    var mask = behind(graph, node, "mask");
                    var size = behind(graph, mask, "source");
                    return behind(graph, node, "conditioning")
                                    .literal("text")
                                    .text()
                                    .orElse("") + " @ "
                            + mask.literal("x").write() + ","
                            + mask.literal("y").write() + " "
                            + size.literal("width").write() + "x"
                            + size.literal("height").write() + " "
                            + node.literal("strength").write();
                })
                .toList();
    }

    @Test
    void givesEachColumnItsPrompt() throws Exception {
        var ended = make("a red fox BREAK a blue bird");
        assertThat(regions()).containsExactly("a red fox @ 0,0 208x1216 1", "a blue bird @ 208,0 624x1216 1");
        assertThat(findings(ended.json())).doesNotContain("REGIONAL");
        assertThat(ended.json().at("fidelity").text()).contains("same-settings");
    }

    @Test
    void knowsABaseAndACommonPrompt() throws Exception {
        var ended = make(
                "a meadow ADDBASE morning light ADDCOMM a red fox ADDROW a blue bird",
                "RP Matrix submode",
                "Rows",
                "RP Ratios",
                "1,1",
                "RP Use Base",
                "True",
                "RP Use Common",
                "True",
                "RP Calc Mode",
                "Attention");
        assertThat(regions())
                .containsExactly(
                        "a meadow @ 0,0 832x1216 0.2",
                        "morning light, a red fox @ 0,0 832x608 0.8",
                        "morning light, a blue bird @ 0,608 832x608 0.8");
        assertThat(findings(ended.json())).contains("REGIONAL");
        assertThat(ended.json().at("fidelity").text()).contains("approximate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RP Ratios; 1,1,1",
                "RP Divide mode; Mask",
                "RP Matrix submode; Random",
            })
    void saysWhatItCannotDivide(String key, String value) throws Exception {
        var ended = make("a red fox BREAK a blue bird", key, value);
        assertThat(written().ofType("ConditioningSetMask")).isEmpty();
        assertThat(findings(ended.json())).contains("REGIONAL");
        assertThat(ended.json().at("fidelity").text()).contains("partial");
    }
}
