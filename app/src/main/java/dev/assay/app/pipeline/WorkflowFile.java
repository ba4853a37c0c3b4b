package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import dev.assay.app.ExitCode;

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
                return new Result.AlreadyThere(target);
            }
            if (!replace && Files.exists(target)) {
                return taken(target);
            }
            return place(target, replace, bytes);
        } catch (FileAlreadyExistsException _) {
            return taken(target);
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
                    return new Result.AlreadyThere(target);
                }
                if (!Files.exists(target)) {
                    return place(target, false, bytes);
                }
            } catch (FileAlreadyExistsException _) {
                // Somebody else took this number just now: the next one.
            } catch (IOException e) {
                return failed(target, e);
            }
        }
        return failed(folder, new IOException("there are too many workflows of this image"));
    }

    /** The problem that an existing file would be. */
    public static Problem existing(Path target) {
        return new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + target + "\"",
                "A file of that name exists.",
                "It is not replaced unless you say so.",
                "Give another name with -o, or --force to replace it.");
    }

    private static Result taken(Path target) {
        return new Result.NotWritten(existing(target));
    }

    private static Result failed(Path target, IOException e) {
        return new Result.NotWritten(new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + target + "\"",
                "The workflow cannot be written: " + e + ".",
                "Nothing was changed.",
                "Check the folder's permissions and the free space, or name another file with -o."));
    }

    private static boolean holds(Path target, byte[] bytes) throws IOException {
        return Files.isRegularFile(target)
                && Files.size(target) == bytes.length
                && Arrays.equals(Files.readAllBytes(target), bytes);
    }

    private static Result place(Path target, boolean replace, byte[] bytes) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var whole = Files.createTempFile(folder, ".assay-", ".part");
        try {
            write(whole, bytes);
            if (replace) {
                Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                FreshName.take(whole, target);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
        return new Result.Written(target);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Temporary files are made private; a workflow is as readable as any other file the user makes.
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
