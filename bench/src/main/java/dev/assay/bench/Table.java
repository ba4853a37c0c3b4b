package dev.assay.bench;

import java.util.Locale;
import java.util.Map;

/** Times and ratios as a table of Markdown. */
final class Table {

    private Table() {}

    static String of(Map<Contender, double[]> times) {
        var measures = times.keySet().stream().filter(Contender::isMeasure).toList();
        var text = new StringBuilder("| | seconds: min / median / max |");
        var line = new StringBuilder("| --- | --- |");
        for (var measure : measures) {
            text.append(" ratio to ").append(measure.name()).append(" |");
            line.append(" --- |");
        }
        text.append('\n').append(line).append('\n');
        times.forEach((contender, own) -> {
            text.append("| ").append(contender.name()).append(" | ");
            text.append(cell("%.3f", Spread.of(own))).append(" |");
            for (var measure : measures) {
                var ratio = Spread.ofRatios(own, times.getOrDefault(measure, own));
                text.append(' ')
                        .append(measure.equals(contender) ? "1" : cell("%.2f", ratio))
                        .append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(String number, Spread spread) {
        var form = number + " / **" + number + "** / " + number;
        return String.format(Locale.ROOT, form, spread.min(), spread.median(), spread.max());
    }
}
