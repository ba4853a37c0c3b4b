package dev.assay.app.pipeline;

/**
 * How models are dealt with.
 *
 * @param names what the names of their files are for
 * @param noDownload nothing is to be downloaded
 * @param allowPickle formats that can run code may be downloaded
 */
record Handling(Names names, boolean noDownload, boolean allowPickle) {

    /** What the names of files are for. */
    enum Names {
        /** A graph that Assay draws loads them: by core nodes only. */
        DRAWN,
        /** The maker's own graph names its models already, and may have nodes for whatever files. */
        OWN_GRAPH,
        /** Somebody wants the files; what for is their affair. */
        WANTED
    }

    /** What somebody can do who knows better what an ingredient is. */
    String advice() {
        return switch (names) {
            case DRAWN, OWN_GRAPH ->
                "If you know what it is, give metadata that name its version or hash: --metadata FILE.";
            case WANTED ->
                "Name the very one: a version's page or number, an AIR, a SHA-256, or --file NUMBER for a file of a"
                        + " version.";
        };
    }
}
