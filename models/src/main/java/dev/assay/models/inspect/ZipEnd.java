package dev.assay.models.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The end of a zip archive: a record that is written last, and so is missing where the file is cut. */
final class ZipEnd {

    private static final int SIGNATURE = 0x06054b50;
    private static final int RECORD = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private ZipEnd() {}

    static boolean isThere(SeekableByteChannel channel) throws IOException {
        var length = (int) Math.min(channel.size(), RECORD + LONGEST_COMMENT);
        var end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(channel.size() - length);
        while (end.hasRemaining() && channel.read(end) >= 0) {
            // A read may give less than was asked for.
        }
        for (int at = end.position() - RECORD; at >= 0; at--) {
            if (end.getInt(at) == SIGNATURE) {
                return true;
            }
        }
        return false;
    }
}
