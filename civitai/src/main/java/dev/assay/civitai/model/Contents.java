package dev.assay.civitai.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.ingredient.ModelFile;

/** Files by content: two entries with one SHA-256 are one content, one without a SHA-256 is its own. */
final class Contents {

    private Contents() {}

    /** One file for each content, the first that has it. */
    static List<ModelFile> distinct(List<ModelFile> files) {
        Map<String, ModelFile> byContent = new LinkedHashMap<>();
        files.forEach(file -> byContent.putIfAbsent(key(file), file));
        return List.copyOf(byContent.values());
    }

    static boolean same(ModelFile one, ModelFile other) {
        return one.place().equals(other.place()) || key(one).equals(key(other));
    }

    private static String key(ModelFile file) {
        return file.sha256().map(Object::toString).orElseGet(() -> "file " + file.place());
    }
}
