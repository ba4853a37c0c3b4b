package dev.assay.core.metadata.carrier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The comments of FLAC, Vorbis and Opus sound: {@code KEY=text} each, counted and measured in little-endian numbers. */
final class VorbisComments {

    private static final int MAX_COMMENTS = 1000;

    private VorbisComments() {}

    static void read(String carrier, byte[] block, int from, Harvest harvest) {
        var numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        try {
            numbers.position(from);
            text(numbers);
            var count = Math.min(numbers.getInt() & 0xffff_ffffL, MAX_COMMENTS);
            for (long i = 0; i < count; i++) {
                comment(carrier, text(numbers), harvest);
            }
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            harvest.cutShort("The comments of the sound end too soon.");
        }
    }

    private static void comment(String carrier, String comment, Harvest harvest) {
        var equals = comment.indexOf('=');
        if (equals > 0) {
            harvest.add(carrier, comment.substring(0, equals), comment.substring(equals + 1));
        }
    }

    private static String text(ByteBuffer numbers) {
        var length = numbers.getInt();
        if (length < 0 || length > numbers.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        numbers.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
