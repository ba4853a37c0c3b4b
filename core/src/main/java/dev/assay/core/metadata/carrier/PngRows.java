package dev.assay.core.metadata.carrier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import dev.assay.core.metadata.carrier.stealth.PixelRows;

/** Undoes PNG's filters: each row is stored as what it differs from the pixels beside and above (PNG specification, 9). */
final class PngRows implements PixelRows {

    private final InputStream data;
    private final int pixel;
    private byte[] above;
    private byte[] row;

    PngRows(InputStream data, int rowLength, int pixel) {
        this.data = data;
        this.pixel = pixel;
        this.above = new byte[rowLength];
        this.row = new byte[rowLength];
    }

    @Override
    public byte[] next() throws IOException {
        var last = row;
        row = above;
        above = last;
        var filter = data.read();
        if (filter < 0 || data.readNBytes(row, 0, row.length) < row.length) {
            throw new EOFException("the image data end too soon");
        }
        switch (filter) {
            case 0 -> {}
            case 1 -> left();
            case 2 -> up();
            case 3 -> average();
            case 4 -> paeth();
            default -> throw new IOException("a row has no filter that exists");
        }
        return row;
    }

    private void left() {
        for (int i = pixel; i < row.length; i++) {
            row[i] += row[i - pixel];
        }
    }

    private void up() {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private void average() {
        for (int i = 0; i < row.length; i++) {
            var a = i < pixel ? 0 : row[i - pixel] & 0xff;
            row[i] += (byte) ((a + (above[i] & 0xff)) / 2);
        }
    }

    private void paeth() {
        for (int i = 0; i < row.length; i++) {
            var a = i < pixel ? 0 : row[i - pixel] & 0xff;
            var c = i < pixel ? 0 : above[i - pixel] & 0xff;
            row[i] += (byte) nearest(a, above[i] & 0xff, c);
        }
    }

    private static int nearest(int a, int b, int c) {
        var toA = Math.abs(b - c);
        var toB = Math.abs(a - c);
        var toC = Math.abs(a + b - 2 * c);
        if (toA <= toB && toA <= toC) {
            return a;
        }
        return toB <= toC ? b : c;
    }
}
