package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the texts of one's own ({@code TXXX}) and the comments ({@code COMM}) of MP3 sound. */
final class Id3Reader {

    private static final int HEADER = 10;
    private static final int MAX_FRAMES = 1000;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();

    Id3Reader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "ID3");
    }

    CarrierFile read() throws IOException {
        file.moveTo(0);
        var header = file.read(HEADER);
        if (header.length == HEADER && header[3] >= 3 && header[3] <= 4) {
            var length = sevens(ByteBuffer.wrap(header).getInt(6));
            if (length > Harvest.MAX_RAW) {
                harvest.tooLarge("The tags of the sound, " + length + " bytes, were left unread.");
            } else {
                frames(file.read(length), header[3] == 4);
            }
        }
        return harvest.file(FileFormat.MP3);
    }

    /** Numbers whose bytes have seven bits each, so that nothing looks like sound. */
    private static int sevens(int number) {
        return (number & 0x7f) | ((number >> 1) & 0x3f80) | ((number >> 2) & 0x1f_c000) | ((number >> 3) & 0xfe0_0000);
    }

    private void frames(byte[] tag, boolean inSevens) {
        var numbers = ByteBuffer.wrap(tag);
        var at = 0;
        for (int count = 0; at + HEADER <= tag.length && count < MAX_FRAMES; count++) {
            var stated = numbers.getInt(at + 4);
            var length = inSevens ? sevens(stated) : stated;
            if (tag[at] == 0 || length < 0 || length > tag.length - at - HEADER) {
                break;
            }
            frame(Ascii.four(tag, at), Arrays.copyOfRange(tag, at + HEADER, at + HEADER + length));
            at += HEADER + length;
        }
    }

    private void frame(String type, byte[] frame) {
        if (frame.length < 5) {
            return;
        }
        switch (type) {
            case "TXXX" -> texts(frame, 1, "");
            // A language stands before a comment.
            case "COMM" -> texts(frame, 4, "comment");
            default -> {
                // Titles, pictures.
            }
        }
    }

    /** A name and a text, with a zero between them. */
    private void texts(byte[] frame, int from, String name) {
        var both = new String(frame, from, frame.length - from, charset(frame[0]));
        var zero = both.indexOf('\0');
        if (zero >= 0) {
            var key = plain(both.substring(0, zero));
            harvest.add("ID3", key.isEmpty() ? name : key, plain(both.substring(zero + 1)));
        }
    }

    private static String plain(String text) {
        return text.replace("\0", "").replace("\ufeff", "");
    }

    private static Charset charset(byte code) {
        return switch (code) {
            case 0 -> StandardCharsets.ISO_8859_1;
            case 1 -> StandardCharsets.UTF_16;
            case 2 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
