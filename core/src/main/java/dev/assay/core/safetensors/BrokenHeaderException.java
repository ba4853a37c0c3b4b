package dev.assay.core.safetensors;

/** The header breaks a rule of the format; becomes a {@link Safetensors.Broken} before it leaves the package. */
final class BrokenHeaderException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenHeaderException(String message) {
        super(message);
    }
}
