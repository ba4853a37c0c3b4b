package dev.assay.core.reference;

import java.util.Map;
import java.util.OptionalLong;

/** What the user points at when they want a model. */
public sealed interface WantedModel {

    /**
     * One version of a model.
     *
     * @param fileId the very file, where a download address names it
     * @param traits what a download address says of the file: {@code type}, {@code format}, {@code size}, {@code fp},
     *     {@code quantType}
     * @param bare whether only the number was given; it could name a model or an image as well (quirk 19)
     */
    record Version(long id, OptionalLong fileId, Map<String, String> traits, boolean bare) implements WantedModel {
        public Version {
            traits = Map.copyOf(traits);
        }
    }

    /** A model, and none of its versions. */
    record Model(long id) implements WantedModel {}

    /** A model by its AIR. */
    record ByAir(Air air) implements WantedModel {}

    /**
     * A hash.
     *
     * @param kind which hash it is, where the user says so
     * @param hex 8, 10, 12 or 64 lower-case hex digits
     */
    record Hash(Kind kind, String hex) implements WantedModel {

        /** The hashes of the site (§8 of the facts). */
        public enum Kind {
            /** What its length allows: of 64 digits SHA-256 or BLAKE3, of 12 or 10 a look-up key, of 8 a weak one. */
            ANY,
            SHA256,
            BLAKE3,
            AUTOV1,
            AUTOV2,
            AUTOV3,
            CRC32
        }
    }

    /** A file on Hugging Face. */
    record OnHuggingFace(HuggingFaceFile file) implements WantedModel {}

    /** The name of a file, or the name that it was trained under; it identifies nothing, and finds candidates. */
    record Named(String name) implements WantedModel {}
}
