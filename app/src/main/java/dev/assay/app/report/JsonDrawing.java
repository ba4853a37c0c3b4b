package dev.assay.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.workflow.ui.Drawing;

/** A workflow as it is drawn, for programs; its schema is {@code docs/schema/drawing-1.schema.json}. */
public final class JsonDrawing {

    private JsonDrawing() {}

    public static Json of(Drawing drawing) {
        return Json.object()
                .put("schema", "assay/drawing/1")
                .put("levels", drawing.levels().stream().map(JsonDrawing::level).toList())
                .build();
    }

    private static Json level(Drawing.Level level) {
        return Json.object()
                .put("id", level.id())
                .put("title", level.title())
                .put("nodes", level.nodes().stream().map(JsonDrawing::node).toList())
                .put("links", level.links().stream().map(JsonDrawing::link).toList())
                .put("groups", level.groups().stream().map(JsonDrawing::group).toList())
                .build();
    }

    private static Json node(Drawing.Node node) {
        return placed(node.place())
                .put("id", node.id())
                .put("type", node.type())
                .put("title", node.title())
                .put("mode", node.mode())
                .put("collapsed", node.collapsed())
                .put("inputs", node.inputs().stream().map(JsonDrawing::slot).toList())
                .put("outputs", node.outputs().stream().map(JsonDrawing::slot).toList())
                .put("widgets", node.widgets().stream().map(JsonDrawing::widget).toList())
                .build();
    }

    private static JsonObjectBuilder placed(Drawing.Place place) {
        return Json.object()
                .put("x", number(place.x()))
                .put("y", number(place.y()))
                .put("width", number(place.width()))
                .put("height", number(place.height()));
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }

    private static Json slot(Drawing.Slot slot) {
        return Json.object()
                .put("name", slot.name())
                .put("type", slot.type())
                .put("linked", slot.linked())
                .put("widget", slot.widget())
                .build();
    }

    private static Json widget(Drawing.Widget widget) {
        return Json.object()
                .put("name", widget.name())
                .put("value", widget.value())
                .build();
    }

    private static Json link(Drawing.Link link) {
        return Json.object()
                .put("id", link.id())
                .put("source", link.source())
                .put("output", link.output())
                .put("target", link.target())
                .put("input", link.input())
                .put("type", link.type())
                .build();
    }

    private static Json group(Drawing.Group group) {
        return placed(group.place()).put("title", group.title()).build();
    }
}
