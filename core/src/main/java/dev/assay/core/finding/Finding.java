package dev.assay.core.finding;

/**
 * A thing the user should know.
 *
 * @param code stable, upper case, such as {@code SAMPLER_SUBST}
 * @param severity how grave
 * @param effect what it means for the result
 * @param message what is the matter, naming the subject and the original value; not yet escaped for a terminal
 * @param advice what to do about it; empty where nothing can be done
 */
public record Finding(String code, Severity severity, Effect effect, String message, String advice) {

    public static Finding info(String code, String message) {
        return new Finding(code, Severity.INFO, Effect.NONE, message, "");
    }

    public static Finding info(String code, Effect effect, String message) {
        return new Finding(code, Severity.INFO, effect, message, "");
    }

    public static Finding warning(String code, Effect effect, String message) {
        return new Finding(code, Severity.WARNING, effect, message, "");
    }

    public static Finding error(String code, Effect effect, String message) {
        return new Finding(code, Severity.ERROR, effect, message, "");
    }

    /** The same finding with what to do about it. */
    public Finding advise(String advice) {
        return new Finding(code, severity, effect, message, advice);
    }
}
