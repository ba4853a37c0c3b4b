package dev.assay.bench.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * PNG files as ComfyUI and A1111 write them, in turns. The picture is a hole of the usual size: neither contender reads it,
 * and the disk need not hold gigabytes.
 */
final class SamplePictures {

    private static final int SIDE = 1024;
    private static final int PICTURE = 1_500_000;
    private static final int NODES = 25;

    private SamplePictures() {}

    static void write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            one(folder.resolve("picture-%05d.png".formatted(i)), i);
        }
    }

    private static void one(Path file, int number) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1)));
            var header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.array());
            if (number % 2 == 0) {
                text(out, "prompt", SampleGraph.api(NODES, number));
                text(out, "workflow", SampleGraph.ui(NODES, number));
            } else {
                text(out, "parameters", infotext(number));
            }
            out.write(ByteBuffer.allocate(8)
                    .putInt(PICTURE)
                    .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                    .flip());
            out.position(out.position() + PICTURE + 4);
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static String infotext(int number) {
        return "score_9, a fox in a field number " + number + ", <lora:evening_light:0.7>, (detailed:1.2), "
                + "wide shot, morning, ".repeat(20)
                + "\nNegative prompt: score_4, blurry, " + "worst quality, ".repeat(10)
                + "\nSteps: 30, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: " + (1_000_000L + number)
                + ", Size: 1024x1024, Model hash: 67ab2fd8ec, Model: ponyDiffusionV6XL, Clip skip: 2,"
                + " Lora hashes: \"evening_light: 10d24439894b\", Version: v1.10.1";
    }

    private static void text(FileChannel out, String key, String text) throws IOException {
        chunk(out, "tEXt", (key + "\0" + text).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void chunk(FileChannel out, String type, byte[] data) throws IOException {
        var letters = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(letters);
        sum.update(data);
        out.write(ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(letters)
                .put(data)
                .putInt((int) sum.getValue())
                .flip());
    }
}
