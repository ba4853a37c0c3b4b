package dev.assay.core.gguf;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.safetensors.Tensor;

/**
 * Reads a header (ggml, {@code docs/gguf.md}): magic, version, counts, metadata, entries of tensors, and then, aligned,
 * the tensors.
 */
final class HeaderReader {

    /** {@code GGUF}, read as a little-endian number. */
    private static final int MAGIC = 0x46554747;

    private static final int MOST_VALUES = 100_000;
    private static final int MOST_TENSORS = 500_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final long DEFAULT_ALIGNMENT = 32;

    /** ComfyUI-GGUF flattens some tensors, and writes here what shape they had. */
    private static final String ORIGINAL_SHAPE = "comfy.gguf.orig_shape.";

    private final Source source;
    private final ValueReader values;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, List<Long>> originalShapes = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private HeaderReader(Source source) {
        this.source = source;
        this.values = new ValueReader(source);
    }

    static Gguf read(SeekableByteChannel file) throws IOException {
        try {
            return new HeaderReader(new Source(file)).header();
        } catch (BrokenGgufException e) {
            return e.asBroken();
        }
    }

    private Gguf.Header header() throws IOException, BrokenGgufException {
        source.order(ByteOrder.LITTLE_ENDIAN);
        if (source.int32() != MAGIC) {
            throw BrokenGgufException.because("it does not begin with GGUF");
        }
        var version = version();
        var tensorCount = source.count(MOST_TENSORS, "tensors");
        var valueCount = source.count(MOST_VALUES, "values of metadata");
        for (long i = 0; i < valueCount; i++) {
            value();
        }
        var entries = new ArrayList<Entry>();
        for (long i = 0; i < tensorCount; i++) {
            entries.add(entry());
        }
        place(entries);
        return new Gguf.Header(version, tensors, metadata);
    }

    /** Version 1 had short counts, and nobody uses it; files of big-endian machines have the bytes turned around. */
    private int version() throws IOException, BrokenGgufException {
        var version = source.int32();
        if ((version & 0xffff) == 0) {
            source.order(ByteOrder.BIG_ENDIAN);
            version = Integer.reverseBytes(version);
        }
        if (version != 2 && version != 3) {
            throw BrokenGgufException.because("the unknown version " + Integer.toUnsignedString(version));
        }
        return version;
    }

    private void value() throws IOException, BrokenGgufException {
        var key = source.name("a value");
        var type = source.int32();
        if (key.startsWith(ORIGINAL_SHAPE)) {
            originalShapes.put(key.substring(ORIGINAL_SHAPE.length()), values.numbers(type));
        } else {
            values.scalar(type).ifPresent(text -> metadata.put(key, text));
        }
    }

    /** As the file has it. */
    private record Entry(String name, List<Long> lengths, TensorType type, long offset) {}

    private Entry entry() throws IOException, BrokenGgufException {
        var name = source.name("a tensor");
        var dimensions = source.int32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw BrokenGgufException.because(
                    Integer.toUnsignedString(dimensions) + " dimensions of the tensor " + name);
        }
        var lengths = new ArrayList<Long>();
        for (int i = 0; i < dimensions; i++) {
            lengths.add(source.count(Long.MAX_VALUE, "as a length of the tensor " + name));
        }
        var type = TensorType.of(source.int32());
        return new Entry(name, lengths, type, source.count(Long.MAX_VALUE, "as the place of the tensor " + name));
    }

    /** Each tensor must lie within the file. */
    private void place(List<Entry> entries) throws BrokenGgufException {
        var alignment = alignment();
        var dataAt = (source.position() + alignment - 1) / alignment * alignment;
        var available = source.size() - dataAt;
        long needed = 0;
        for (var entry : entries) {
            var end = entry.offset() + entry.type().bytes(entry.lengths());
            if (end < entry.offset()) {
                throw BrokenGgufException.because("the tensor " + entry.name() + " is larger than any file");
            }
            needed = Math.max(needed, end);
            if (tensors.put(entry.name(), tensor(entry, end)) != null) {
                throw BrokenGgufException.because("two tensors of the name " + entry.name());
            }
        }
        if (needed > available) {
            throw BrokenGgufException.cutShort(
                    "the tensors need " + needed + " bytes, the file has " + Math.max(0, available));
        }
    }

    private Tensor tensor(Entry entry, long end) {
        var shape = originalShapes.getOrDefault(entry.name(), new ArrayList<>(entry.lengths()).reversed());
        return new Tensor(entry.type().name(), shape, entry.offset(), end);
    }

    private long alignment() throws BrokenGgufException {
        var stated = metadata.getOrDefault("general.alignment", Long.toString(DEFAULT_ALIGNMENT));
        if (!stated.matches("[1-9]\\d{0,6}")) {
            throw BrokenGgufException.because("the alignment " + stated);
        }
        return Long.parseLong(stated);
    }
}
