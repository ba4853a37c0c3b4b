package dev.assay.core.family;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of A1111 that a web UI is, or was forked from: {@code v1.9.4}, {@code f2.0.1v1.10.1-previous-…}, {@code
 * f1.0.0v2-v1.10.1RC-…}. What it says of itself decides what its infotext means.
 */
public record WebUiVersion(int major, int minor) {

    private static final Pattern FORGE = Pattern.compile("^f(\\d{1,4})\\.");
    private static final Pattern A1111 = Pattern.compile("(?:^|v)(\\d{1,4})\\.(\\d{1,4})");
    private static final Pattern NEO = Pattern.compile("^neo\\b");

    /** What Forge since its second version is based on, which does not always say so. */
    private static final WebUiVersion OF_FORGE_2 = new WebUiVersion(1, 10);

    /** Reads an infotext's {@code Version}; empty where it is none of these. */
    public static Optional<WebUiVersion> of(String version) {
        var written = version.strip();
        var forge = FORGE.matcher(written);
        if (NEO.matcher(written).find() || (forge.find() && Integer.parseInt(forge.group(1)) >= 2)) {
            return Optional.of(OF_FORGE_2);
        }
        var base = A1111.matcher(written);
        return base.find()
                ? Optional.of(new WebUiVersion(Integer.parseInt(base.group(1)), Integer.parseInt(base.group(2))))
                : Optional.empty();
    }

    /** Whether it is older than that version. */
    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
