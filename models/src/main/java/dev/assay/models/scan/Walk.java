package dev.assay.models.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.models.library.FolderWalk;
import dev.assay.models.library.Reasons;
import dev.assay.models.library.Unreadable;

/** All model files in some places, each once. */
final class Walk {

    /** What ComfyUI and its usual custom nodes load (its {@code folder_paths.py}, ComfyUI-GGUF, ONNX). */
    private static final Set<String> EXTENSIONS =
            Set.of("safetensors", "sft", "ckpt", "pt", "pt2", "pth", "bin", "pkl", "gguf", "onnx");

    private final Map<Path, Seen> files = new LinkedHashMap<>();
    private final Set<Unreadable> unreadable = new LinkedHashSet<>();
    private final List<ScanPlace> places;

    private Walk(List<ScanPlace> places) {
        this.places = List.copyOf(places);
    }

    static Walk through(List<ScanPlace> places) {
        var walk = new Walk(places);
        Set<Path> walked = new HashSet<>();
        for (var place : walk.places) {
            try {
                // What an earlier place has shown needs no second look.
                if (!walked.contains(place.directory())) {
                    walk.add(place, FolderWalk.of(place.directory(), walked));
                    walked.add(place.directory());
                }
            } catch (IOException e) {
                walk.unreadable.add(Reasons.of(place.directory(), e));
            }
        }
        return walk;
    }

    private void add(ScanPlace place, FolderWalk below) {
        below.files().stream()
                .filter(file -> isModel(file.path()))
                .map(file -> new Seen(file, place.directory(), place.kindOf(file.path())))
                .forEach(seen -> files.merge(seen.file().path(), seen, Walk::nearer));
        unreadable.addAll(below.unreadable());
    }

    /** Where one place lies within another, the inner one tells more. */
    private static Seen nearer(Seen one, Seen other) {
        return other.root().getNameCount() > one.root().getNameCount() ? other : one;
    }

    private static boolean isModel(Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    Collection<Seen> files() {
        return files.values();
    }

    Optional<Seen> find(Path path) {
        return Optional.ofNullable(files.get(path));
    }

    List<Unreadable> unreadable() {
        return new ArrayList<>(unreadable);
    }

    /** Whether a file would have been seen if it were there. */
    boolean wouldHaveSeen(Path file) {
        return places.stream().anyMatch(place -> file.startsWith(place.directory()))
                && unreadable.stream().noneMatch(one -> !one.isDangling() && file.startsWith(one.path()));
    }
}
