package dev.assay.core.metadata.draft;

import java.util.regex.Pattern;

/** Takes secrets out of addresses: real images carry signed ones, good for whoever reads them. */
public final class Redaction {

    /** In an address, as it is or as JSON writes it; the names are those of Civitai, Azure, Amazon, Google and Discord. */
    private static final Pattern SECRET = Pattern.compile(
            "((?:[?&;]|\\\\u0026|%26|&amp;)(?:sig|signature|exp|expires|token|access_token|key|api_key|apikey|auth|password|policy"
                    + "|hm|sv|se|skoid|x-amz-[a-z-]{1,30}|x-goog-[a-z-]{1,30}|awsaccesskeyid|key-pair-id|googleaccessid)=)"
                    + "[^&;\\s\"'\\\\<>]+",
            Pattern.CASE_INSENSITIVE);

    /** A name and a password in front of a host. */
    private static final Pattern LOGIN = Pattern.compile("(https?://)[^/\\s\"'@:]{1,200}:[^/\\s\"'@]{1,200}@");

    /** A key that somebody typed into a node, in JSON or in JSON inside JSON. */
    private static final Pattern TYPED = Pattern.compile(
            "((?:api_?key|access_?token|password|secret)\\\\*\"\\s{0,4}:\\s{0,4}\\\\*\")[^\"\\\\]{1,500}",
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The text without what would let its reader in somewhere; the places stay visible. */
    public static String of(String text) {
        var plain = text.contains("=") ? SECRET.matcher(text).replaceAll("$1…") : text;
        var anonymous = plain.contains("@") ? LOGIN.matcher(plain).replaceAll("$1…@") : plain;
        return anonymous.contains("\"") ? TYPED.matcher(anonymous).replaceAll("$1…") : anonymous;
    }
}
