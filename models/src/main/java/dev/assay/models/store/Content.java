package dev.assay.models.store;

import java.util.Map;

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
 */
public record Content(
        Digests digests,
        Container container,
        Architecture architecture,
        Map<String, String> metadata,
        Map<String, Integer> omitted) {

    public Content {
        metadata = Map.copyOf(metadata);
        omitted = Map.copyOf(omitted);
    }
}
