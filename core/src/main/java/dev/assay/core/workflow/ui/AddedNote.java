package dev.assay.core.workflow.ui;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** A note that is put on somebody else's canvas: one more node under a number of its own, left of whatever is there. */
final class AddedNote {

    private static final long MOST = 1L << 52;
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(1_000_000_000);

    private final Json workflow;
    private final UiNote note;

    AddedNote(Json workflow, UiNote note) {
        this.workflow = workflow;
        this.note = note;
    }

    Json write() {
        var number = lastNumber() + 1;
        var nodes = workflow.at("nodes").items();
        var written = NoteWriter.write(List.of(note), corner(0), corner(1), number, nodes.size());
        Map<String, Json> members = new LinkedHashMap<>(workflow.members());
        members.put(
                "nodes", Json.of(Stream.concat(nodes.stream(), written.stream()).toList()));
        // Schema 0.4 counts in the root, schema 1 in a state of its own.
        members.computeIfPresent("last_node_id", (_, old) -> counted(old, number));
        members.computeIfPresent("state", (_, state) -> state.has("lastNodeId") ? counting(state, number) : state);
        return new Json.Obj(members);
    }

    private static Json counting(Json state, long number) {
        Map<String, Json> members = new LinkedHashMap<>(state.members());
        members.computeIfPresent("lastNodeId", (_, old) -> counted(old, number));
        return new Json.Obj(members);
    }

    /** Some old tools write the count as a text. */
    private static Json counted(Json old, long number) {
        return old instanceof Json.Str ? Json.of(Long.toString(number)) : Json.of(number);
    }

    /** Nodes inside subgraphs are numbered in the same row. */
    private long lastNumber() {
        var inside = workflow.at("definitions").at("subgraphs").items().stream()
                .flatMap(subgraph -> Stream.concat(
                        numbers(subgraph.at("nodes")),
                        Stream.of(subgraph.at("state").at("lastNodeId"))));
        var counts = Stream.of(workflow.at("last_node_id"), workflow.at("state").at("lastNodeId"));
        return Stream.of(numbers(workflow.at("nodes")), inside, counts)
                .flatMap(numbers -> numbers)
                .map(Json::integer)
                .flatMap(Optional::stream)
                .filter(number -> number > 0 && number < MOST)
                .reduce(0L, Math::max);
    }

    private static Stream<Json> numbers(Json nodes) {
        return nodes.items().stream().map(node -> node.at("id"));
    }

    /** The left (0) or upper (1) end of all nodes and groups. */
    private int corner(int axis) {
        var nodes = workflow.at("nodes").items().stream().map(node -> node.at("pos"));
        var groups = workflow.at("groups").items().stream().map(group -> group.at("bounding"));
        return Stream.concat(nodes, groups)
                .map(place -> coordinate(place, axis))
                .flatMap(Optional::stream)
                .filter(at -> at.abs().compareTo(FARTHEST) < 0)
                .reduce(BigDecimal::min)
                .map(BigDecimal::intValue)
                .orElse(0);
    }

    /** A list, or the object that old front ends made of one. */
    private static Optional<BigDecimal> coordinate(Json place, int axis) {
        return (place instanceof Json.Arr ? place.at(axis) : place.at(Integer.toString(axis))).decimal();
    }
}
