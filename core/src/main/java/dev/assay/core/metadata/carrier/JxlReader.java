package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.util.Arrays;

/** Reads the texts of a JPEG XL image. Only a container has any; its boxes may be compressed. */
final class JxlReader {

    private static final String CONTAINER = "\0\0\0\fJXL \r\n\u0087\n";
    private static final String CODESTREAM = "\u00ff\n";
    private static final int HEADER = 64;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private JxlSize size = JxlSize.UNKNOWN;

    JxlReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, CONTAINER) || Ascii.at(start, 0, CODESTREAM);
    }

    CarrierFile read() throws IOException {
        file.moveTo(0);
        var start = file.read(HEADER);
        if (Ascii.at(start, 0, CODESTREAM)) {
            size = JxlSize.of(start);
        } else {
            for (var box : Box.between(file, 0, file.size())) {
                box(box);
            }
        }
        return harvest.image(FileFormat.JXL, size.width(), size.height(), false);
    }

    private void box(Box box) throws IOException {
        switch (box.type()) {
            case "jxlc" -> codestream(box, 0);
            case "jxlp" -> codestream(box, 4);
            case "Exif", "xml ", "comf" -> text(box.type(), box.content(file, harvest));
            case "brob" -> compressed(box.content(file, harvest));
            default -> {
                // Image data, and how to find one's way in them.
            }
        }
    }

    /** A part of it stands behind its number; the first holds the size. */
    private void codestream(Box box, int before) throws IOException {
        if (size.equals(JxlSize.UNKNOWN)) {
            file.moveTo(box.start() + before);
            size = JxlSize.of(file.read(HEADER));
        }
    }

    private void compressed(byte[] content) {
        if (content.length < 4) {
            return;
        }
        var type = Ascii.four(content, 0);
        Unbrotli.of(
                        Arrays.copyOfRange(content, 4, content.length),
                        "A compressed \"" + type + "\" box of the image",
                        harvest)
                .ifPresent(bytes -> text(type, bytes));
    }

    private void text(String type, byte[] content) {
        switch (type) {
            case "Exif" -> new HeifItem(0, "Exif").read(content, harvest);
            case "xml " -> Xmp.read(Latin.orUtf8(content), harvest);
            case "comf" -> KeyedText.read("JPEG XL comf", content, harvest);
            default -> {
                // A kind of box that holds no text.
            }
        }
    }
}
