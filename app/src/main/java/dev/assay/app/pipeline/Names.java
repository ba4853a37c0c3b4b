package dev.assay.app.pipeline;

import dev.assay.core.evidence.Subject;

/** What a subject is called. */
public final class Names {

    private Names() {}

    /** For people, such as "image 96712457". */
    public static String of(Subject subject) {
        return switch (subject) {
            case Subject.SiteImage(var id, var _) -> "image " + id;
            case Subject.SiteMedia(var uuid) -> "media " + uuid;
            case Subject.OwnFile(var name, var _) -> "file \"" + name + "\"";
        };
    }

    /** For file names: without extension, safe on any disk. */
    static String forFile(Subject subject) {
        return switch (subject) {
            case Subject.SiteImage(var id, var _) -> "civitai-" + id;
            case Subject.SiteMedia(var uuid) -> "civitai-" + uuid;
            case Subject.OwnFile(var name, var _) -> "image-" + stem(name);
        };
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        var plain = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]+", "-");
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }
}
