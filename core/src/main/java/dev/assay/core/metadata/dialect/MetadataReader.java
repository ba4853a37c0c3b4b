package dev.assay.core.metadata.dialect;

import java.util.List;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.Reading;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.Understood;
import dev.assay.core.metadata.draft.Draft;
import dev.assay.core.metadata.draft.LenientJson;
import dev.assay.core.source.Source;

/** Reads metadata, whoever gave them and whatever wrote them. */
public final class MetadataReader {

    private MetadataReader() {}

    /**
     * What the document says of how the image was made: one reading for each text in it that can be read or at least
     * recognised, none where there is no such text. A file's graph and its infotext make one reading, in which the graph's
     * values come first. Nothing that the document holds makes this fail.
     *
     * @param source whose document it is; readings carry it, with the place in the document
     */
    public static List<Reading> read(Document document, Source source) {
        return switch (document) {
            case Document.Meta(var meta, var item) -> said(CivitaiMeta.read(meta, item, source));
            case Document.GenerationData(var payload) -> said(GenerationRows.read(payload, source));
            case Document.FileTexts(var entries) -> understand(entries, source).readings();
            case Document.Given(var text) -> given(text, source);
        };
    }

    /** What the texts of one file say, and which of them say nothing that can be understood. */
    public static Understood understand(List<TextEntry> entries, Source source) {
        return new Passages(source).read(entries);
    }

    private static List<Reading> given(String text, Source source) {
        var json = LenientJson.structure(text);
        if (json.at("items") instanceof Json.Arr(var items)) {
            return items.size() == 1 ? item(items.getFirst(), source) : several(items.size(), source);
        }
        if (json.has("meta") && json.has("id")) {
            return item(json, source);
        }
        return new Passages(source).read(Passage.of("", text));
    }

    private static List<Reading> item(Json item, Source source) {
        return said(CivitaiMeta.read(item.has("meta") ? item.at("meta") : item, item, source));
    }

    /** None is ever picked: that is how the wrong image's recipe gets used. */
    private static List<Reading> several(int count, Source source) {
        var draft = new Draft(source);
        draft.find(Finding.error(
                        "METADATA_OF_SEVERAL_IMAGES",
                        Effect.DOUBT,
                        "The text given holds the metadata of " + count + " images; none of them is taken.")
                .advise("Give the metadata of one image."));
        return List.of(draft.build());
    }

    private static List<Reading> said(Reading reading) {
        var silent = reading.isEmpty()
                && reading.extras().isEmpty()
                && reading.findings().isEmpty();
        return silent ? List.of() : List.of(reading);
    }
}
