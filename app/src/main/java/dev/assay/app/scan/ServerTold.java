package dev.assay.app.scan;

import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * What a ComfyUI server says of its nodes and embeddings, or said once.
 *
 * @param answer of {@code /object_info}
 * @param embeddings as it lists them; empty where nobody asked
 * @param source where it comes from, for people
 */
public record ServerTold(Json answer, Optional<List<String>> embeddings, String source) {}
