package dev.assay.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SystemMeterTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void countsWhatAnEndedProcessHasComputed() throws Exception {
        var meter = new SystemMeter();
        var processor = meter.processorNanos();
        var start = meter.nanos();
        Command.of("sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done")
                .run();
        var used = meter.processorNanos() - processor;
        assertThat(used).isPositive().isLessThan(meter.nanos() - start + SECOND);
    }
}
