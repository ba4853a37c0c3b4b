package dev.assay.models.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;

/**
 * One file that is wanted.
 *
 * @param directory where it goes; made where it does not exist
 * @param name its name there, unless another file has it
 * @param sha256 what it must be; empty where nobody knows, which makes the result unverified
 * @param size how large it must be
 * @param format what it must be inside
 * @param sourceId tells files apart whose hash is unknown, such as the site's id of the file
 * @param rivals directories that are listed together with the target, so that a name taken there counts as taken
 */
public record DownloadRequest(
        Path directory,
        SafeName name,
        Optional<Sha256> sha256,
        SizeRange size,
        ModelFormat format,
        String sourceId,
        List<Path> rivals) {

    public DownloadRequest {
        directory = directory.toAbsolutePath().normalize();
        rivals = List.copyOf(rivals);
    }
}
