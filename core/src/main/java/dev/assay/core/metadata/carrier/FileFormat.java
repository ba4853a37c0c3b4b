package dev.assay.core.metadata.carrier;

/** The format of a file that may carry metadata, told by its first bytes; names lie (quirk 61). */
public enum FileFormat {
    PNG("PNG image"),
    JPEG("JPEG image"),
    WEBP("WebP image"),
    AVIF("AVIF image"),
    HEIF("HEIF image"),
    JXL("JPEG XL image"),
    GIF("GIF image"),
    SVG("SVG drawing"),
    MP4("MP4 video"),
    MATROSKA("Matroska or WebM video"),
    FLAC("FLAC audio"),
    OGG("Ogg audio"),
    MP3("MP3 audio"),
    GLB("GLB scene"),
    SAFETENSORS("safetensors file"),
    JSON("JSON text"),
    TEXT("text");

    private final String words;

    FileFormat(String words) {
        this.words = words;
    }

    /** For people, such as "PNG image". */
    public String words() {
        return words;
    }
}
