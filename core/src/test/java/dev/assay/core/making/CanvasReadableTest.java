package dev.assay.core.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.ui.UiFormat;
import dev.assay.core.workflow.ui.UiNote;
import dev.assay.core.workflow.ui.UiWriting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A person can follow whatever is drawn: stage by stage from left to right, and nothing on top of anything. */
class CanvasReadableTest {

    private static final NodeDefinitions CORE = NodeDefinitions.core();
    private static final int TITLE = 30;

    /** A rectangle; of a node with its title. */
    private record Area(double left, double top, double right, double bottom) {

        static Area of(Json corner, Json size, int head) {
            return new Area(
                    number(corner.at(0)),
                    number(corner.at(1)) - head,
                    number(corner.at(0)) + number(size.at(0)),
                    number(corner.at(1)) + number(size.at(1)));
        }

        boolean touches(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Area other) {
            return left < other.left && other.right < right && top < other.top && other.bottom < bottom;
        }
    }

    private static double number(Json json) {
        return json.decimal().orElseThrow().doubleValue();
    }

    private static Json write(Drawn drawn) {
        var note = List.of(new UiNote("Assay", "line\n".repeat(40)));
        return ((UiWriting.Written) new UiFormat(CORE).write(drawn.graph(), note)).workflow();
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void everyStageStandsInAFrameOfItsOwn(Sample sample) {
        var drawn = sample.drawn(CORE);
        var workflow = write(drawn);
        Map<String, Area> frames = new HashMap<>();
        for (var group : workflow.at("groups").items()) {
            var bounds = group.at("bounding");
            var area = Area.of(bounds, Json.of(List.of(bounds.at(2), bounds.at(3))), 0);
            assertThat(frames.values()).noneMatch(area::touches);
            frames.put(group.at("title").text().orElseThrow(), area);
        }
        Map<String, Area> nodes = new HashMap<>();
        for (var node : workflow.at("nodes").items()) {
            var area = Area.of(node.at("pos"), node.at("size"), TITLE);
            assertThat(nodes.values()).noneMatch(area::touches);
            nodes.put(node.at("id").scalar().orElseThrow(), area);
        }
        assertThat(drawn.graph().nodes())
                .allMatch(node -> Optional.ofNullable(frames.get(stage(node)))
                        .filter(frame -> frame.holds(
                                Objects.requireNonNull(nodes.get(node.id().value()))))
                        .isPresent());
    }

    private static String stage(Node node) {
        return node.stage().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.assay.core.making.Samples#all")
    void everyLinkRunsToTheRight(Sample sample) {
        var workflow = write(sample.drawn(CORE));
        Map<String, Area> nodes = new HashMap<>();
        workflow.at("nodes")
                .items()
                .forEach(node -> nodes.put(
                        node.at("id").scalar().orElseThrow(), Area.of(node.at("pos"), node.at("size"), TITLE)));
        var wrong = new ArrayList<String>();
        for (var link : workflow.at("links").items()) {
            var from = nodes.get(link.at(1).scalar().orElseThrow());
            var to = nodes.get(link.at(3).scalar().orElseThrow());
            if (from == null || to == null || from.right() >= to.left()) {
                wrong.add(link.write());
            }
        }
        assertThat(wrong).isEmpty();
    }
}
