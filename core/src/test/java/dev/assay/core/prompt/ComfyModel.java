package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What ComfyUI makes of a text: a small model of how its tokenizer reads weights, for tests to hold our texts against. */
final class ComfyModel {

    record Weighted(String text, double weight) {}

    private ComfyModel() {}

    static List<Weighted> read(String text) {
        List<Weighted> out = new ArrayList<>();
        weigh(text.replace("\\)", "\0\1").replace("\\(", "\0\2"), 1, out);
        return out.stream()
                .map(w -> new Weighted(w.text().replace("\0\1", ")").replace("\0\2", "("), w.weight()))
                .toList();
    }

    private static void weigh(String text, double weight, List<Weighted> out) {
        for (var item : items(text)) {
            if (item.length() < 2 || !item.startsWith("(") || !item.endsWith(")")) {
                out.add(new Weighted(item, weight));
                continue;
            }
            var inner = item.substring(1, item.length() - 1);
            int colon = inner.lastIndexOf(':');
            var explicit = colon > 0 ? number(inner.substring(colon + 1)) : null;
            weigh(
                    explicit == null ? inner : inner.substring(0, colon),
                    explicit == null ? weight * 1.1 : explicit,
                    out);
        }
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The text cut at its outermost brackets. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        var item = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && depth++ == 0 && !item.isEmpty()) {
                items.add(item.toString());
                item.setLength(0);
            }
            item.append(c);
            if (c == ')' && --depth == 0) {
                items.add(item.toString());
                item.setLength(0);
            }
        }
        if (!item.isEmpty()) {
            items.add(item.toString());
        }
        return items;
    }
}
