package dev.assay.civitai.ask;

import java.time.Duration;
import java.util.Random;

import dev.assay.wire.Proxies;
import dev.assay.wire.Timeouts;
import dev.assay.wire.Wire;

/** Connections that give a silent host up after two seconds. */
public final class Impatient {

    private Impatient() {}

    public static Http http(Time time) {
        var soon = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new Http(
                UserAgent.of("1.0", "https://example.org/assay"), time, new Random(7), new Wire(Proxies.none(), soon));
    }
}
