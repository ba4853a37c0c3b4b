package dev.assay.core.workflow.ui;

import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddedNoteTest {

    private static final UiNote NOTE = new UiNote("Assay", "# What it is");

    private static final String NODE = """
            {"id": 7, "type": "Stranger", "pos": [-120.5, 40], "size": {"0": 300, "1": 80}, "mode": 0, "own": [1.50, "\\u00e9"]}\
            """;

    private static Json parse(String text) throws MalformedJsonException {
        return Json.parse(text);
    }

    private static Json note(Json workflow) {
        return workflow.at("nodes").items().getLast();
    }

    /** The workflow as it was, if nothing but the note and the count is new. */
    private static String without(Json annotated, String count, String before) {
        var note = "," + note(annotated).write();
        return annotated.write().replace(note, "").replace(count, before);
    }

    @Test
    void keepsEverythingElseOfSchema04() throws MalformedJsonException {
        var workflow = parse(
                "{\"last_node_id\":9,\"nodes\":[" + NODE + "],\"links\":[],\"groups\":[{\"title\":\"g\","
                        + "\"bounding\":[-200,-300,10,10]}],\"extra\":{\"ds\":{\"scale\":0.50}},\"version\":0.4,\"mine\":null}");
        var annotated = UiEditor.withNote(workflow, NOTE);
        assertThat(without(annotated, "\"last_node_id\":10", "\"last_node_id\":9"))
                .isEqualTo(workflow.write());
        assertThat(note(annotated).at("id").integer()).hasValue(10L);
        assertThat(note(annotated).at("type").text()).hasValue("MarkdownNote");
        assertThat(note(annotated).at("widgets_values")).isEqualTo(Json.of(List.of(Json.of(NOTE.text()))));
    }

    @Test
    void keepsEverythingElseOfSchema1() throws MalformedJsonException {
        var workflow =
                parse("{\"version\":1,\"state\":{\"lastGroupId\":0,\"lastNodeId\":12,\"lastLinkId\":3},\"nodes\":["
                        + NODE + "],\"links\":[{\"id\":3}]}");
        var annotated = UiEditor.withNote(workflow, NOTE);
        assertThat(without(annotated, "\"lastNodeId\":13", "\"lastNodeId\":12")).isEqualTo(workflow.write());
        assertThat(note(annotated).at("id").integer()).hasValue(13L);
    }

    @Test
    void standsLeftOfAllNodesAndGroups() throws MalformedJsonException {
        var workflow = parse(
                "{\"last_node_id\":9,\"nodes\":[" + NODE
                        + ",{\"id\":8,\"type\":\"Old\",\"pos\":{\"0\":-500,\"1\":90}}],\"groups\":[{\"bounding\":[-200,-300,10,10]}]}");
        var note = note(UiEditor.withNote(workflow, NOTE));
        var right = note.at("pos").at(0).integer().orElseThrow()
                + note.at("size").at(0).integer().orElseThrow();
        assertThat(right).isLessThan(-500);
        assertThat(note.at("pos").at(1).integer()).hasValue(-300L);
    }

    @Test
    void takesANumberThatNoNodeHasEvenInASubgraph() throws MalformedJsonException {
        var workflow = parse(
                "{\"last_node_id\":2,\"nodes\":[{\"id\":1,\"type\":\"a\"},{\"id\":\"x\",\"type\":\"b\"}],"
                        + "\"definitions\":{\"subgraphs\":[{\"id\":\"s\",\"state\":{\"lastNodeId\":40},\"nodes\":[{\"id\":41}]}]}}");
        var annotated = UiEditor.withNote(workflow, NOTE);
        assertThat(note(annotated).at("id").integer()).hasValue(42L);
        assertThat(annotated.at("last_node_id").integer()).hasValue(42L);
        assertThat(annotated.at("definitions")).isEqualTo(workflow.at("definitions"));
    }

    @Test
    void outlastsPlacesAndCountsThatAreNone() throws MalformedJsonException {
        var workflow = parse(
                "{\"last_node_id\":\"9\",\"nodes\":[{\"id\":-1,\"pos\":[1e300,null]},{\"id\":1e18,\"pos\":\"no\"}],"
                        + "\"state\":null}");
        var annotated = UiEditor.withNote(workflow, NOTE);
        assertThat(note(annotated).at("id").integer()).hasValue(10L);
        assertThat(annotated.at("last_node_id")).isEqualTo(Json.of("10"));
        assertThat(annotated.at("state")).isEqualTo(Json.none());
    }
}
