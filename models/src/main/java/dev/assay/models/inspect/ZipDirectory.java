package dev.assay.models.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory of a zip archive, which stands at its end and is written last. Read by hand, since what is inspected is an open
 * file, and since nothing but names and sizes is wanted. Numbers beyond 4 GiB stand in ZIP64 records (APPNOTE 4.3.14, 4.5.3).
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LARGEST = 64 << 20;
    private static final long IN_ZIP64 = 0xffffffffL;

    /**
     * One file in the archive.
     *
     * @param method 0 where it is stored as it is, 8 where it is deflated
     * @param packed bytes in the archive
     * @param size bytes once unpacked
     * @param at where its local header begins
     */
    record Entry(String name, int method, long packed, long size, long at) {}

    /** What became of reading it. */
    sealed interface Found {
        record Directory(List<Entry> entries) implements Found {}

        /** The end is missing. */
        record CutShort() implements Found {}

        /** It contradicts the file; the reason is a sentence part. */
        record Wrong(String reason) implements Found {}
    }

    /** Where the directory lies. */
    private record Place(long at, long length) {}

    private final SeekableByteChannel channel;

    ZipDirectory(SeekableByteChannel channel) {
        this.channel = channel;
    }

    Found read() throws IOException {
        var place = place();
        if (place.isEmpty()) {
            return new Found.CutShort();
        }
        var at = place.get().at();
        var length = place.get().length();
        if (at < 0 || length < 0 || at > channel.size() - length) {
            return new Found.Wrong("its directory lies outside of the file");
        }
        if (length > LARGEST) {
            return new Found.Wrong("a directory of " + length + " bytes");
        }
        var entries = entries(bytes(at, (int) length));
        var outside = entries.stream()
                .filter(entry -> entry.at() < 0 || entry.packed() < 0 || entry.at() > at - entry.packed())
                .findFirst();
        return outside.isPresent()
                ? new Found.Wrong("its part \"" + outside.get().name() + "\" lies outside of the file")
                : new Found.Directory(entries);
    }

    /** Where the content of an entry begins. */
    long content(Entry entry) throws IOException {
        var local = bytes(entry.at(), LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) {
            throw new EOFException("no local header");
        }
        return entry.at() + LOCAL_LENGTH + unsigned(local.getShort(26)) + unsigned(local.getShort(28));
    }

    private Optional<Place> place() throws IOException {
        var length = (int) Math.min(channel.size(), END_LENGTH + LOCATOR_LENGTH + LONGEST_COMMENT);
        var start = channel.size() - length;
        var tail = bytes(start, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                var usual = new Place(unsigned(tail.getInt(at + 16)), unsigned(tail.getInt(at + 12)));
                var before = at - LOCATOR_LENGTH;
                return before >= 0 && tail.getInt(before) == LOCATOR
                        ? Optional.of(large(tail.getLong(before + 8)).orElse(usual))
                        : Optional.of(usual);
            }
        }
        return Optional.empty();
    }

    private Optional<Place> large(long at) throws IOException {
        if (at < 0 || at > channel.size() - 56) {
            return Optional.empty();
        }
        var end = bytes(at, 56);
        return end.getInt(0) == END64 ? Optional.of(new Place(end.getLong(48), end.getLong(40))) : Optional.empty();
    }

    private static List<Entry> entries(ByteBuffer directory) {
        List<Entry> entries = new ArrayList<>();
        var at = 0;
        while (at + ENTRY_LENGTH <= directory.limit() && directory.getInt(at) == ENTRY) {
            var nameLength = unsigned(directory.getShort(at + 28));
            var extraLength = unsigned(directory.getShort(at + 30));
            var next = at + ENTRY_LENGTH + nameLength + extraLength + unsigned(directory.getShort(at + 32));
            if (next > directory.limit()) {
                break;
            }
            entries.add(entry(directory, at, nameLength, extraLength));
            at = next;
        }
        return entries;
    }

    private static Entry entry(ByteBuffer directory, int at, int nameLength, int extraLength) {
        var name = new byte[nameLength];
        directory.get(at + ENTRY_LENGTH, name);
        long size = unsigned(directory.getInt(at + 24));
        long packed = unsigned(directory.getInt(at + 20));
        long local = unsigned(directory.getInt(at + 42));
        var extra = directory.slice(at + ENTRY_LENGTH + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        var large = zip64(extra);
        // Only the numbers that do not fit stand there, in this order.
        if (size == IN_ZIP64 && large.remaining() >= 8) {
            size = large.getLong();
        }
        if (packed == IN_ZIP64 && large.remaining() >= 8) {
            packed = large.getLong();
        }
        if (local == IN_ZIP64 && large.remaining() >= 8) {
            local = large.getLong();
        }
        return new Entry(
                new String(name, StandardCharsets.UTF_8), unsigned(directory.getShort(at + 10)), packed, size, local);
    }

    private static ByteBuffer zip64(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            var id = unsigned(extra.getShort());
            var length = Math.min(unsigned(extra.getShort()), extra.remaining());
            var field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            if (id == 1) {
                return field;
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(at);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the file has become shorter");
            }
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(short number) {
        return number & 0xffff;
    }

    private static long unsigned(int number) {
        return number & 0xffffffffL;
    }
}
