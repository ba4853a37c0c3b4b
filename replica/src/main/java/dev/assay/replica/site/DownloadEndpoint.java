package dev.assay.replica.site;

import java.util.Optional;
import java.util.regex.MatchResult;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.storage.Signatures;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** {@code GET /api/download/models/:versionId} (§5): refusals, or 307 to the storage host. */
final class DownloadEndpoint implements Endpoint {

    private final World world;
    private final Faults faults;
    private final Callers callers;
    private final Signatures signatures;

    DownloadEndpoint(World world, Faults faults, Callers callers, Signatures signatures) {
        this.world = world;
        this.faults = faults;
        this.callers = callers;
        this.signatures = signatures;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var strikes = new Strikes(faults, request.path());
        var refusals = new DownloadRefusals(request);
        var id = Ids.parse(path.group(1)).filter(number -> number > 0);
        if (id.isEmpty()) {
            return refusals.badRequest();
        }
        var faulty = DownloadFaults.answer(request, refusals, strikes);
        if (faulty.isPresent()) {
            return faulty.get();
        }
        return world.version(id.get())
                .map(version -> admitted(version, request, refusals, strikes))
                .orElseGet(refusals::notFound);
    }

    private Answer admitted(Version version, Request request, DownloadRefusals refusals, Strikes strikes) {
        boolean signedIn = callers.signedIn(request);
        return switch (version.access()) {
            case PUBLIC -> redirect(version, request, refusals, strikes);
            case SIGN_IN -> signedIn ? redirect(version, request, refusals, strikes) : refusals.signInNeeded();
            case EARLY_ACCESS -> refusals.earlyAccess();
            case DOWNLOADS_DISABLED -> refusals.downloadsDisabled();
            case ARCHIVED -> refusals.archived();
            case NOT_FOUND -> refusals.notFound();
        };
    }

    private Answer redirect(Version version, Request request, DownloadRefusals refusals, Strikes strikes) {
        return file(version, request, strikes)
                .filter(file -> file.bytes().isPresent())
                .map(file -> Answer.redirect(signatures.sign(file)).with("Cache-Control", "no-store"))
                .orElseGet(refusals::notFound);
    }

    private Optional<ModelFile> file(Version version, Request request, Strikes strikes) {
        var fileId = request.query().first("fileId").flatMap(Ids::parse);
        if (fileId.isPresent()) {
            return version.files().stream()
                    .filter(file -> file.id() == fileId.get())
                    .findFirst();
        }
        var primary = primary(version, request);
        return strikes.by(Fault.NO_FILE_ID_OTHER_BYTES) ? otherThan(primary) : primary;
    }

    /** The first file that has what the query asks for, the primary one before others. */
    private static Optional<ModelFile> primary(Version version, Request request) {
        var fitting =
                version.files().stream().filter(file -> fits(file, request)).toList();
        return fitting.stream()
                .filter(ModelFile::primary)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static boolean fits(ModelFile file, Request request) {
        var metadata = file.body().at("metadata");
        return fits(file.body().at("type"), request, "type")
                && fits(metadata.at("format"), request, "format")
                && fits(metadata.at("size"), request, "size")
                && fits(metadata.at("fp"), request, "fp");
    }

    private static boolean fits(Json value, Request request, String parameter) {
        return request.query()
                .first(parameter)
                .map(asked -> value.text().equals(Optional.of(asked)))
                .orElse(true);
    }

    private Optional<ModelFile> otherThan(Optional<ModelFile> file) {
        long id = file.map(ModelFile::id).orElse(0L);
        return world.versions()
                .filter(version -> version.access() == Access.PUBLIC)
                .flatMap(version -> version.files().stream())
                .filter(other -> other.id() != id && other.bytes().isPresent())
                .findFirst();
    }
}
