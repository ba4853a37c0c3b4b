package dev.assay.app;

/** What this build is called. */
public final class Version {

    public static final String NUMBER = "0.1.0";

    /** Where the project lives, for whoever wonders who is asking. */
    public static final String PAGE = "https://github.com/assay-dev/assay";

    private Version() {}
}
