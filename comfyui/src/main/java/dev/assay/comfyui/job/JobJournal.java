package dev.assay.comfyui.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * The jobs that are under way, one small file each in Assay's own data, so that a run that was killed is found again by the
 * next one. It is written before the server hears of a job: a job that is in nobody's memory would be lost.
 */
public final class JobJournal {

    private static final int MOST = 500;
    private static final String ENDING = ".json";

    private final Path folder;

    /**
     * A journal.
     *
     * @param folder is made when it is needed
     */
    public JobJournal(Path folder) {
        this.folder = folder;
    }

    /** The newest job of that content on that server, if one is under way. */
    public Optional<JobRecord> find(String server, Sha256 graph) {
        return records().stream()
                .filter(record ->
                        record.server().equals(server) && record.graph().equals(graph))
                .max(Comparator.comparing(JobRecord::at));
    }

    private List<JobRecord> records() {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            // What cannot be listed cannot be found again; the job is then given anew, as if it had never been.
            return List.of();
        }
    }

    private static Optional<JobRecord> read(Path file) {
        try {
            return Files.size(file) > 1 << 16 ? Optional.empty() : JobRecord.read(Json.parse(Files.readString(file)));
        } catch (IOException | MalformedJsonException _) {
            // A file of nobody's: left alone.
            return Optional.empty();
        }
    }

    /** Keeps a job, whole or not at all. */
    public void keep(JobRecord record) throws IOException {
        Files.createDirectories(folder);
        var whole = Files.createTempFile(folder, ".job-", ".part");
        try {
            Files.writeString(whole, record.json().writePretty());
            Files.move(whole, file(record), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        dropOldest();
    }

    private void dropOldest() throws IOException {
        var records = records();
        if (records.size() > MOST) {
            for (var record : records.stream()
                    .sorted(Comparator.comparing(JobRecord::at))
                    .limit(records.size() - (long) MOST)
                    .toList()) {
                forget(record);
            }
        }
    }

    /** Forgets a job that is over. */
    public void forget(JobRecord record) throws IOException {
        Files.deleteIfExists(file(record));
    }

    /** Named by what Assay chose, never by what a server said. */
    private Path file(JobRecord record) {
        return folder.resolve(record.client().value() + ENDING);
    }
}
