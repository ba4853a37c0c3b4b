package dev.assay.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the contenders take turns, so that whatever else the computer does meanwhile meets all of them alike.
 *
 * @param most how many rounds are counted; one more comes before, and is not
 * @param limit after which no further round begins
 */
record Rounds(int most, Duration limit, Meter meter) {

    /** What each contender took, round by round. */
    Map<Contender, List<Cost>> run(List<Contender> contenders) throws IOException, InterruptedException {
        var end = meter.nanos() + limit.toNanos();
        Map<Contender, List<Cost>> costs = new LinkedHashMap<>();
        for (var contender : contenders) {
            cost(contender);
            costs.put(contender, new ArrayList<>());
        }
        for (int round = 0; round < most && (round == 0 || meter.nanos() < end); round++) {
            for (var turn : costs.entrySet()) {
                turn.getValue().add(cost(turn.getKey()));
            }
        }
        return costs;
    }

    private Cost cost(Contender contender) throws IOException, InterruptedException {
        contender.before().run();
        var processor = meter.processorNanos();
        var start = meter.nanos();
        contender.work().run();
        var took = meter.nanos() - start;
        return new Cost(took / 1e9, (meter.processorNanos() - processor) / 1e9);
    }
}
