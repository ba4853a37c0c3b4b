package dev.assay.core.metadata.carrier;

import java.io.IOException;

/** Reads the comments of FLAC sound. */
final class FlacReader {

    private static final int COMMENTS = 4;
    private static final int LAST = 0x80;
    private static final int TYPE = 0x7f;
    private static final int MAX_BLOCKS = 1000;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();

    FlacReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "fLaC");
    }

    CarrierFile read() throws IOException {
        file.moveTo(4);
        var last = false;
        for (int count = 0; !last && count < MAX_BLOCKS; count++) {
            var header = file.read(4);
            if (header.length < 4) {
                harvest.cutShort("The FLAC ends before its sound.");
                break;
            }
            last = (header[0] & LAST) != 0;
            var length = ((header[1] & 0xff) << 16) | ((header[2] & 0xff) << 8) | (header[3] & 0xff);
            if ((header[0] & TYPE) == COMMENTS) {
                VorbisComments.read("FLAC comment", file.read(length), 0, harvest);
            } else {
                file.skip(length);
            }
        }
        return harvest.file(FileFormat.FLAC);
    }
}
