package dev.assay.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Costs of one kind and their ratios, as a table of Markdown.
 *
 * @param kind what is counted
 * @param value how much of it a run took
 */
record Table(String kind, Function<Cost, Double> value) {

    static final Table WALL = new Table("seconds", Cost::seconds);
    static final Table PROCESSOR = new Table("processor seconds", Cost::processorSeconds);

    String of(Map<Contender, List<Cost>> costs) {
        var measures = costs.keySet().stream().filter(Contender::isMeasure).toList();
        var text = new StringBuilder("| | " + kind + ": min / median / max |");
        var line = new StringBuilder("| --- | --- |");
        for (var measure : measures) {
            text.append(" ratio to ").append(measure.name()).append(" |");
            line.append(" --- |");
        }
        text.append('\n').append(line).append('\n');
        costs.forEach((contender, own) -> {
            text.append("| ").append(contender.name()).append(" | ");
            text.append(cell("%.3f", Spread.of(values(own)))).append(" |");
            for (var measure : measures) {
                var ratio = Spread.ofRatios(values(own), values(costs.getOrDefault(measure, own)));
                text.append(' ')
                        .append(measure.equals(contender) ? "1" : cell("%.2f", ratio))
                        .append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private List<Double> values(List<Cost> costs) {
        return costs.stream().map(value).toList();
    }

    private static String cell(String number, Spread spread) {
        var form = number + " / **" + number + "** / " + number;
        return String.format(Locale.ROOT, form, spread.min(), spread.median(), spread.max());
    }
}
