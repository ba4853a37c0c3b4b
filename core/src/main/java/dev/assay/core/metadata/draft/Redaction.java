package dev.assay.core.metadata.draft;

import java.util.regex.Pattern;

/** Takes secrets out of addresses: real images carry signed ones, good for whoever reads them. */
public final class Redaction {

    private static final Pattern SECRET = Pattern.compile(
            "([?&;](?:sig|signature|exp|expires|token|key|api_key|apikey|password)=)[^&;\\s\"'\\\\<>]+",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    public static String of(String text) {
        return text.contains("=") ? SECRET.matcher(text).replaceAll("$1…") : text;
    }
}
