package dev.assay.models.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a path as ComfyUI does: {@code ~} and variables first, then relative to a folder. */
final class PathText {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))|%(\\w+)%");

    private final Surroundings surroundings;

    PathText(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The path where {@code ~} and variables count; empty where the text cannot be a path. */
    Optional<Path> expanded(Path base, String text) {
        return plain(base, variables(home(text)));
    }

    /** The path as written; empty where the text cannot be a path. */
    static Optional<Path> plain(Path base, String text) {
        try {
            return Optional.of(base.resolve(text).normalize());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private String home(String text) {
        return text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")
                ? surroundings.home() + text.substring(1)
                : text;
    }

    private String variables(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var name = firstOf(found.group(1), found.group(2), found.group(3));
            return Matcher.quoteReplacement(surroundings.variables().getOrDefault(name, found.group()));
        });
    }

    private static String firstOf(@Nullable String... groups) {
        for (var group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalStateException("one of the groups has matched");
    }
}
