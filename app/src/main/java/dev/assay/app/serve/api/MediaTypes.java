package dev.assay.app.serve.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.serve.http.Answer;

/** Tells by their first bytes which files may be shown: pictures and films that hold nothing that runs. No SVG. */
final class MediaTypes {

    private static final int HEAD = 16;

    private MediaTypes() {}

    /** The file, to be shown; empty where it is none of these, or is gone. */
    static Optional<Answer> shown(Path file) {
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return type(head).map(type -> new Answer.OfFile(file, type));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(String head) {
        if (head.startsWith("\u0089PNG\r\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("image/webp");
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of("video/webm");
        }
        if (head.startsWith("ftyp", 4)) {
            return Optional.of(head.startsWith("avif", 8) ? "image/avif" : "video/mp4");
        }
        return Optional.empty();
    }
}
