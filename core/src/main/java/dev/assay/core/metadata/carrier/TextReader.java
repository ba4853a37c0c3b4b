package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file that is text: infotext, JSON, or an SVG drawing with ComfyUI's metadata in it. */
final class TextReader {

    private static final Pattern SVG_WIDTH = Pattern.compile("<svg[^>]{0,2000}?\\bwidth=\"(\\d{1,6})");
    private static final Pattern SVG_HEIGHT = Pattern.compile("<svg[^>]{0,2000}?\\bheight=\"(\\d{1,6})");

    /** An infotext may well begin with a sign of less: most with the tag of a LoRA. */
    private static final Pattern MARKUP =
            Pattern.compile("<(?:[?!]|svg\\b|html\\b|x:xmpmeta\\b|rdf:|\\w+\\s+xmlns)", Pattern.CASE_INSENSITIVE);

    private final FileBytes file;
    private final Harvest harvest = new Harvest();

    TextReader(FileBytes file) {
        this.file = file;
    }

    /** No control characters but those that lay out text; UTF-16 says so itself. */
    static boolean matches(byte[] start) {
        if (Ascii.at(start, 0, "\u00ff\u00fe") || Ascii.at(start, 0, "\u00fe\u00ff")) {
            return true;
        }
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    CarrierFile read() throws IOException {
        if (file.size() > Harvest.MAX_RAW) {
            return new CarrierFile.Unknown("It is text, but larger than any that describes a picture.");
        }
        file.moveTo(0);
        var text = decoded(file.read((int) file.size()));
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return new CarrierFile.Unknown("Its first bytes are those of no format that Assay knows.");
        }
        var plain = text.get().strip();
        if (MARKUP.matcher(plain).lookingAt()) {
            return markup(plain);
        }
        var isJson = plain.startsWith("{") || plain.startsWith("[");
        harvest.add(isJson ? "JSON file" : "text file", "", plain);
        return harvest.file(isJson ? FileFormat.JSON : FileFormat.TEXT);
    }

    private static Optional<String> decoded(byte[] bytes) {
        if (Ascii.at(bytes, 0, "\u00ff\u00fe") || Ascii.at(bytes, 0, "\u00fe\u00ff")) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        return Latin.utf8(bytes).map(text -> text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private CarrierFile markup(String text) {
        var start = text.indexOf("<svg");
        if (start < 0) {
            return new CarrierFile.Unknown("It is markup, but no SVG drawing.");
        }
        harvest.add("SVG metadata", "", metadata(text, start));
        return harvest.drawing(side(SVG_WIDTH, text), side(SVG_HEIGHT, text));
    }

    /** ComfyUI writes one JSON object there, as raw text. */
    private static String metadata(String text, int from) {
        var open = text.indexOf("<metadata", from);
        var body = open < 0 ? -1 : text.indexOf('>', open);
        var end = body < 0 ? -1 : text.indexOf("</metadata>", body);
        return end < 0
                ? ""
                : text.substring(body + 1, end)
                        .replace("<![CDATA[", "")
                        .replace("]]>", "")
                        .strip();
    }

    private static int side(Pattern pattern, String text) {
        var side = pattern.matcher(text);
        return side.find() ? Integer.parseInt(side.group(1)) : 0;
    }
}
