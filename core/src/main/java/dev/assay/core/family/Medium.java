package dev.assay.core.family;

import java.math.BigDecimal;

/** What comes out in the end. */
public sealed interface Medium {

    /** One picture. */
    record Picture() implements Medium {}

    /**
     * A film.
     *
     * @param grain the latent holds one frame, and then one for each so many: a film has {@code grain * n + 1} frames
     * @param frames to assume where none are stated
     * @param rate frames a second, to assume where none is stated
     * @param inTiles whether it is decoded tile by tile, since most cards have not the memory to do it at once
     * @param saving into which file
     */
    record Film(int grain, int frames, BigDecimal rate, boolean inTiles, Saving saving) implements Medium {

        static Film of(int grain, int frames, String rate) {
            return new Film(grain, frames, new BigDecimal(rate), false, Saving.VIDEO);
        }

        Film saved(Saving other) {
            return new Film(grain, frames, rate, inTiles, other);
        }

        Film decodedInTiles() {
            return new Film(grain, frames, rate, true, saving);
        }

        /** The nearest number of frames that it can have, downwards. */
        public int fitted(int stated) {
            return Math.max(1, stated - Math.floorMod(stated - 1, grain));
        }
    }

    /** The file that a film is saved in. */
    enum Saving {
        /** An animated WebP. */
        WEBP,
        /** H.264 in MP4. */
        VIDEO
    }
}
