package dev.assay.core.metadata.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.metadata.carrier.FileFormat;

import static dev.assay.core.metadata.sample.Chunks.chunk;
import static dev.assay.core.metadata.sample.Chunks.deflated;
import static dev.assay.core.metadata.sample.Chunks.exif;
import static dev.assay.core.metadata.sample.Chunks.extendedHeader;
import static dev.assay.core.metadata.sample.Chunks.join;
import static dev.assay.core.metadata.sample.Chunks.jpeg;
import static dev.assay.core.metadata.sample.Chunks.latin;
import static dev.assay.core.metadata.sample.Chunks.png;
import static dev.assay.core.metadata.sample.Chunks.riff;
import static dev.assay.core.metadata.sample.Chunks.segment;
import static dev.assay.core.metadata.sample.Chunks.utf8;
import static dev.assay.core.metadata.sample.Chunks.webp;

/**
 * A way for a file to hold texts.
 *
 * @param name what it is, with the place of the text
 * @param format what the file is told to be
 * @param several whether it holds several texts, each under a key; otherwise only the first text goes in, without one
 * @param writer makes the file
 */
public record SampleCarrier(String name, FileFormat format, boolean several, Writer writer) {

    /** Makes a file of keys and their texts. */
    public interface Writer {
        byte[] write(List<String> keys, List<String> texts);
    }

    @Override
    public String toString() {
        return name;
    }

    public static List<SampleCarrier> all() {
        return Stream.of(pngs(), jpegs(), images(), films(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SampleCarrier> pngs() {
        var pixels = chunk("IDAT", new byte[500]);
        return List.of(
                keyed(
                        "PNG tEXt",
                        FileFormat.PNG,
                        (keys, texts) -> png(each(keys, texts, SampleCarrier::plain), pixels)),
                keyed(
                        "PNG zTXt",
                        FileFormat.PNG,
                        (keys, texts) -> png(each(keys, texts, SampleCarrier::packed), pixels)),
                keyed(
                        "PNG iTXt",
                        FileFormat.PNG,
                        (keys, texts) -> png(each(keys, texts, SampleCarrier::international), pixels)),
                keyed(
                        "PNG tEXt behind the pixels",
                        FileFormat.PNG,
                        (keys, texts) -> png(pixels, each(keys, texts, SampleCarrier::plain))),
                keyed(
                        "PNG iTXt behind the end",
                        FileFormat.PNG,
                        (keys, texts) -> join(png(pixels), each(keys, texts, SampleCarrier::international))),
                keyed("PNG comf", FileFormat.PNG, (keys, texts) -> png(pixels, each(keys, texts, SampleCarrier::comf))),
                single("PNG eXIf", FileFormat.PNG, text -> png(chunk("eXIf", commented(text)), pixels)),
                single("PNG alpha", FileFormat.PNG, text -> HiddenText.png("stealth_pngcomp", text, 128, 128, 4)),
                single("PNG colours", FileFormat.PNG, text -> HiddenText.png("stealth_rgbinfo", text, 128, 200, 1)));
    }

    private static List<SampleCarrier> jpegs() {
        return List.of(
                single("JPEG UserComment UTF-16BE", FileFormat.JPEG, text -> app1(commented(text))),
                single(
                        "JPEG UserComment UTF-16LE",
                        FileFormat.JPEG,
                        text -> app1(exif(
                                true,
                                0x0131,
                                "x",
                                join(latin("UNICODE\0"), text.getBytes(StandardCharsets.UTF_16LE))))),
                single(
                        "JPEG UserComment ASCII",
                        FileFormat.JPEG,
                        text -> app1(exif(false, 0x0131, "x", join(latin("ASCII\0\0\0"), utf8(text))))),
                single("JPEG UserComment bare", FileFormat.JPEG, text -> app1(exif(false, 0x0131, "x", utf8(text)))),
                single("JPEG comment", FileFormat.JPEG, text -> jpeg(segment(0xfe, utf8(text)))),
                single(
                        "JPEG XMP",
                        FileFormat.JPEG,
                        text -> jpeg(segment(0xe1, join(latin("http://ns.adobe.com/xap/1.0/\0"), utf8(xmp(text)))))));
    }

    private static List<SampleCarrier> images() {
        return List.of(
                single(
                        "WebP EXIF",
                        FileFormat.WEBP,
                        text -> webp(extendedHeader(false), riff("EXIF", commented(text)))),
                single(
                        "WebP EXIF with prefix",
                        FileFormat.WEBP,
                        text -> webp(extendedHeader(true), riff("EXIF", join(latin("Exif\0\0"), commented(text))))),
                single(
                        "AVIF EXIF",
                        FileFormat.AVIF,
                        text -> IsoFiles.heif("avif", IsoFiles.Item.exif(commented(text)))),
                single("HEIF XMP", FileFormat.HEIF, text -> IsoFiles.heif("heic", IsoFiles.Item.xmp(xmp(text)))),
                single(
                        "JPEG XL Exif",
                        FileFormat.JXL,
                        text -> IsoFiles.jxl(IsoFiles.box("Exif", join(new byte[4], commented(text))))),
                single(
                        "JPEG XL brob",
                        FileFormat.JXL,
                        text -> IsoFiles.jxl(IsoFiles.box(
                                "brob", latin("Exif"), IsoFiles.brotliStored(join(new byte[4], commented(text)))))),
                keyed(
                        "JPEG XL comf",
                        FileFormat.JXL,
                        (keys, texts) -> IsoFiles.jxl(each(
                                keys, texts, (key, text) -> IsoFiles.box("comf", utf8(key), new byte[1], utf8(text))))),
                single("GIF comment", FileFormat.GIF, SampleCarrier::gif));
    }

    private static List<SampleCarrier> films() {
        return List.of(
                keyed(
                        "MP4 keys",
                        FileFormat.MP4,
                        (keys, texts) -> IsoFiles.movie("isom", IsoFiles.box("udta", IsoFiles.keyedTags(keys, texts)))),
                keyed(
                        "MOV keys",
                        FileFormat.MP4,
                        (keys, texts) -> IsoFiles.movie("qt  ", IsoFiles.keyedTags(keys, texts))),
                single(
                        "MP4 comment",
                        FileFormat.MP4,
                        text -> IsoFiles.movie("isom", IsoFiles.appleTag("\u00a9cmt", text))),
                keyed("WebM tags", FileFormat.MATROSKA, (keys, texts) -> StreamFiles.webm(false, keys, texts)),
                keyed(
                        "WebM tags of a stream",
                        FileFormat.MATROSKA,
                        (keys, texts) -> StreamFiles.webm(true, keys, texts)));
    }

    private static List<SampleCarrier> others() {
        return List.of(
                keyed("FLAC", FileFormat.FLAC, StreamFiles::flac),
                keyed("Opus", FileFormat.OGG, StreamFiles::opus),
                keyed("MP3", FileFormat.MP3, StreamFiles::mp3),
                keyed("safetensors", FileFormat.SAFETENSORS, SampleCarrier::safetensors));
    }

    private static SampleCarrier keyed(String name, FileFormat format, Writer writer) {
        return new SampleCarrier(name, format, true, writer);
    }

    private interface One {
        byte[] write(String text);
    }

    private static SampleCarrier single(String name, FileFormat format, One one) {
        return new SampleCarrier(name, format, false, (_, texts) -> one.write(texts.getFirst()));
    }

    private interface Chunk {
        byte[] write(String key, String text);
    }

    private static byte[] each(List<String> keys, List<String> texts, Chunk chunk) {
        var all = new byte[0];
        for (int i = 0; i < keys.size(); i++) {
            all = join(all, chunk.write(keys.get(i), texts.get(i)));
        }
        return all;
    }

    private static byte[] plain(String key, String text) {
        return chunk("tEXt", join(latin(key), new byte[1], utf8(text)));
    }

    private static byte[] packed(String key, String text) {
        return chunk("zTXt", join(latin(key), new byte[2], deflated(utf8(text))));
    }

    private static byte[] international(String key, String text) {
        return chunk("iTXt", join(latin(key), new byte[5], utf8(text)));
    }

    private static byte[] comf(String key, String text) {
        return chunk("comf", join(latin(key), new byte[1], utf8(text)));
    }

    private static byte[] app1(byte[] block) {
        return jpeg(segment(0xe1, join(latin("Exif\0\0"), block)));
    }

    /** EXIF with the text as its user comment, as piexif writes it. */
    private static byte[] commented(String text) {
        return exif(false, 0x0131, "x", join(latin("UNICODE\0"), text.getBytes(StandardCharsets.UTF_16BE)));
    }

    private static String xmp(String text) {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/'><exif:UserComment>"
                + text.replace("&", "&amp;").replace("<", "&lt;")
                + "</exif:UserComment></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static byte[] gif(String text) {
        var bytes = utf8(text);
        var pieces = new byte[0];
        for (int at = 0; at < bytes.length; at += 255) {
            var length = Math.min(255, bytes.length - at);
            pieces = join(pieces, new byte[] {(byte) length}, Arrays.copyOfRange(bytes, at, at + length));
        }
        return join(
                latin("GIF89a"),
                new byte[] {(byte) 0x80, 2, (byte) 0xe0, 1, 0, 0, 0},
                latin("!\u00fe"),
                pieces,
                new byte[1],
                latin(","),
                new byte[9],
                new byte[] {2, 1, 1, 0},
                latin(";"));
    }

    private static byte[] safetensors(List<String> keys, List<String> texts) {
        var noted = Json.object();
        for (int i = 0; i < keys.size(); i++) {
            noted.put(keys.get(i), texts.get(i));
        }
        var header =
                utf8(Json.object().put("__metadata__", noted.build()).build().write());
        return join(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .array(),
                header);
    }
}
