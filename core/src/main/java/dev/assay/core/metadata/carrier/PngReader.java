package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/** Reads the chunks of a PNG, also those behind the image data and behind {@code IEND}, where some tools write. */
final class PngReader {

    private static final String MAGIC = "\u0089PNG\r\n\u001a\n";

    /** Types whose content is read; {@code comf} is ComfyUI's own, in animated PNGs, {@code caBX} that of C2PA. */
    private static final Set<String> READ = Set.of("IHDR", "tEXt", "zTXt", "iTXt", "eXIf", "comf", "caBX");

    /** Enough for 800 MB in the smallest usual pieces of 8 KiB; a file of empty chunks must not take hours. */
    private static final int MAX_CHUNKS = 100_000;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private int width;
    private int height;
    private boolean animated;

    PngReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, MAGIC);
    }

    CarrierFile read() throws IOException {
        file.moveTo(MAGIC.length());
        var ended = false;
        for (int count = 0; count < MAX_CHUNKS; count++) {
            var header = file.read(8);
            var type = type(header);
            if (type == null) {
                break;
            }
            chunk(type, ByteBuffer.wrap(header).getInt() & 0xffff_ffffL);
            ended |= type.equals("IEND");
        }
        if (!ended) {
            harvest.cutShort("The PNG has no end; texts that stood behind the cut are lost.");
        }
        return harvest.image(FileFormat.PNG, width, height, animated);
    }

    /** The chunk's type; none where no chunk begins here. */
    private static @Nullable String type(byte[] header) {
        if (header.length < 8) {
            return null;
        }
        for (int i = 4; i < 8; i++) {
            var letter = header[i] | 0x20;
            if (letter < 'a' || letter > 'z') {
                return null;
            }
        }
        return new String(header, 4, 4, StandardCharsets.US_ASCII);
    }

    private void chunk(String type, long length) throws IOException {
        animated |= type.equals("acTL");
        if (!READ.contains(type)) {
            file.skip(length + 4);
            return;
        }
        if (length > Harvest.MAX_RAW) {
            harvest.tooLarge("A PNG " + type + " chunk of " + length + " bytes was left unread.");
            file.skip(length + 4);
            return;
        }
        var data = file.read((int) length);
        if (data.length < length) {
            harvest.cutShort("The PNG ends inside a " + type + " chunk.");
        } else {
            verify(type, data);
        }
        content(type, data);
    }

    /** A wrong sum is noted only: real tools write some, and the text is still there to be judged. */
    private void verify(String type, byte[] data) throws IOException {
        var stated = file.read(4);
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        if (stated.length < 4 || ByteBuffer.wrap(stated).getInt() != (int) crc.getValue()) {
            harvest.damaged("The checksum of a PNG " + type + " chunk is wrong.");
        }
    }

    private void content(String type, byte[] data) {
        switch (type) {
            case "IHDR" -> header(data);
            case "eXIf" -> ExifBlock.read(data, harvest);
            case "caBX" -> ContentCredentials.read(data, harvest);
            default -> new PngText(type, data, harvest).read();
        }
    }

    private void header(byte[] data) {
        if (data.length >= 8 && width == 0) {
            var numbers = ByteBuffer.wrap(data);
            width = numbers.getInt();
            height = numbers.getInt();
        }
    }
}
