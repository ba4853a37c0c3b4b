package dev.assay.core.workflow.needs;

import java.util.Locale;

/** Names of packs: people and tools write them in any case, with either dash. */
public final class PackNames {

    private PackNames() {}

    /** What two names of the same pack have in common. */
    public static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
