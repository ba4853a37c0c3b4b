package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.assay.app.ExitCode;
import dev.assay.app.report.SafeText;
import dev.assay.core.disk.DiskWords;

/** Says that a file which the user asked for cannot be written. */
final class Unwritable {

    private Unwritable() {}

    static StopException of(Path target, IOException trouble) {
        return new StopException(
                ExitCode.THIS_COMPUTER,
                "\"" + SafeText.line(target.toString()) + "\" cannot be written: "
                        + SafeText.line(DiskWords.of(trouble)) + ".",
                "Name a file in a folder that is there, that has room, and that you may write to.");
    }
}
