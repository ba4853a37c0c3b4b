package dev.assay.civitai.ask;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * A body, decoded.
 *
 * @param text as far as it could be decoded
 * @param json what it says; null-like where there is a flaw
 * @param flaw what is the matter with it
 */
record Content(String text, Json json, Flaw flaw) {

    enum Flaw {
        NONE,
        /** It ends too soon (quirk 60). */
        CUT,
        /** A page or anything else that is not JSON (quirk 47). */
        NOT_JSON,
        /** It unpacks to more than allowed. */
        TOO_LARGE
    }

    /** 64 MiB: a list of twenty models already exceeds one (quirk 60). */
    static final int MOST = 64 << 20;

    static Content read(HttpHeaders headers, byte[] body, Scrub scrub) {
        byte[] plain;
        try {
            plain = isGzip(headers) ? unpack(body) : body;
        } catch (EOFException _) {
            return new Content("", Json.none(), Flaw.CUT);
        } catch (IOException _) {
            return new Content("", Json.none(), Flaw.NOT_JSON);
        }
        if (plain.length > MOST) {
            return new Content("", Json.none(), Flaw.TOO_LARGE);
        }
        // The key belongs into no answer: an echo of it must not get any further.
        return parse(type(headers), scrub.key(new String(plain, StandardCharsets.UTF_8)));
    }

    private static boolean isGzip(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding")
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> encoding.equals("gzip") || encoding.equals("x-gzip"))
                .isPresent();
    }

    private static byte[] unpack(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(MOST + 1);
        }
    }

    /** The content type, in lower case and without parameters; empty where none is given. */
    static String type(HttpHeaders headers) {
        var type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        var semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    }

    private static Content parse(String type, String text) {
        if (type.contains("html") || text.stripLeading().startsWith("<")) {
            return new Content(text, Json.none(), Flaw.NOT_JSON);
        }
        try {
            return new Content(text, Json.parse(text), Flaw.NONE);
        } catch (MalformedJsonException e) {
            var cut = e.cutShort() && !text.isBlank();
            return new Content(text, Json.none(), cut ? Flaw.CUT : Flaw.NOT_JSON);
        }
    }
}
