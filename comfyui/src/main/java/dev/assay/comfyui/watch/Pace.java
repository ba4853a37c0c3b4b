package dev.assay.comfyui.watch;

import java.time.Duration;

/**
 * How often a server is asked.
 *
 * @param quiet how long the WebSocket is trusted to tell everything
 * @param poll between two questions where there is no WebSocket
 * @param patience how long a server may be silent
 */
public record Pace(Duration quiet, Duration poll, Duration patience) {

    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(60));
}
