package dev.assay.core.metadata.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads the comments of Vorbis and Opus sound: the second packet of the stream, which may go over many pages. */
final class OggReader {

    private static final int HEADER = 27;
    private static final int MAX_PAGES = 1000;
    private static final int WHOLE = 255;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private int packets;

    OggReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "OggS");
    }

    CarrierFile read() throws IOException {
        file.moveTo(0);
        for (int page = 0; page < MAX_PAGES && packets < 2 && packet.size() < Harvest.MAX_RAW; page++) {
            if (!page()) {
                harvest.cutShort("The Ogg file ends before its comments do.");
                break;
            }
        }
        return harvest.file(FileFormat.OGG);
    }

    /** Whether there was another page. Its packets are in pieces; one that is not full ends a packet. */
    private boolean page() throws IOException {
        var header = file.read(HEADER);
        if (header.length < HEADER || !Ascii.at(header, 0, "OggS")) {
            return false;
        }
        for (var length : file.read(header[26] & 0xff)) {
            packet.writeBytes(file.read(length & 0xff));
            if ((length & 0xff) != WHOLE) {
                end(packet.toByteArray());
                packet.reset();
            }
        }
        return true;
    }

    private void end(byte[] whole) {
        if (++packets == 2) {
            if (Ascii.at(whole, 0, "OpusTags")) {
                VorbisComments.read("Ogg comment", whole, 8, harvest);
            } else if (Ascii.at(whole, 0, "\u0003vorbis")) {
                VorbisComments.read("Ogg comment", whole, 7, harvest);
            }
        }
    }
}
