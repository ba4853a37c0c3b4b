package dev.assay.app.scan;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;

/** One file that trips Assay up must not keep the others from being read; it is said all the same. */
public final class Defect {

    private Defect() {}

    /** The problem that it is. */
    public static Problem in(String name, Throwable thrown) {
        return new Problem(
                ExitCode.DEFECT,
                name,
                "Reading it uncovered a defect in Assay: " + thrown,
                "The other files are read.",
                "Please report it, with the file if you can.");
    }
}
