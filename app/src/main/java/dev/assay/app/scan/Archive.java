package dev.assay.app.scan;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.disk.DiskWords;

/**
 * Workflows inside a zip file, and inside zip files in it. Nothing is unpacked to disk, so that the names of entries lead
 * nowhere; how much is read is bounded whatever the archive promises.
 */
final class Archive {

    private static final Set<String> LOOKED_INTO = Set.of(
            "json", "png", "webp", "jpg", "jpeg", "gif", "mp4", "webm", "mkv", "mov", "avif", "flac", "mp3", "zip");

    private final Limits limits;
    private final Entries reader;
    private final List<Found> found = new ArrayList<>();
    private long read;
    private int entries;
    private boolean stopped;

    /**
     * How much an archive may hold.
     *
     * @param entries files in it, and in those inside
     * @param entryBytes one of them, unpacked
     * @param bytes all of them, unpacked
     * @param depth archives inside archives
     */
    record Limits(int entries, int entryBytes, long bytes, int depth) {
        static final Limits USUAL = new Limits(10_000, 64 << 20, 1L << 30, 3);
    }

    /** Reads one of the entries. */
    @FunctionalInterface
    interface Entries {
        Found read(String name, byte[] bytes);
    }

    private Archive(Limits limits, Entries reader) {
        this.limits = limits;
        this.reader = reader;
    }

    static boolean looksLikeOne(byte[] beginning, int length) {
        return length >= 4
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && ((beginning[2] == 3 && beginning[3] == 4) || (beginning[2] == 5 && beginning[3] == 6));
    }

    /** What is in it. A part that is damaged does not keep what came before from being told. */
    static List<Found> read(String name, InputStream in, Limits limits, Entries reader) {
        var archive = new Archive(limits, reader);
        archive.read(name, in, 1);
        return List.copyOf(archive.found);
    }

    private void read(String name, InputStream in, int depth) {
        try {
            // Names in the writer's own code page are no UTF-8, and it does not say which; all bytes are Latin-1.
            var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
            for (var entry = zip.getNextEntry(); entry != null && !stopped; entry = zip.getNextEntry()) {
                entry(name, entry, zip, depth);
            }
        } catch (IOException | IllegalArgumentException e) {
            problem(name, words(e));
        }
    }

    /** The JDK tells what it cannot do in the same way as what is broken. */
    private static String words(Exception e) {
        var reason = e instanceof IOException io ? DiskWords.of(io) : String.valueOf(e.getMessage());
        if (reason.contains("encrypted")) {
            return "Something in the archive is encrypted.";
        }
        if (reason.contains("compression method") || reason.contains("EXT descriptor")) {
            return "Something in the archive is packed in a way that is not known here.";
        }
        return e instanceof EOFException ? "The archive is cut short." : "The archive is damaged: " + reason + ".";
    }

    /** Names are in UTF-8 wherever they can be, whether that is said in the archive or not. */
    private static String name(ZipEntry entry) {
        var name = entry.getName();
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return name;
        }
    }

    private void entry(String archive, ZipEntry entry, ZipInputStream zip, int depth) throws IOException {
        var name = archive + '!' + name(entry);
        if (++entries > limits.entries()) {
            stop(archive, "It holds more than " + limits.entries() + " files.");
            return;
        }
        if (entry.isDirectory() || !isLookedInto(name(entry))) {
            skip(archive, zip);
            return;
        }
        var bytes = zip.readNBytes(limits.entryBytes() + 1);
        if (!count(archive, bytes.length)) {
            return;
        }
        if (bytes.length > limits.entryBytes()) {
            problem(name, "It is larger than " + limits.entryBytes() + " bytes when unpacked.");
            skip(archive, zip);
        } else if (looksLikeOne(bytes, bytes.length)) {
            inside(name, bytes, depth);
        } else {
            found.add(reader.read(name, bytes));
        }
    }

    private void inside(String name, byte[] bytes, int depth) {
        if (depth >= limits.depth()) {
            problem(name, "Archives lie inside each other more than " + limits.depth() + " deep.");
        } else {
            read(name, new ByteArrayInputStream(bytes), depth + 1);
        }
    }

    private static boolean isLookedInto(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        return !name.startsWith("__MACOSX/")
                && dot >= 0
                && LOOKED_INTO.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** What is not looked into must be unpacked all the same to come to the next one, and counts. */
    private void skip(String archive, ZipInputStream zip) throws IOException {
        var buffer = new byte[1 << 16];
        for (var count = zip.read(buffer); count >= 0 && !stopped; count = zip.read(buffer)) {
            count(archive, count);
        }
    }

    private boolean count(String archive, int bytes) {
        read += bytes;
        if (read > limits.bytes()) {
            stop(archive, "It unpacks to more than " + limits.bytes() + " bytes.");
        }
        return !stopped;
    }

    private void stop(String archive, String why) {
        stopped = true;
        problem(archive, why);
    }

    private void problem(String name, String what) {
        found.add(unread(name, what));
    }

    /** One of which the rest, or all of it, is not looked at. */
    static Found unread(String name, String what) {
        return new Found.Unreadable(
                name,
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        name,
                        what,
                        "What it holds from there on was not looked at.",
                        "Unpack it yourself, if you trust it, and scan the folder."));
    }
}
