package dev.assay.core.metadata.carrier;

/** The format of an image, told by its first bytes; names lie (quirk 61). */
public enum ImageFormat {
    PNG,
    JPEG,
    WEBP
}
