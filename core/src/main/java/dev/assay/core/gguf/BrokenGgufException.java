package dev.assay.core.gguf;

/** The header breaks a rule of the format; becomes a {@link Gguf.Broken} before it leaves the package. */
final class BrokenGgufException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean cutShort;

    private BrokenGgufException(String message, boolean cutShort) {
        super(message);
        this.cutShort = cutShort;
    }

    static BrokenGgufException because(String reason) {
        return new BrokenGgufException(reason, false);
    }

    static BrokenGgufException cutShort(String reason) {
        return new BrokenGgufException("cut short: " + reason, true);
    }

    Gguf.Broken asBroken() {
        return new Gguf.Broken(getMessage() == null ? "broken header" : getMessage(), cutShort);
    }
}
