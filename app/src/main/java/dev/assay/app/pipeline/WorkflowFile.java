package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.disk.DiskWords;

/**
 * Writes a workflow whole or not at all, and never over another file unless told to: the text goes to a hidden file
 * beside the target first, reaches the disk, and then takes the target's name.
 */
public final class WorkflowFile {

    private static final int MOST_NUMBERS = 10_000;

    private WorkflowFile() {}

    /** Where it went, or why it went nowhere. */
    public sealed interface Result {
        record Written(Path path) implements Result {}

        /** A file of exactly this content was there already. */
        record AlreadyThere(Path path) implements Result {}

        record NotWritten(Problem problem) implements Result {}
    }

    /** Writes to that very file. */
    public static Result writeTo(Path target, boolean replace, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (holds(target, bytes)) {
                Staging.clear(target);
                return new Result.AlreadyThere(target);
            }
            var obstacle = obstacle(target, replace);
            if (obstacle.isPresent()) {
                return new Result.NotWritten(obstacle.get());
            }
            place(replace && Files.exists(target) ? target.toRealPath() : target, replace, bytes);
            return new Result.Written(target);
        } catch (FileAlreadyExistsException _) {
            return new Result.NotWritten(existing(target));
        } catch (IOException e) {
            return failed(target, e);
        }
    }

    /** Writes into a folder, under that name or, where another file has it, under the next free number. */
    static Result writeInto(Path folder, String stem, String extension, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int number = 1; number < MOST_NUMBERS; number++) {
            var target = folder.resolve(stem + (number == 1 ? "" : "-" + number) + extension);
            try {
                if (holds(target, bytes)) {
                    Staging.clear(target);
                    return new Result.AlreadyThere(target);
                }
                if (!Files.exists(target)) {
                    place(target, false, bytes);
                    return new Result.Written(target);
                }
            } catch (FileAlreadyExistsException _) {
                // Somebody else took this number just now: the next one.
            } catch (IOException e) {
                return failed(target, e);
            }
        }
        return failed(folder, new IOException("there are too many workflows of this image"));
    }

    /**
     * What there is at that place that would keep a workflow from being written, as far as it can be known beforehand.
     *
     * @param replace whether a file may be replaced; nothing but a file ever is
     */
    static Optional<Problem> obstacle(Path target, boolean replace) {
        if (Files.exists(target)) {
            return replace && Files.isRegularFile(target) ? Optional.empty() : Optional.of(existing(target));
        }
        var above = target.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        return above == null || Files.isDirectory(above)
                ? Optional.empty()
                : Optional.of(cannot(target, "\"" + above + "\" is no folder"));
    }

    /** The problem that what is there would be. */
    public static Problem existing(Path target) {
        var regular = Files.isRegularFile(target) || !Files.exists(target);
        return new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + target + "\"",
                regular
                        ? "A file of that name exists."
                        : Files.isDirectory(target) ? "That is a folder." : "That is no regular file.",
                regular ? "It is not replaced unless you say so." : "A workflow is written into a file of its own.",
                regular
                        ? "Give another name with -o, or --force to replace it."
                        : "Give the name of a file with -o, such as workflow.json.");
    }

    private static Result failed(Path target, IOException e) {
        return new Result.NotWritten(cannot(target, DiskWords.of(e)));
    }

    private static Problem cannot(Path target, String why) {
        return new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + target + "\"",
                "The workflow cannot be written: " + why + ".",
                "Nothing was changed.",
                "Check the folder's permissions and the free space, or name another file with -o.");
    }

    private static boolean holds(Path target, byte[] bytes) throws IOException {
        return Files.isRegularFile(target)
                && Files.size(target) == bytes.length
                && Arrays.equals(Files.readAllBytes(target), bytes);
    }

    private static void place(Path target, boolean replace, byte[] bytes) throws IOException {
        folder(target);
        try (var staging = Staging.of(target)) {
            staging.write(bytes);
            if (replace) {
                Files.move(staging.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                FreshName.take(staging.path(), target);
            }
        }
    }

    private static Path folder(Path target) throws IOException {
        // The root itself is a folder, and none is written to.
        var folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
        try {
            // A link to a folder is one as well, which createDirectories denies.
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            // Not to be taken for a workflow whose name is taken.
            throw new NotDirectoryException(e.getFile());
        }
    }
}
