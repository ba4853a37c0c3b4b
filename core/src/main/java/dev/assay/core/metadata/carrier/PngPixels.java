package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

import dev.assay.core.metadata.carrier.stealth.PixelRows;
import dev.assay.core.metadata.carrier.stealth.Pixels;

/** The pixels of a PNG, unpacked row by row, with no more than two rows in memory. */
final class PngPixels implements Pixels {

    private static final int EIGHT_BITS = 8;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    /** More than any generator makes; unpacking it takes seconds. */
    private static final long MAX_BYTES = 1L << 30;

    private static final int MAX_CHUNKS = 100_000;

    private final FileBytes file;
    private final int width;
    private final int height;
    private final int channels;
    private final List<Box> data;

    private PngPixels(FileBytes file, int width, int height, int channels, List<Box> data) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.data = data;
    }

    /** The pixels; none where they are of a kind in which nobody hides anything. */
    static Optional<PngPixels> of(FileBytes file) throws IOException {
        file.moveTo(8);
        List<Box> data = new ArrayList<>();
        var header = new byte[0];
        for (int count = 0; count < MAX_CHUNKS; count++) {
            var head = file.read(8);
            if (head.length < 8) {
                break;
            }
            var start = file.position();
            var length = ByteBuffer.wrap(head).getInt() & 0xffff_ffffL;
            switch (Ascii.four(head, 4)) {
                case "IHDR" -> header = file.read(13);
                case "IDAT" -> data.add(new Box("IDAT", start, start + length));
                default -> {
                    // Texts, which were read before.
                }
            }
            file.moveTo(start + length + 4);
        }
        return of(file, header, data);
    }

    private static Optional<PngPixels> of(FileBytes file, byte[] header, List<Box> data) {
        if (header.length < 13 || header[8] != EIGHT_BITS || header[12] != 0) {
            return Optional.empty();
        }
        var sides = ByteBuffer.wrap(header);
        var width = sides.getInt();
        var height = sides.getInt();
        var channels = header[9] == RGBA ? 4 : header[9] == RGB ? 3 : 0;
        return channels > 0 && width > 0 && height > 0 && (long) width * height <= MAX_BYTES / channels
                ? Optional.of(new PngPixels(file, width, height, channels, List.copyOf(data)))
                : Optional.empty();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public PixelRows rows() {
        var inflated = new InflaterInputStream(new Pieces());
        return new PngRows(inflated, width * channels, channels);
    }

    /** The image data as one stream. */
    private final class Pieces extends InputStream {

        private int piece;
        private long at = data.isEmpty() ? 0 : data.getFirst().start();

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            while (piece < data.size() && at >= data.get(piece).end()) {
                piece++;
                at = piece < data.size() ? data.get(piece).start() : at;
            }
            if (piece == data.size()) {
                return -1;
            }
            file.moveTo(at);
            var bytes = file.read((int) Math.min(count, data.get(piece).end() - at));
            System.arraycopy(bytes, 0, target, from, bytes.length);
            at += bytes.length;
            return bytes.length == 0 ? -1 : bytes.length;
        }
    }
}
