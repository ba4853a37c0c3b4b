package dev.assay.core.metadata.carrier;

import java.util.List;

/** Tells which of several decodings of the same bytes a person could read. */
final class Readability {

    /** Words that only the right decoding shows; each outweighs any mere letters. */
    private static final List<String> MARKERS = List.of("Steps: ", "Negative prompt:", "{\"", "Seed: ");

    private Readability() {}

    /** The most readable; the first of them where several are equally so. */
    static String best(List<String> candidates) {
        var best = "";
        var bestScore = Double.NEGATIVE_INFINITY;
        for (var candidate : candidates) {
            var score = score(candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var sum = 0.0;
        for (int i = 0; i < text.length(); i++) {
            sum += worth(text.charAt(i));
        }
        var markers = MARKERS.stream().filter(text::contains).count();
        return sum / text.length() + markers;
    }

    private static double worth(char c) {
        if (c == 0) {
            // Padding in the right decoding, every second character in a wrong one.
            return -0.5;
        }
        if (c < 0x80) {
            return c >= ' ' || c == '\n' || c == '\r' || c == '\t' ? 1 : -2;
        }
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.CONTROL -> -2;
            default -> c == '\ufffd' ? -2 : 0.25;
        };
    }
}
