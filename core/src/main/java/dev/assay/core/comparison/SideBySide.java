package dev.assay.core.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One picture that shows original, result, and where they differ, from left to right. */
public final class SideBySide {

    private static final int GAP = 8;
    private static final int GROUND = 0xff808080;

    private SideBySide() {}

    /**
     * Puts them side by side.
     *
     * @param longest what is longer than that is shown smaller, in pixels
     */
    public static Pixels of(Pixels original, Pixels result, Pixels map, int longest) {
        return beside(Stream.of(original, result, map)
                .map(panel -> Scaling.within(panel, longest))
                .toList());
    }

    private static Pixels beside(List<Pixels> panels) {
        int width = panels.stream().mapToInt(Pixels::width).sum() + GAP * (panels.size() - 1);
        int height = panels.stream().mapToInt(Pixels::height).max().orElse(1);
        var canvas = new int[width * height];
        Arrays.fill(canvas, GROUND);
        int left = 0;
        for (var panel : panels) {
            for (int y = 0; y < panel.height(); y++) {
                for (int x = 0; x < panel.width(); x++) {
                    canvas[y * width + left + x] = panel.at(x, y);
                }
            }
            left += panel.width() + GAP;
        }
        return Pixels.of(width, height, canvas);
    }
}
