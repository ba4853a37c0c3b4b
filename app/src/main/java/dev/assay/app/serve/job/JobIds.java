package dev.assay.app.serve.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names of jobs: in the order of their time, and good as names of folders. */
final class JobIds {

    private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{9}-[0-9a-f]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private JobIds() {}

    static String next(Instant now, RandomGenerator random) {
        return TIME.format(now) + "-" + HexFormat.of().toHexDigits(random.nextInt());
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
