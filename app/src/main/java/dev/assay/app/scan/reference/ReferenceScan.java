package dev.assay.app.scan.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.GetJob;
import dev.assay.app.pipeline.GetRequest;
import dev.assay.app.pipeline.Job;
import dev.assay.app.pipeline.PostedImages;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.pipeline.SharedWorkflow;
import dev.assay.app.pipeline.WorkflowStore;
import dev.assay.app.scan.Defect;
import dev.assay.app.scan.ScannedFile;
import dev.assay.app.scan.WorkflowScan;
import dev.assay.app.wiring.Wiring;
import dev.assay.core.finding.Finding;
import dev.assay.models.download.RateLimit;

/**
 * Looks into workflows that are named by an address. What an address holds is read once in a run, however often it is then
 * compared with what is here.
 */
public final class ReferenceScan {

    private final Job.Services job;
    private final GetJob.Services get;
    private final boolean offline;
    private final Map<Pointed, List<Piece>> read = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private ReferenceScan(Job.Services job, GetJob.Services get, boolean offline) {
        this.job = job;
        this.get = get;
        this.offline = offline;
    }

    /** One that asks the site, or, offline, what is known of it. */
    public static ReferenceScan of(Wiring wiring, boolean offline) {
        return new ReferenceScan(wiring.services(RateLimit.none()), wiring.getServices(RateLimit.none()), offline);
    }

    /** What the user should know of how it was read. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What came of one address: a workflow or several, or why there is none. */
    public List<ScannedFile> scan(Pointed what, WorkflowScan scan) {
        var pieces = read.get(what);
        if (pieces == null) {
            pieces = readOrTell(what);
            read.put(what, pieces);
        }
        return pieces.stream().flatMap(piece -> looked(piece, scan).stream()).toList();
    }

    private static List<ScannedFile> looked(Piece piece, WorkflowScan scan) {
        return switch (piece) {
            case Piece.Carried(var name, var graph, var proofs) -> List.of(scan.workflow(name, graph, proofs));
            case Piece.Drawn(var name, var needs, var proofs) -> List.of(scan.needs(name, needs, proofs));
            case Piece.Shared(var name, var file) -> scan.file(name, file);
            case Piece.Nothing(var file) -> List.of(file);
        };
    }

    private List<Piece> readOrTell(Pointed what) {
        try {
            return read(what);
        } catch (RuntimeException e) {
            return List.of(failed(what.given(), Defect.in(what.given(), e)));
        }
    }

    private List<Piece> read(Pointed what) {
        return switch (what) {
            case Pointed.AtImage(var given, var image) ->
                List.of(new ImageReading(job, offline).read(given, image, ""));
            case Pointed.AtPost(var given, var post) -> post(given, post.id());
            case Pointed.AtModel(var given, var model) -> List.of(shared(new GetRequest.Wanted(given, model)));
        };
    }

    /** Of many images, those that say nothing of their making are merely no workflows; where all are, that is told. */
    private List<Piece> post(String given, long id) {
        var name = "post " + id;
        var listed = PostedImages.of(job.witnesses().posts(), id);
        listed.findings().stream().map(Finding::message).forEach(notes::add);
        var reading = new ImageReading(job, offline);
        List<Piece> pieces = new ArrayList<>(listed.images().stream()
                .map(image -> reading.read(given, image, name + ", "))
                .toList());
        if (!pieces.stream().allMatch(ReferenceScan::isSilent)) {
            pieces.replaceAll(piece -> isSilent(piece) ? none(piece) : piece);
        }
        listed.trouble().ifPresent(problem -> pieces.add(new Piece.Nothing(new ScannedFile.Unread(name, problem))));
        return pieces;
    }

    private static boolean isSilent(Piece piece) {
        return piece instanceof Piece.Nothing(var file) && file.code() == ExitCode.METADATA;
    }

    private static Piece none(Piece silent) {
        var name = ((Piece.Nothing) silent).what().name();
        return new Piece.Nothing(new ScannedFile.NoWorkflow(name, Optional.empty()));
    }

    private Piece shared(GetRequest.Wanted wanted) {
        return switch (SharedWorkflow.of(get, wanted, offline)) {
            case SharedWorkflow.Failed(var problem) -> failed(wanted.given(), problem);
            case SharedWorkflow.Known(var file) -> {
                var name = "model version " + file.versionId() + ", " + file.name();
                yield switch (get.workflows().fetch(file)) {
                    case WorkflowStore.Result.Failed(var problem) -> failed(name, problem);
                    case WorkflowStore.Result.Here(var path) -> new Piece.Shared(name, path);
                };
            }
        };
    }

    private static Piece failed(String name, Problem problem) {
        return new Piece.Nothing(new ScannedFile.Unread(name, problem));
    }
}
