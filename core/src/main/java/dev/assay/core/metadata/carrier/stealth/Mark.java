package dev.assay.core.metadata.carrier.stealth;

import java.util.Optional;

/** How a hidden text begins: where it is hidden, and whether it is compressed. */
enum Mark {
    ALPHA_PLAIN("stealth_pnginfo", Hideout.ALPHA, false),
    ALPHA_PACKED("stealth_pngcomp", Hideout.ALPHA, true),
    COLOURS_PLAIN("stealth_rgbinfo", Hideout.COLOURS, false),
    COLOURS_PACKED("stealth_rgbcomp", Hideout.COLOURS, true);

    /** Letters of every mark. */
    static final int LENGTH = 15;

    /** In which bytes of a pixel the bits are. */
    enum Hideout {
        ALPHA(3, 1, "alpha channel"),
        COLOURS(0, 3, "colour channels");

        private final int first;
        private final int count;
        private final String words;

        Hideout(int first, int count, String words) {
            this.first = first;
            this.count = count;
            this.words = words;
        }

        /** The place of the first such byte in a pixel. */
        int first() {
            return first;
        }

        /** How many there are. */
        int count() {
            return count;
        }

        String words() {
            return words;
        }
    }

    private final String letters;
    private final Hideout hideout;
    private final boolean packed;

    Mark(String letters, Hideout hideout, boolean packed) {
        this.letters = letters;
        this.hideout = hideout;
        this.packed = packed;
    }

    boolean packed() {
        return packed;
    }

    static Optional<Mark> of(String letters, Hideout hideout) {
        for (var mark : values()) {
            if (mark.hideout == hideout && mark.letters.equals(letters)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
