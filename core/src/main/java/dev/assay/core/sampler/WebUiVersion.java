package dev.assay.core.sampler;

import java.util.regex.Pattern;

/** Versions of A1111 and its forks: {@code v1.9.4}, {@code f2.0.1v1.10.1-previous-…}, {@code f1.0.0v2-v1.10.1RC-…}. */
final class WebUiVersion {

    private static final Pattern FORGE = Pattern.compile("^f(\\d{1,4})\\.");
    private static final Pattern A1111 = Pattern.compile("(?:^|v)(\\d{1,4})\\.(\\d{1,4})");
    private static final Pattern NEO = Pattern.compile("^neo\\b");

    private WebUiVersion() {}

    /** Whether schedules are named apart from samplers, and chosen by the sampler where none is: since 1.9. */
    static boolean choosesSchedules(String version) {
        var written = version.strip();
        var forge = FORGE.matcher(written);
        if (NEO.matcher(written).find() || (forge.find() && Integer.parseInt(forge.group(1)) >= 2)) {
            return true;
        }
        var base = A1111.matcher(written);
        if (!base.find()) {
            return false;
        }
        int major = Integer.parseInt(base.group(1));
        return major > 1 || (major == 1 && Integer.parseInt(base.group(2)) >= 9);
    }
}
