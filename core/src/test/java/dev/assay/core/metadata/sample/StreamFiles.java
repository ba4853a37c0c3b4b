package dev.assay.core.metadata.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.utf8;

/** Makes small films of Matroska, and small files of sound. */
public final class StreamFiles {

    private StreamFiles() {}

    /** A WebM film of 640x480; a streamed one does not know how long its parts are. */
    public static byte[] webm(boolean streamed, List<String> keys, List<String> values) {
        var tags = new byte[0];
        for (int i = 0; i < keys.size(); i++) {
            tags = join(
                    tags,
                    element(
                            0x7373,
                            element(0x67c8, element(0x45a3, utf8(keys.get(i))), element(0x4487, utf8(values.get(i))))));
        }
        var tracks = element(
                0x1654ae6b,
                element(0xae, element(0xe0, element(0xb0, new byte[] {2, (byte) 0x80}), element(0xba, new byte[] {
                    1, (byte) 0xe0
                }))));
        var cluster = join(element(0xe7, new byte[1]), element(0xa3, new byte[300]));
        var head = element(0x1a45dfa3, element(0x4282, latin("webm")));
        return streamed
                ? join(head, unsized(0x18538067), tracks, element(0x1254c367, tags), unsized(0x1f43b675), cluster)
                : join(head, element(0x18538067, tracks, element(0x1f43b675, cluster), element(0x1254c367, tags)));
    }

    private static byte[] element(int id, byte[]... content) {
        var body = join(content);
        return join(
                id(id), ByteBuffer.allocate(4).putInt(0x10000000 | body.length).array(), body);
    }

    private static byte[] unsized(int id) {
        return join(id(id), new byte[] {1, -1, -1, -1, -1, -1, -1, -1});
    }

    private static byte[] id(int id) {
        var bytes = ByteBuffer.allocate(4).putInt(id).array();
        var from = Integer.numberOfLeadingZeros(id) / 8;
        return Arrays.copyOfRange(bytes, from, 4);
    }

    public static byte[] flac(List<String> keys, List<String> values) {
        var comments = vorbis(keys, values);
        return join(
                latin("fLaC"),
                new byte[] {0, 0, 0, 34},
                new byte[34],
                new byte[] {(byte) 0x84},
                three(comments.length),
                comments,
                new byte[50]);
    }

    /** An Opus stream whose comments may go over several pages. */
    public static byte[] opus(List<String> keys, List<String> values) {
        var comments = join(latin("OpusTags"), vorbis(keys, values));
        var pages = page(latin("OpusHead"), false);
        for (int at = 0; at <= comments.length; at += 65_025) {
            var end = Math.min(at + 65_025, comments.length);
            pages = join(pages, page(Arrays.copyOfRange(comments, at, end), end - at == 65_025));
        }
        return pages;
    }

    private static byte[] page(byte[] packet, boolean goesOn) {
        var full = packet.length / 255;
        var lengths = new byte[full + (goesOn ? 0 : 1)];
        Arrays.fill(lengths, (byte) 255);
        if (!goesOn) {
            lengths[full] = (byte) (packet.length % 255);
        }
        return join(latin("OggS"), new byte[22], new byte[] {(byte) lengths.length}, lengths, packet);
    }

    private static byte[] vorbis(List<String> keys, List<String> values) {
        var all = join(counted(utf8("Lavf")), little(keys.size()));
        for (int i = 0; i < keys.size(); i++) {
            all = join(all, counted(utf8(keys.get(i) + "=" + values.get(i))));
        }
        return all;
    }

    private static byte[] counted(byte[] bytes) {
        return join(little(bytes.length), bytes);
    }

    public static byte[] mp3(List<String> keys, List<String> values) {
        var frames = new byte[0];
        for (int i = 0; i < keys.size(); i++) {
            var text = join(new byte[] {3}, utf8(keys.get(i)), new byte[1], utf8(values.get(i)));
            frames = join(frames, latin("TXXX"), sevens(text.length), new byte[2], text);
        }
        return join(latin("ID3"), new byte[] {4, 0, 0}, sevens(frames.length), frames, new byte[] {-1, -5, 0, 0});
    }

    private static byte[] sevens(int number) {
        return new byte[] {
            (byte) ((number >> 21) & 0x7f),
            (byte) ((number >> 14) & 0x7f),
            (byte) ((number >> 7) & 0x7f),
            (byte) (number & 0x7f)
        };
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
