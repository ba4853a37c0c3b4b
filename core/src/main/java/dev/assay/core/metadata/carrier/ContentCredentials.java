package dev.assay.core.metadata.carrier;

import java.nio.charset.StandardCharsets;

/**
 * Content credentials (C2PA): signed statements of who made a picture, in CBOR. Only the few texts that name the program
 * are taken; signatures are not checked, and nothing is proven by them here.
 */
final class ContentCredentials {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_FINDS = 8;

    private ContentCredentials() {}

    static void read(byte[] manifest, Harvest harvest) {
        for (var key : new String[] {"claim_generator", "softwareAgent", "digitalSourceType"}) {
            var from = 0;
            for (int i = 0; i < MAX_FINDS && from >= 0; i++) {
                from = next(manifest, from, key, harvest);
            }
        }
    }

    /** Takes the text behind the next such key; the place behind it, or -1 where there is none. */
    private static int next(byte[] manifest, int from, String key, Harvest harvest) {
        for (int at = from; at + key.length() + 2 < manifest.length; at++) {
            if (Ascii.at(manifest, at, key)) {
                var behind = at + key.length();
                text(manifest, behind, harvest, key);
                return behind;
            }
        }
        return -1;
    }

    /** A text, or a map whose first member is {@code name}: CBOR puts a "d" before a text of four letters. */
    private static void text(byte[] manifest, int at, Harvest harvest, String key) {
        var named = at + 6 < manifest.length && kind(manifest[at]) == 5 && Ascii.at(manifest, at + 1, "dname");
        var start = named ? at + 6 : at;
        if (kind(manifest[start]) != 3) {
            return;
        }
        var length = manifest[start] & 0x1f;
        var body = start + 1;
        if (length == 24 && body < manifest.length) {
            length = manifest[body] & 0xff;
            body++;
        }
        if (length > 0 && length <= MAX_LENGTH && body + length <= manifest.length) {
            harvest.add("C2PA", key, new String(manifest, body, length, StandardCharsets.UTF_8));
        }
    }

    /** CBOR's major type. */
    private static int kind(byte head) {
        return (head & 0xff) >> 5;
    }
}
