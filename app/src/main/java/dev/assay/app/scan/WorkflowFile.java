package dev.assay.app.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.EmbeddedGraph;

/** Reads one file and finds the workflows in it; whatever is wrong with it is part of the answer. */
final class WorkflowFile {

    private static final int BEGINNING = 512;

    private WorkflowFile() {}

    /**
     * What is in a file.
     *
     * @param directory what its name is relative to
     */
    static List<Found> read(String name, Path directory) {
        return read(name, directory, WorkflowFile::read);
    }

    /**
     * What is in a file.
     *
     * @param entries reads what is JSON, and each entry of an archive
     */
    static List<Found> read(String name, Path directory, Archive.Entries entries) {
        try {
            return read(name, directory.resolve(name), Archive.Limits.USUAL, entries);
        } catch (NoSuchFileException _) {
            var dangling = Files.isSymbolicLink(directory.resolve(name));
            return List.of(unreadable(name, dangling ? "It is a link to nothing." : "There is no such file."));
        } catch (InvalidPathException _) {
            return List.of(unreadable(name, "There is no such file."));
        } catch (IOException e) {
            return List.of(unreadable(name, "It cannot be read: " + DiskWords.of(e) + "."));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(new Found.Unreadable(name, Defect.in(name, e)));
        }
    }

    private static List<Found> read(String name, Path file, Archive.Limits limits, Archive.Entries entries)
            throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!Files.isRegularFile(file)) {
                return List.of(unreadable(name, "It is no regular file."));
            }
            var size = channel.size();
            var beginning = new byte[BEGINNING];
            var length = Math.max(0, channel.read(ByteBuffer.wrap(beginning), 0));
            if (length == 0) {
                return List.of(unreadable(name, "It is empty."));
            }
            if (Archive.looksLikeOne(beginning, length)) {
                return Archive.read(name, new BufferedInputStream(Channels.newInputStream(channel)), limits, entries);
            }
            if (!WorkflowContent.looksLikeJson(beginning, length)) {
                var packed = OtherArchive.words(beginning, length);
                return List.of(
                        packed.isPresent()
                                ? Archive.unread(name, packed.get())
                                : found(name, WorkflowContent.inCarrier(channel)));
            }
            if (size > WorkflowContent.LARGEST_TEXT) {
                return List.of(unreadable(name, "It is larger than 64 MiB."));
            }
            return List.of(entries.read(name, bytes(channel, Math.toIntExact(size))));
        }
    }

    /** It may come in pieces, and may become shorter while it is read. */
    private static byte[] bytes(FileChannel channel, int size) throws IOException {
        var bytes = new byte[size];
        var into = ByteBuffer.wrap(bytes);
        while (into.hasRemaining() && channel.read(into) >= 0) {
            // Until it is all there.
        }
        return into.hasRemaining() ? Arrays.copyOf(bytes, into.position()) : bytes;
    }

    /** What is in an entry of an archive. */
    static Found read(String name, byte[] bytes) {
        try {
            return WorkflowContent.looksLikeJson(bytes, bytes.length)
                    ? text(name, bytes)
                    : found(name, WorkflowContent.inCarrier(new Contents(bytes)));
        } catch (IOException e) {
            return unreadable(name, "It cannot be read: " + DiskWords.of(e) + ".");
        } catch (RuntimeException | StackOverflowError e) {
            return new Found.Unreadable(name, Defect.in(name, e));
        }
    }

    private static Found text(String name, byte[] bytes) {
        try {
            return found(name, WorkflowContent.inText(bytes));
        } catch (CharacterCodingException _) {
            return unreadable(name, "It is no text.");
        } catch (MalformedJsonException e) {
            return unreadable(name, "It is no JSON: " + e.getMessage() + ".");
        }
    }

    private static Found found(String name, Optional<EmbeddedGraph> graph) {
        return graph.<Found>map(one -> new Found.Workflow(name, one)).orElseGet(() -> new Found.None(name));
    }

    private static Found unreadable(String name, String what) {
        return new Found.Unreadable(
                name,
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        name,
                        what,
                        "What it needs is not known.",
                        "Check that it is whole, and that you may read it."));
    }
}
