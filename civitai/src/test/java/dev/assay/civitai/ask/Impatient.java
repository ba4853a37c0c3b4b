package dev.assay.civitai.ask;

import java.time.Duration;
import java.util.Random;

/** Connections that give a silent host up after two seconds. */
public final class Impatient {

    private Impatient() {}

    public static Http http(Time time) {
        return new Http(UserAgent.of("1.0", "https://example.org/assay"), time, new Random(7), Duration.ofSeconds(2));
    }
}
