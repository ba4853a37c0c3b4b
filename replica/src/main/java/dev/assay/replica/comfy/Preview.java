package dev.assay.replica.comfy;

import java.nio.ByteBuffer;

import dev.assay.replica.bytes.Png;

/** The small picture that comes with a step: two numbers, then the file. */
final class Preview {

    private static final int PREVIEW_IMAGE = 1;
    private static final int PNG = 2;

    private Preview() {}

    static byte[] frame() {
        var picture = Png.landscape(8, 8).toArray();
        return ByteBuffer.allocate(8 + picture.length)
                .putInt(PREVIEW_IMAGE)
                .putInt(PNG)
                .put(picture)
                .array();
    }
}
