package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.assay.core.prompt.PromptPlan;

/**
 * A region and its prompt.
 *
 * @param left its first column, in pixels
 * @param top its first row
 * @param size of it
 * @param strength of its prompt, above 0
 */
record Zone(PromptPlan plan, int left, int top, Size size, BigDecimal strength) {

    /** The words between which the extension takes prompts for those of regions. */
    private static final Pattern BORDER = Pattern.compile("\\b(?:BREAK|ADDCOL|ADDROW|ADDBASE|ADDCOMM)\\b");

    /** A text and where it counts. */
    private record Part(String text, int left, int top, Size size, BigDecimal strength) {}

    /** How a text is planned. */
    interface Planning {
        PromptPlan plan(String text);
    }

    /** One for each region, and one for all of the picture where there is a base; empty where the prompt has not as many parts. */
    static List<Zone> of(Settled.Regions regions, String prompt, Size picture, Planning planning) {
        var texts = new ArrayList<>(List.of(BORDER.split(prompt, -1)));
        var expected = regions.shares().size() + (regions.base().isPresent() ? 1 : 0) + (regions.common() ? 1 : 0);
        if (texts.size() != expected) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        var rest = BigDecimal.ONE;
        if (regions.base().isPresent()) {
            parts.add(
                    new Part(texts.removeFirst(), 0, 0, picture, regions.base().get()));
            rest = rest.subtract(regions.base().get());
        }
        var common = regions.common() ? texts.removeFirst().strip() + ", " : "";
        var at = 0.0;
        for (int place = 0; place < texts.size(); place++) {
            var next = place == texts.size() - 1
                    ? 1.0
                    : at + regions.shares().get(place).doubleValue();
            parts.add(part(regions.columns(), common + texts.get(place).strip(), at, next, picture, rest));
            at = next;
        }
        return parts.stream()
                .map(part -> new Zone(planning.plan(part.text.strip()), part.left, part.top, part.size, part.strength))
                .toList();
    }

    private static Part part(boolean columns, String text, double from, double to, Size picture, BigDecimal strength) {
        var first = (int) Math.round(from * (columns ? picture.width() : picture.height()));
        var last = (int) Math.round(to * (columns ? picture.width() : picture.height()));
        return columns
                ? new Part(text, first, 0, new Size(last - first, picture.height()), strength)
                : new Part(text, 0, first, new Size(picture.width(), last - first), strength);
    }
}
