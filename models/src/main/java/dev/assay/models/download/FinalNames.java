package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.progress.Progress;

/**
 * The names a file may get: the wanted one, or where another file has it, the same with more and more of its own hash.
 * They depend on the content only, so that a second run finds what the first one made.
 */
final class FinalNames {

    private static final int[] HASH_DIGITS = {8, 16, 64};

    private final Disk disk;
    private final DownloadRequest request;
    private final Progress progress;

    FinalNames(Disk disk, DownloadRequest request, Progress progress) {
        this.disk = disk;
        this.request = request;
        this.progress = progress;
    }

    /** A file of that very content under one of its names. */
    Optional<Path> findExisting(Sha256 content) {
        return candidates(content)
                .filter(file ->
                        hasSize(file, request.size().min(), request.size().max()) && hasContent(file, content))
                .findFirst();
    }

    /** Gives a whole part its final name. */
    DownloadResult publish(PartFile part, Sha256 content, boolean resumed) throws IOException {
        for (var name : candidates(content).filter(this::hasNoRival).toList()) {
            try {
                disk.publish(part.path(), name);
                disk.forceDirectory(request.directory());
                part.discardAndClose();
                return new DownloadResult.Done(
                        name, content, part.length(), resumed, request.sha256().isPresent());
            } catch (FileAlreadyExistsException _) {
                if (hasSize(name, part.length(), part.length()) && hasContent(name, content)) {
                    part.discardAndClose();
                    return new DownloadResult.AlreadyThere(name, content);
                }
            }
        }
        return new DownloadResult.CannotWrite(
                request.directory().resolve(request.name().text()), "other files have all names that it could get");
    }

    private Stream<Path> candidates(Sha256 content) {
        var names = IntStream.of(HASH_DIGITS).mapToObj(digits -> request.name().withHash(content, digits));
        return Stream.concat(Stream.of(request.name()), names)
                .map(name -> request.directory().resolve(name.text()));
    }

    private boolean hasNoRival(Path name) {
        return request.rivals().stream()
                .filter(rival -> !rival.equals(request.directory()))
                .noneMatch(rival -> Files.exists(rival.resolve(name.getFileName()), LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean hasSize(Path file, long min, long max) {
        try {
            return Files.isRegularFile(file) && Files.size(file) >= min && Files.size(file) <= max;
        } catch (IOException _) {
            return false;
        }
    }

    /** A file that cannot be read is not known to be the same, and so counts as another one. */
    private boolean hasContent(Path file, Sha256 content) {
        try {
            return FileHasher.sha256(file, progress).filter(content::equals).isPresent();
        } catch (IOException _) {
            return false;
        }
    }
}
