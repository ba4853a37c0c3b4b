package dev.assay.models.store;

import java.util.List;
import java.util.Map;

import dev.assay.core.pickle.PickleImport;
import dev.assay.core.safetensors.Architecture;
import dev.assay.models.hash.Digests;
import dev.assay.models.inspect.Container;

/**
 * What a content is, whatever the files are called that hold it.
 *
 * @param digests all its hashes
 * @param container in which form it holds its tensors
 * @param architecture what its tensors show
 * @param metadata what the author wrote into it; not to be trusted, and not yet escaped for a terminal
 * @param omitted metadata too long to keep, with their length in characters
 * @param imports what it would make Python import besides what plain weights need; of pickles only
 */
public record Content(
        Digests digests,
        Container container,
        Architecture architecture,
        Map<String, String> metadata,
        Map<String, Integer> omitted,
        List<PickleImport> imports) {

    public Content {
        metadata = Map.copyOf(metadata);
        omitted = Map.copyOf(omitted);
        imports = List.copyOf(imports);
    }
}
