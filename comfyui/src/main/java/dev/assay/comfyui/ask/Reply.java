package dev.assay.comfyui.ask;

import dev.assay.core.json.Json;

/** What came of a question. */
public sealed interface Reply {

    /** An answer in JSON, with whatever status. */
    record Told(int status, Json body) implements Reply {

        public boolean ok() {
            return status == 200;
        }
    }

    /** Something answers, but not as ComfyUI does: a page, a proxy's error. */
    record Nonsense(int status, String why) implements Reply {}

    /** Nobody answers. */
    record Silence(String why) implements Reply {}

    /** Its HTTP status; 0 where nobody answered. */
    default int status() {
        return switch (this) {
            case Told(var status, var _) -> status;
            case Nonsense(var status, var _) -> status;
            case Silence _ -> 0;
        };
    }
}
