package dev.assay.core.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in a repository on Hugging Face, or the repository itself.
 *
 * @param repository owner and name, such as {@code comfyanonymous/flux_text_encoders}
 * @param revision branch, tag or commit, such as {@code main}; without a slash
 * @param path of the file inside the repository; empty where none is named
 */
public record HuggingFaceFile(String repository, String revision, String path) {

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9][\\w.-]{0,95}/[A-Za-z0-9][\\w.-]{0,95}");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][\\w.-]{0,99}");
    private static final int LONGEST_PATH = 400;

    /** What they name, where they can name anything: no path leaves its repository. */
    public static Optional<HuggingFaceFile> of(String repository, String revision, String path) {
        var sound = REPOSITORY.matcher(repository).matches()
                && !repository.contains("..")
                && REVISION.matcher(revision).matches()
                && (path.isEmpty() || isPath(path));
        return sound ? Optional.of(new HuggingFaceFile(repository, revision, path)) : Optional.empty();
    }

    private static boolean isPath(String path) {
        if (path.length() > LONGEST_PATH || path.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) {
            return false;
        }
        for (var part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the numbers of an AIR of Hugging Face name: the repository, and behind the {@code @} the revision, or revision
     * and path.
     */
    public static Optional<HuggingFaceFile> of(Air air) {
        if (!air.source().equals("huggingface")) {
            return Optional.empty();
        }
        var version = air.version().orElse("main");
        var slash = version.indexOf('/');
        return slash < 0
                ? of(air.id(), version, "")
                : of(air.id(), version.substring(0, slash), version.substring(slash + 1));
    }

    /** The name of the file, without its folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that it lies in; empty at the top. */
    public String folder() {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    public HuggingFaceFile withPath(String other) {
        return new HuggingFaceFile(repository, revision, other);
    }

    @Override
    public String toString() {
        return repository + (path.isEmpty() ? "" : "/" + path) + (revision.equals("main") ? "" : " (" + revision + ")");
    }
}
