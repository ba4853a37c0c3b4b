package dev.assay.core.metadata.carrier;

import java.io.IOException;

/** Reads the tags and the size of a Matroska or WebM film; they may stand before or behind the film itself. */
final class MatroskaReader {

    private static final int MAX_ELEMENTS = 500_000;
    private static final int MAX_DEPTH = 6;

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1f43b675;
    private static final int TAGS = 0x1254c367;
    private static final int TRACKS = 0x1654ae6b;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private final MatroskaTags tags = new MatroskaTags(harvest);
    private int elements;
    private boolean cut;

    MatroskaReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "\u001aE\u00df\u00a3");
    }

    CarrierFile read() throws IOException {
        walk(0, file.size(), 0);
        if (cut) {
            harvest.cutShort("The film ends inside an element.");
        }
        return harvest.film(FileFormat.MATROSKA, tags.width(), tags.height());
    }

    private void walk(long from, long to, int depth) throws IOException {
        var at = from;
        while (at < to && ++elements < MAX_ELEMENTS) {
            file.moveTo(at);
            var element = EbmlElement.read(file.read(12), 0);
            if (element == null) {
                cut = true;
                return;
            }
            var start = at + element.head();
            // A film that was streamed does not know how long its parts are: what is inside follows as if beside them.
            var opens =
                    depth < MAX_DEPTH && (element.id() == SEGMENT || (element.id() == CLUSTER && !element.isSized()));
            if (opens && !element.isSized()) {
                at = start;
                continue;
            }
            if (start + element.length() > file.size()) {
                cut = true;
            }
            var end = Math.min(start + element.length(), to);
            if (element.id() == SEGMENT) {
                walk(start, end, depth + 1);
            } else if (element.id() == TAGS || element.id() == TRACKS) {
                content(start, end);
            }
            at = end;
        }
    }

    private void content(long start, long end) throws IOException {
        if (end - start > Harvest.MAX_RAW) {
            harvest.tooLarge("The tags of the film, " + (end - start) + " bytes, were left unread.");
            return;
        }
        file.moveTo(start);
        tags.read(file.read((int) (end - start)));
    }
}
