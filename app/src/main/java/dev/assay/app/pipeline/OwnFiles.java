package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.ExitCode;
import dev.assay.civitai.image.Media;
import dev.assay.civitai.image.MediaFetcher;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.evidence.Facts;
import dev.assay.core.evidence.Identity;
import dev.assay.core.evidence.ImageRecord;
import dev.assay.core.evidence.Observation;
import dev.assay.core.evidence.Subject;
import dev.assay.core.evidence.Witness;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.hash.Sha256;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.file.MetadataFile;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.models.hash.FileHasher;
import dev.assay.models.progress.Progress;

/** Hears the bytes of an image file: the user's own, or the original from the site's media host. */
final class OwnFiles {

    private static final Subject NOTHING = new Subject.SiteMedia("");

    /** Readings are made again, with a source, once it is proven whose they are. */
    private static final Source SILENT = new Source(Origin.FILE, "");

    private final Path directory;
    private final InstantSource clock;

    /**
     * @param directory what relative paths of the user start from
     */
    OwnFiles(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What a file said, or why it could not be heard. */
    record Heard(Subject subject, List<Observation> observations, List<Finding> findings, Optional<Problem> problem) {

        static Heard failed(Problem problem) {
            return new Heard(NOTHING, List.of(), List.of(), Optional.of(problem));
        }

        static Heard silent(Finding finding) {
            return new Heard(NOTHING, List.of(), List.of(finding), Optional.empty());
        }
    }

    /** The original of a proven image; where it cannot be had that is a finding, since others have spoken already. */
    Heard fetched(MediaFetcher fetcher, ImageRecord image) {
        var uuid = image.identity().media();
        var media = image.about().address().map(fetcher::original).or(() -> uuid.map(fetcher::original));
        if (media.isEmpty()) {
            return Heard.silent(silence("the site names no file"));
        }
        return switch (media.get()) {
            case Media.Fetched(var file, var _, var _, var digest) -> observed(file, digest, uuid, "original file");
            case Media.Missing(var status) -> Heard.silent(silence("HTTP status " + status));
            case Media.NotOurs(var message) -> Heard.silent(silence(message));
            case Media.Failed(var _, var message) -> Heard.silent(silence(message));
            case Media.NotKept(var message) -> Heard.silent(silence(message));
        };
    }

    private static Finding silence(String why) {
        return Finding.info("FILE_NOT_HEARD", "The original file could not be read: " + why);
    }

    Heard fetchedByUuid(MediaFetcher fetcher, String uuid) {
        var subject = "media " + uuid;
        return switch (fetcher.original(uuid)) {
            case Media.Fetched(var file, var _, var _, var digest) ->
                observed(file, digest, Optional.of(uuid), "original file");
            case Media.Missing(var status) ->
                Heard.failed(new Problem(
                        ExitCode.NO_SUCH_IMAGE,
                        subject,
                        "The media host has no such file (status " + status + ").",
                        "It was deleted, or the address is not complete.",
                        "Give the page of the image instead."));
            case Media.NotOurs(var message) ->
                Heard.failed(new Problem(ExitCode.USAGE, subject, message, "Nothing was sent there.", ""));
            case Media.Failed(var kind, var message) -> Heard.failed(Troubles.failed(subject, kind, message));
            case Media.NotKept(var message) -> Heard.failed(ofThisComputer(subject, message));
        };
    }

    Heard local(String path) {
        var subject = "file \"" + path + "\"";
        try {
            var file = directory.resolve(path);
            if (!Files.isRegularFile(file)) {
                return Heard.failed(ofThisComputer(subject, "It is no regular file."));
            }
            var digest = FileHasher.sha256(file, Progress.silent()).orElseThrow();
            var name = String.valueOf(file.getFileName());
            return switch (MetadataFile.read(file, SILENT)) {
                case MetadataFile.Unknown(var reason) -> Heard.failed(noPicture(subject, reason));
                case MetadataFile.Read read ->
                    read.picture().isEmpty()
                            ? Heard.failed(noPicture(
                                    subject, "It is a " + read.format().words() + "."))
                            : new Heard(
                                    new Subject.OwnFile(name, digest),
                                    List.of(observation(read, digest, Optional.empty(), name)),
                                    read.findings(),
                                    Optional.empty());
            };
        } catch (InvalidPathException _) {
            return Heard.failed(ofThisComputer(subject, "No file can be called that."));
        } catch (IOException e) {
            return Heard.failed(ofThisComputer(subject, "It cannot be read: " + DiskWords.of(e) + "."));
        }
    }

    private static Problem noPicture(String subject, String reason) {
        return new Problem(
                ExitCode.USAGE,
                subject,
                reason,
                "It is no image that Assay can read.",
                "Give an image or a film as it came from the program that made it.");
    }

    private static Problem ofThisComputer(String subject, String what) {
        return new Problem(
                ExitCode.THIS_COMPUTER,
                subject,
                what,
                "The file cannot be used.",
                "Check that it exists and that you may read it.");
    }

    private Heard observed(Path file, Sha256 digest, Optional<String> uuid, String question) {
        try {
            return switch (MetadataFile.read(file, SILENT)) {
                case MetadataFile.Unknown(var reason) ->
                    Heard.silent(
                            Finding.info("FILE_NO_IMAGE", Effect.NONE, "The original file is not read: " + reason));
                case MetadataFile.Read read ->
                    new Heard(
                            NOTHING,
                            List.of(observation(read, digest, uuid, question)),
                            read.findings(),
                            Optional.empty());
            };
        } catch (IOException e) {
            return Heard.silent(silence(DiskWords.of(e)));
        }
    }

    private Observation observation(MetadataFile.Read read, Sha256 digest, Optional<String> uuid, String question) {
        var size = read.picture().map(picture -> new Identity.Size(picture.width(), picture.height()));
        var identity = new Identity(OptionalLong.empty(), uuid, OptionalLong.empty(), size, Optional.empty());
        return new Observation(
                Witness.FILE,
                question,
                digest.hex(),
                clock.instant(),
                identity,
                Facts.NONE,
                List.of(new Document.FileTexts(read.texts())));
    }
}
