package dev.assay.core.workflow.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.definition.NodeDefinitions;

/**
 * Reads what a canvas shows. Whatever the file leaves out gets a place and a size all the same, so that nothing is
 * invisible.
 */
public final class CanvasReader {

    private static final int WIDTH = 210;
    private static final int HEIGHT = 60;
    private static final int APART = 260;

    /** Far outside of it nobody would ever look. */
    private static final double FAR = 1e7;

    private final NodeDefinitions definitions;

    /** @param definitions tell the names of values; where they know nothing, the file's own are taken */
    public CanvasReader(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The workflow's drawing; empty where it is none in UI format, or is too large. */
    public Optional<Drawing> read(Json workflow) {
        if (!UiFormat.recognises(workflow) || Subgraphs.open(workflow).tooLarge()) {
            return Optional.empty();
        }
        List<Drawing.Level> levels = new ArrayList<>();
        levels.add(level("", "", workflow));
        for (var subgraph : workflow.at("definitions").at("subgraphs").items()) {
            var id = subgraph.at("id").text().orElse("");
            levels.add(level(id, subgraph.at("name").text().orElse(id), subgraph));
        }
        var names = Names.of(levels);
        return Optional.of(new Drawing(levels.stream().map(names::name).toList()));
    }

    /** Nodes that stand for a subgraph go by its name, and not by its number. */
    private record Names(Map<String, String> titles) {

        static Names of(List<Drawing.Level> levels) {
            Map<String, String> titles = new java.util.HashMap<>();
            levels.forEach(level -> titles.put(level.id(), level.title()));
            return new Names(titles);
        }

        Drawing.Level name(Drawing.Level level) {
            var nodes = level.nodes().stream()
                    .map(node -> node.title().equals(node.type()) ? named(node) : node)
                    .toList();
            return new Drawing.Level(level.id(), level.title(), nodes, level.links(), level.groups());
        }

        private Drawing.Node named(Drawing.Node node) {
            return new Drawing.Node(
                    node.id(),
                    node.type(),
                    titles.getOrDefault(node.type(), node.title()),
                    node.mode(),
                    node.collapsed(),
                    node.place(),
                    node.inputs(),
                    node.outputs(),
                    node.widgets());
        }
    }

    private Drawing.Level level(String id, String title, Json json) {
        List<Drawing.Node> nodes = new ArrayList<>();
        for (var one : json.at("nodes").items()) {
            UiNode.read(one).ifPresent(node -> nodes.add(node(node, nodes.size())));
        }
        border(json.at("inputNode"), UiLink.SUBGRAPH_INPUT, json.at("inputs"), false)
                .ifPresent(nodes::add);
        border(json.at("outputNode"), UiLink.SUBGRAPH_OUTPUT, json.at("outputs"), true)
                .ifPresent(nodes::add);
        return new Drawing.Level(id, title, nodes, links(json), groups(json));
    }

    private Drawing.Node node(UiNode node, int count) {
        var raw = node.raw();
        var size = raw.at("size");
        var pos = raw.at("pos");
        var values = WidgetValues.of(node, definitions.find(node.type())).byName();
        return new Drawing.Node(
                node.id(),
                node.type(),
                raw.at("title").text().filter(text -> !text.isBlank()).orElse(node.type()),
                node.mode().name().toLowerCase(Locale.ROOT),
                raw.at("flags").at("collapsed").bool().orElse(false),
                new Drawing.Place(
                        number(pos, 0).orElse((double) count * APART),
                        number(pos, 1).orElse(0.0),
                        number(size, 0).filter(width -> width > 0).orElse((double) WIDTH),
                        number(size, 1).filter(height -> height > 0).orElse((double) HEIGHT)),
                node.inputs().stream().map(CanvasReader::slot).toList(),
                outputs(raw),
                values.entrySet().stream()
                        .map(entry -> new Drawing.Widget(entry.getKey(), text(entry.getValue())))
                        .toList());
    }

    private static Drawing.Slot slot(UiNode.Slot slot) {
        return new Drawing.Slot(
                slot.name(), slot.type(), slot.link().isPresent(), slot.widget().isPresent());
    }

    private static List<Drawing.Slot> outputs(Json raw) {
        return raw.at("outputs").items().stream()
                .map(output -> new Drawing.Slot(
                        output.at("name").text().orElse(""),
                        output.at("type").text().orElse("*"),
                        !output.at("links").items().isEmpty(),
                        false))
                .toList();
    }

    /** What stands for the inputs or outputs of a subgraph, inside of it. */
    private static Optional<Drawing.Node> border(Json json, String id, Json slots, boolean in) {
        if (json.isNull()) {
            return Optional.empty();
        }
        var bounds = json.at("bounding");
        var named = slots.items().stream()
                .map(slot -> new Drawing.Slot(
                        slot.at("name").text().orElse(""),
                        slot.at("type").scalar().orElse("*"),
                        !slot.at("linkIds").items().isEmpty(),
                        false))
                .toList();
        return Optional.of(new Drawing.Node(
                id,
                "",
                in ? "Outputs" : "Inputs",
                "active",
                false,
                new Drawing.Place(
                        number(bounds, 0).orElse(0.0),
                        number(bounds, 1).orElse(0.0),
                        number(bounds, 2).orElse((double) WIDTH),
                        number(bounds, 3).orElse((double) HEIGHT)),
                in ? named : List.of(),
                in ? List.of() : named,
                List.of()));
    }

    private static List<Drawing.Link> links(Json json) {
        List<Drawing.Link> links = new ArrayList<>();
        for (var one : json.at("links").items()) {
            var type = (one instanceof Json.Arr ? one.at(5) : one.at("type"))
                    .scalar()
                    .orElse("*");
            UiLink.read(one)
                    .map(link -> new Drawing.Link(
                            link.id(), link.source(), link.sourceSlot(), link.target(), link.targetSlot(), type))
                    .ifPresent(links::add);
        }
        return links;
    }

    private static List<Drawing.Group> groups(Json json) {
        List<Drawing.Group> groups = new ArrayList<>();
        for (var one : json.at("groups").items()) {
            var bounds = one.at("bounding");
            groups.add(new Drawing.Group(
                    one.at("title").text().orElse(""),
                    new Drawing.Place(
                            number(bounds, 0).orElse(0.0),
                            number(bounds, 1).orElse(0.0),
                            number(bounds, 2).orElse((double) WIDTH),
                            number(bounds, 3).orElse((double) HEIGHT))));
        }
        return groups;
    }

    /** Older files have an object with the keys 0 and 1 instead of a list. */
    private static Optional<Double> number(Json json, int at) {
        var value = json instanceof Json.Obj ? json.at(Integer.toString(at)) : json.at(at);
        return value.decimal().map(BigDecimal::doubleValue).filter(number -> Math.abs(number) < FAR);
    }

    private static String text(Json value) {
        return value.scalar().orElseGet(() -> value.isNull() ? "" : value.write());
    }
}
