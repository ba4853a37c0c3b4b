package dev.assay.core.workflow.ui;

import java.util.Collection;
import java.util.List;

import dev.assay.core.json.Json;

/** A rectangle on the canvas, in its pixels; y grows downwards, and a node's title stands above its box. */
record Box(int x, int y, int width, int height) {

    static final int TITLE = 30;

    /** The smallest one around all of these, their titles, a margin, and a head above. */
    static Box around(Collection<Box> boxes, int margin, int head) {
        var left = boxes.stream().mapToInt(Box::x).min().orElse(0) - margin;
        var top = boxes.stream().mapToInt(Box::y).min().orElse(0) - margin - TITLE - head;
        var right = boxes.stream().mapToInt(box -> box.x + box.width).max().orElse(0) + margin;
        var bottom = boxes.stream().mapToInt(box -> box.y + box.height).max().orElse(0) + margin;
        return new Box(left, top, right - left, bottom - top);
    }

    boolean touches(Box other) {
        return x < other.x + other.width
                && other.x < x + width
                && y - TITLE < other.y + other.height
                && other.y - TITLE < y + height;
    }

    Json pos() {
        return Json.of(List.of(Json.of(x), Json.of(y)));
    }

    Json size() {
        return Json.of(List.of(Json.of(width), Json.of(height)));
    }

    Json bounding() {
        return Json.of(List.of(Json.of(x), Json.of(y), Json.of(width), Json.of(height)));
    }
}
