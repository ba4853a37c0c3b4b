package dev.assay.app.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where two pictures differ, as a picture. */
public final class DifferencePicture {

    private DifferencePicture() {}

    /** Writes it as PNG; empty where there was nothing to compare. */
    public static Optional<Path> write(CompareReport report, Path file) throws IOException {
        if (report.likeness().isEmpty()) {
            return Optional.empty();
        }
        var whole = file.resolveSibling(file.getFileName() + ".part");
        PictureFile.writePng(report.likeness().get().difference().map(), whole);
        return Optional.of(Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING));
    }
}
