package dev.assay.app.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;
import dev.assay.core.workflow.WorkflowText;
import dev.assay.core.workflow.api.ApiFormat;
import dev.assay.core.workflow.ui.UiFormat;

/** Looks for a workflow in what a file holds, whatever it is called. */
final class WorkflowContent {

    /** Larger texts are no workflows that a browser would open. */
    static final int LARGEST_TEXT = 64 << 20;

    private static final Source SOURCE = new Source(Origin.FILE, "");

    private WorkflowContent() {}

    /** Whether it begins as JSON does: with a brace, perhaps behind a byte order mark and white space. */
    static boolean looksLikeJson(byte[] beginning, int length) {
        var at = length >= 3 && (beginning[0] & 0xff) == 0xef ? 3 : 0;
        while (at < length && (beginning[at] == ' ' || (beginning[at] >= 9 && beginning[at] <= 13))) {
            at++;
        }
        return at < length && beginning[at] == '{';
    }

    /** What a text holds; empty where that is no workflow. */
    static Optional<EmbeddedGraph> inText(byte[] bytes) throws MalformedJsonException, CharacterCodingException {
        return inJson(WorkflowText.parse(decoded(bytes)));
    }

    /** A text as it stands in a file, without its byte order mark. */
    static String decoded(byte[] bytes) throws CharacterCodingException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            // Only then is it worth while to look whether the bytes were no text at all.
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<EmbeddedGraph> inJson(Json json) {
        if (UiFormat.recognises(json)) {
            return Optional.of(new EmbeddedGraph(Optional.empty(), Optional.of(json)));
        }
        if (ApiFormat.recognises(json)) {
            return Optional.of(new EmbeddedGraph(Optional.of(json), Optional.empty()));
        }
        var prompt = Optional.of(json.at("prompt")).filter(ApiFormat::recognises);
        var canvas = Optional.of(json.at("extra_data").at("extra_pnginfo").at("workflow"))
                .filter(UiFormat::recognises)
                .or(() -> Optional.of(json.at("workflow")).filter(UiFormat::recognises));
        return prompt.isEmpty() && canvas.isEmpty() ? Optional.empty() : Optional.of(new EmbeddedGraph(prompt, canvas));
    }

    /** What an image, a film or a sound holds; empty where that is no workflow. */
    static Optional<EmbeddedGraph> inCarrier(SeekableByteChannel channel) throws IOException {
        return switch (CarrierFile.read(channel)) {
            case CarrierFile.Read(var _, var _, var entries, var _) ->
                MetadataReader.read(new Document.FileTexts(entries), SOURCE).stream()
                        .map(Reading::graph)
                        .flatMap(Optional::stream)
                        .findFirst();
            case CarrierFile.Unknown _ -> Optional.empty();
        };
    }
}
