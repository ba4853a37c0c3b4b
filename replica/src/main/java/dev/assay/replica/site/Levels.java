package dev.assay.replica.site;

/** Browsing levels in the words of {@code /images} (quirk 23). */
final class Levels {

    private static final int MATURE = 4 | 8 | 16;

    private Levels() {}

    /** XXX is called {@code X} too, and anything unknown {@code None}. */
    static String word(int level) {
        return switch (level) {
            case 2 -> "Soft";
            case 4 -> "Mature";
            case 8, 16 -> "X";
            case 32 -> "Blocked";
            default -> "None";
        };
    }

    static boolean asksForMature(int mask) {
        return (mask & MATURE) != 0;
    }
}
