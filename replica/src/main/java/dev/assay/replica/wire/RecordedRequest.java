package dev.assay.replica.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that arrived.
 *
 * @param host which of the replica's hosts it reached
 * @param target path and query as sent
 * @param headers names compare without regard to case
 */
public record RecordedRequest(
        Host host, Instant at, String method, String path, String target, Map<String, List<String>> headers) {

    /** The replica's hosts. */
    public enum Host {
        /** API, pages and media. */
        SITE,
        /** Where signed download URLs point to. */
        STORAGE,
        /** Hugging Face. */
        HUB,
        /** The ComfyUI server. */
        COMFY
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
