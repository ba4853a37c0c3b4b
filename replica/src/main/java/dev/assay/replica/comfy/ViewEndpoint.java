package dev.assay.replica.comfy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Delivery;
import dev.assay.replica.wire.Request;

/** {@code GET /view}: the files. */
final class ViewEndpoint {

    private final ComfyFolder folder;
    private final Faults faults;

    ViewEndpoint(ComfyFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    Answer answer(Request request) {
        var name = request.query().first("filename").orElse("");
        var type = request.query().first("type").orElse("output");
        var subfolder = request.query().first("subfolder").orElse("");
        if (name.startsWith("/") || name.contains("..")) {
            return Answer.text(400, "");
        }
        var meant = faults.strikes(Fault.COMFY_FOREIGN_OUTPUT, "/view")
                ? strangersPicture()
                : new OutputName(name, subfolder, type);
        var file = faults.strikes(Fault.COMFY_VIEW_404, "/view")
                ? Optional.<Path>empty()
                : folder.find(meant.type(), meant.subfolder(), meant.filename());
        return file.map(this::picture).orElseGet(() -> Answer.text(404, ""));
    }

    private Answer picture(Path file) {
        try {
            var bytes = Bytes.of(Files.readAllBytes(file));
            var answer = Answer.of(200, "image/png", bytes);
            return faults.strikes(Fault.COMFY_CUT_OUTPUT, "/view")
                    ? answer.delivered(new Delivery.CutAfter(bytes.size() / 2))
                    : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of somebody else's job. */
    OutputName strangersPicture() {
        var job = Stranger.job();
        return folder.save(
                "output",
                "stranger",
                Painter.paint(job, new Lineage(job.prompt()), "3", true).getFirst());
    }
}
