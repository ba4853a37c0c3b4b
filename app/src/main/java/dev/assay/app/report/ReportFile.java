package dev.assay.app.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import dev.assay.app.pipeline.WholeFile;
import dev.assay.app.scan.ScannedFile;

/**
 * A report on its way into a file. The file appears whole, at the end; one that is there already is replaced only if an
 * earlier run wrote it.
 */
public final class ReportFile implements AutoCloseable {

    private static final int LOOKED_AT = 2000;

    private final StreamedReport report;
    private final Path target;
    private final Path middle;
    private final BufferedWriter writer;

    private ReportFile(StreamedReport report, Path target, Path middle) throws IOException {
        this.report = report;
        this.target = target;
        this.middle = middle;
        this.writer = Files.newBufferedWriter(middle);
    }

    /**
     * Begins it.
     *
     * @throws IOException also where another file stands in its place
     */
    public static ReportFile begin(StreamedReport report, Path target) throws IOException {
        if (Files.exists(target) && !isOwn(report, target)) {
            throw new IOException("something is there already, which is no earlier report of this kind");
        }
        return new ReportFile(report, target, WholeFile.beside(target));
    }

    private static boolean isOwn(StreamedReport report, Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        try (var in = Files.newInputStream(target)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8).contains(report.mark());
        }
    }

    public void add(ScannedFile file) throws IOException {
        writer.write(report.next(file));
    }

    /** Puts it together under its name. */
    public void finish(StreamedReport.Ending ending) throws IOException {
        writer.close();
        var whole = WholeFile.beside(target);
        try {
            try (var out = Files.newBufferedWriter(whole);
                    var in = Files.newBufferedReader(middle)) {
                out.write(report.beginning(ending));
                in.transferTo(out);
                out.write(report.end(ending));
            }
            try (var written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(middle);
    }
}
