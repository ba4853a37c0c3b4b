package dev.assay.core.metadata;

import java.util.List;

import dev.assay.core.json.Json;

/** Raw metadata, as one source gave them: not yet read, and used only once it is proven whose they are. */
public sealed interface Document {

    /**
     * The site's {@code meta}, taken out of its wrappers; any shape.
     *
     * @param item the fields beside it that speak of the making ({@code baseModel}, {@code modelVersionIds}), or an empty
     *     object
     */
    record Meta(Json meta, Json item) implements Document {}

    /** The payload of tRPC {@code image.getGenerationData}. */
    record GenerationData(Json payload) implements Document {}

    /** Texts inside the image file. */
    record FileTexts(List<TextEntry> entries) implements Document {
        public FileTexts {
            entries = List.copyOf(entries);
        }
    }

    /** What the user gave: infotext or JSON. */
    record Given(String text) implements Document {}
}
