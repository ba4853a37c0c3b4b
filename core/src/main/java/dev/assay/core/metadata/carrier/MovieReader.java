package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the texts of an MP4 or MOV film: in {@code meta} boxes, beside them, or directly below {@code udta}. */
final class MovieReader {

    /** Two letters of the classic kind begin with this one. */
    private static final char COPYRIGHT = '\u00a9';

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private int width;
    private int height;

    MovieReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 4, "ftyp")
                || Ascii.at(start, 4, "moov")
                || Ascii.at(start, 4, "mdat")
                || Ascii.at(start, 4, "wide");
    }

    CarrierFile read() throws IOException {
        var found = false;
        for (var box : Box.between(file, 0, file.size())) {
            switch (box.type()) {
                case "moov" -> {
                    found = true;
                    movie(box);
                }
                case "meta" -> meta(box);
                default -> {
                    // The film itself.
                }
            }
        }
        if (!found) {
            harvest.cutShort("The film has no index; texts that stood there are lost.");
        }
        return harvest.film(FileFormat.MP4, width, height);
    }

    private void movie(Box movie) throws IOException {
        for (var box : Box.between(file, movie.start(), movie.end())) {
            switch (box.type()) {
                case "meta" -> meta(box);
                case "udta" -> userData(box);
                case "trak" -> track(box);
                default -> {
                    // Times and the like.
                }
            }
        }
    }

    private void track(Box track) throws IOException {
        for (var box : Box.between(file, track.start(), track.end())) {
            switch (box.type()) {
                case "tkhd" -> size(box);
                case "udta" -> userData(box);
                default -> {
                    // Samples.
                }
            }
        }
    }

    /** The last two numbers of a track's header, in sixteenths of a bit; sound has no size. */
    private void size(Box header) throws IOException {
        var content = header.content(file, harvest);
        if (content.length >= 8 && width == 0) {
            var sides = ByteBuffer.wrap(content).position(content.length - 8);
            width = sides.getInt() >>> 16;
            height = sides.getInt() >>> 16;
        }
    }

    private void userData(Box data) throws IOException {
        for (var box : Box.between(file, data.start(), data.end())) {
            if (box.type().equals("meta")) {
                meta(box);
            } else if (box.type().equals("wflo")) {
                harvest.add("MP4 wflo", "workflow", Latin.orUtf8(box.content(file, harvest)));
            } else if (box.type().charAt(0) == COPYRIGHT) {
                new MovieTags(harvest).classic(box.type(), box.content(file, harvest));
            }
        }
    }

    private void meta(Box meta) throws IOException {
        new MovieTags(harvest).read(meta.content(file, harvest));
    }
}
