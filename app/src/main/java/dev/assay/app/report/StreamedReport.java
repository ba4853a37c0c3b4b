package dev.assay.app.report;

import java.nio.file.Path;
import java.util.List;

import dev.assay.app.scan.ModelTotal;
import dev.assay.app.scan.PackTotal;
import dev.assay.app.scan.ScannedFile;

/** A report into a file, of which nothing is held but sums: its middle is written file by file. */
public interface StreamedReport {

    /**
     * What is known once all files were looked into.
     *
     * @param unused models that none of the workflows names
     */
    record Ending(List<ModelTotal> models, List<PackTotal> packs, List<Path> unused) {}

    /** A text near its beginning by which a file that this wrote is known again. */
    String mark();

    /** The part about one file; may be empty. */
    String next(ScannedFile file);

    /** What comes before the parts; asked for after them. */
    String beginning(Ending ending);

    /** What comes after the parts. */
    String end(Ending ending);
}
