package dev.assay.models.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.Crew;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.library.ModelFile;
import dev.assay.models.library.Reasons;
import dev.assay.models.library.Stamp;
import dev.assay.models.progress.Meter;
import dev.assay.models.progress.Progress;
import dev.assay.models.store.StoredFile;

/** Reads recorded files again from start to end, and compares. Writes nothing. */
public final class Verifier {

    private final Crew crew;

    public Verifier(Crew crew) {
        this.crew = crew;
    }

    /** The files in their order, each with what it came to. */
    public List<Check> verify(List<StoredFile> files, Progress progress) {
        Map<StoredFile, Check> checks = new ConcurrentHashMap<>();
        var meter = new Meter(
                progress,
                files.size(),
                files.stream().mapToLong(file -> file.stamp().size()).sum());
        crew.work(
                files,
                file -> file.stamp().size(),
                () -> {
                    var buffer = FileHasher.newBuffer();
                    return file -> {
                        checks.put(file, check(file, buffer, meter.ofOneFile()));
                        meter.fileDone();
                    };
                },
                progress::cancelled);
        return files.stream()
                .map(file -> checks.getOrDefault(file, new Check.NotRead(file)))
                .toList();
    }

    private static Check check(StoredFile file, ByteBuffer buffer, Progress progress) {
        try {
            if (!Files.exists(file.path())) {
                return new Check.Gone(file);
            }
            return FileHasher.sha256(file.path(), buffer, progress)
                    .map(found -> compared(file, found))
                    .orElseGet(() -> new Check.NotRead(file));
        } catch (NoSuchFileException _) {
            return new Check.Gone(file);
        } catch (IOException e) {
            return new Check.Unreadable(file, Reasons.of(file.path(), e).reason());
        }
    }

    private static Check compared(StoredFile file, Sha256 found) {
        if (found.equals(file.sha256())) {
            return file.damage().isPresent() ? new Check.Broken(file) : new Check.Intact(file);
        }
        return hasItsStamp(file) ? new Check.Damaged(file, found) : new Check.Changed(file, found);
    }

    private static boolean hasItsStamp(StoredFile file) {
        try {
            return Stamp.of(ModelFile.at(file.path())).equals(file.stamp());
        } catch (IOException _) {
            return false;
        }
    }
}
