package dev.assay.app.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.carrier.FileFormat;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.ui.UiFormat;

/** Reads a workflow that the user names: a file in either form, the body of a {@code POST /prompt}, or an image with a graph. */
public final class GivenWorkflow {

    private static final long LARGEST = 64L << 20;

    private final String given;
    private final Path file;

    private GivenWorkflow(String given, Path file) {
        this.given = given;
        this.file = file;
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * A workflow, in one form or both. Where there are both, the API format is what ran.
         *
         * @param name of the file, without its folder
         */
        record Read(String name, EmbeddedGraph graph) implements Result {}

        record NotRead(Problem problem) implements Result {}
    }

    /**
     * Reads it.
     *
     * @param given as the user wrote it
     * @param directory what relative paths start from
     */
    public static Result read(String given, Path directory) {
        try {
            return new GivenWorkflow(given, directory.resolve(given)).read();
        } catch (InvalidPathException _) {
            return new Result.NotRead(new Problem(
                    ExitCode.USAGE,
                    "\"" + given + "\"",
                    "That is no name of a file.",
                    "Nothing was done.",
                    "Give a workflow file, or an image that carries a graph."));
        }
    }

    private Result read() {
        try {
            if (!Files.isRegularFile(file)) {
                return unreadable("There is no such file.");
            }
            return CarrierFile.read(file) instanceof CarrierFile.Read carrier && !isText(carrier.format())
                    ? inside(carrier)
                    : text();
        } catch (IOException e) {
            return unreadable("It cannot be read: " + DiskWords.of(e) + ".");
        }
    }

    private static boolean isText(FileFormat format) {
        return format == FileFormat.JSON || format == FileFormat.TEXT;
    }

    private Result inside(CarrierFile.Read carrier) {
        return MetadataReader.read(new Document.FileTexts(carrier.entries()), new Source(Origin.FILE, "")).stream()
                .map(Reading::graph)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::found)
                .orElseGet(() -> notAWorkflow("It is an image, and carries no ComfyUI graph."));
    }

    private Result text() throws IOException {
        if (Files.size(file) > LARGEST) {
            return unreadable("It is larger than 64 MiB.");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return json(WorkflowText.parse(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException _) {
            return notAWorkflow("It is neither an image that Assay can read nor a text.");
        } catch (MalformedJsonException e) {
            return notAWorkflow("It is no JSON: " + e.getMessage() + ".");
        }
    }

    private Result json(Json json) {
        if (ApiFormat.recognises(json)) {
            return found(new EmbeddedGraph(Optional.of(json), Optional.empty()));
        }
        if (ApiFormat.recognises(json.at("prompt"))) {
            var canvas = json.at("extra_data").at("extra_pnginfo").at("workflow");
            return found(new EmbeddedGraph(
                    Optional.of(json.at("prompt")),
                    UiFormat.recognises(canvas) ? Optional.of(canvas) : Optional.empty()));
        }
        return UiFormat.recognises(json)
                ? found(new EmbeddedGraph(Optional.empty(), Optional.of(json)))
                : notAWorkflow("It is JSON, but neither of the two forms of a ComfyUI workflow.");
    }

    private Result found(EmbeddedGraph graph) {
        return new Result.Read(String.valueOf(file.getFileName()), graph);
    }

    private Result unreadable(String what) {
        return new Result.NotRead(new Problem(
                ExitCode.THIS_COMPUTER,
                "\"" + given + "\"",
                what,
                "The workflow cannot be used.",
                "Check that it exists and that you may read it."));
    }

    private Result notAWorkflow(String what) {
        return new Result.NotRead(new Problem(
                ExitCode.USAGE,
                "\"" + given + "\"",
                what,
                "It is no workflow.",
                "Give a workflow that ComfyUI saved or exported, or an image that ComfyUI made."));
    }
}
