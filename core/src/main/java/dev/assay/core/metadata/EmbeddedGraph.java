package dev.assay.core.metadata;

import java.util.Optional;

import dev.assay.core.json.Json;

/**
 * The maker's own ComfyUI graph. The two halves disagree in practice: what ran is {@code prompt}; layout, notes and
 * model addresses are in {@code workflow}, whose seed may have moved on already.
 *
 * @param prompt API format, as executed
 * @param workflow UI format
 */
public record EmbeddedGraph(Optional<Json> prompt, Optional<Json> workflow) {}
