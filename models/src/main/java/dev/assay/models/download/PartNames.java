package dev.assay.models.download;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The hidden names beside a target: its part and the lock that guards it. They bear the content's hash, so that a part
 * is never taken for another file's, and no extension of a model, so that ComfyUI does not list them.
 */
public final class PartNames {

    private static final String PART = ".assay-part";
    private static final String LOCK = ".assay-lock";
    private static final int ID_LENGTH = 24;

    private PartNames() {}

    /** Whether a file is no model but what an unfinished download leaves. */
    public static boolean isLeftover(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(".") && (name.endsWith(PART) || name.endsWith(LOCK));
    }

    static Path part(DownloadRequest request) {
        return request.directory().resolve(stem(request) + PART);
    }

    static Path lock(DownloadRequest request) {
        return request.directory().resolve(stem(request) + LOCK);
    }

    private static String stem(DownloadRequest request) {
        var id = request.sha256().map(hash -> hash.hex().substring(0, 12)).orElseGet(() -> plain(request.sourceId()));
        return "." + request.name() + "." + id;
    }

    private static String plain(String sourceId) {
        var id = sourceId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "id-" + id.substring(0, Math.min(id.length(), ID_LENGTH));
    }
}
