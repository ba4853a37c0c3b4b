package dev.assay.core.safetensors;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions about which tensors there are. */
final class TensorNames {

    /** Under which names a diffusion model lies in a file that holds more. */
    private static final List<String> DIFFUSION_PREFIXES =
            List.of("model.diffusion_model.", "diffusion_model.", "net.");

    private final Map<String, Tensor> tensors;

    /** All names, each between line feeds: to search one long text is much faster than to ask every name. */
    private final String text;

    /** The first tensor of each pattern that was asked for. */
    private final Map<Pattern, Optional<Tensor>> matched = new HashMap<>();

    private final boolean underscored;

    TensorNames(Map<String, Tensor> tensors) {
        this(tensors, "\n" + String.join("\n", tensors.keySet()) + "\n", false);
    }

    private TensorNames(Map<String, Tensor> tensors, String text, boolean underscored) {
        this.tensors = tensors;
        this.text = text;
        this.underscored = underscored;
    }

    int count() {
        return tensors.size();
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    boolean hasPrefix(String prefix) {
        return text.contains("\n" + prefix);
    }

    boolean hasAnyPrefix(List<String> prefixes) {
        return prefixes.stream().anyMatch(this::hasPrefix);
    }

    boolean hasPart(String part) {
        return text.contains(part);
    }

    /** Whether a part of some name matches; each match contains that text. */
    boolean matches(String part, Pattern pattern) {
        return first(part, pattern).isPresent();
    }

    /**
     * The length of the first tensor whose name matches, along a dimension; 0 where there is none.
     *
     * @param part a text that each match contains
     */
    long size(String part, Pattern pattern, int dimension) {
        return first(part, pattern).map(tensor -> tensor.size(dimension)).orElse(0L);
    }

    private Optional<Tensor> first(String part, Pattern pattern) {
        return hasPart(part) ? matched.computeIfAbsent(pattern, _ -> search(part, pattern)) : Optional.empty();
    }

    private Optional<Tensor> search(String part, Pattern pattern) {
        for (var tensor : tensors.entrySet()) {
            var name = underscored ? tensor.getKey().replace('.', '_') : tensor.getKey();
            if (name.contains(part) && pattern.matcher(name).find()) {
                return Optional.of(tensor.getValue());
            }
        }
        return Optional.empty();
    }

    long size(String name, int dimension) {
        var tensor = tensors.get(name);
        return tensor == null ? 0 : tensor.size(dimension);
    }

    /** The only tensor's length along its last dimension; 0 where there are more, or it is no row of vectors. */
    long widthOfOnlyVectors() {
        var only = tensors.values().stream().limit(2).toList();
        return only.size() == 1 && only.getFirst().shape().size() <= 2
                ? only.getFirst().width()
                : 0;
    }

    /** The tensors of the diffusion model, by the names they have where it stands alone. */
    TensorNames ofDiffusionModel() {
        return DIFFUSION_PREFIXES.stream()
                .filter(this::hasPrefix)
                .findFirst()
                .map(this::below)
                .orElse(this);
    }

    boolean hasNestedDiffusionModel() {
        return hasAnyPrefix(DIFFUSION_PREFIXES);
    }

    /** The same with underscores for dots, in all but single names: trainers write LoRA names either way. */
    TensorNames underscored() {
        return new TensorNames(tensors, text.replace('.', '_'), true);
    }

    private TensorNames below(String prefix) {
        Map<String, Tensor> inner = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                inner.put(name.substring(prefix.length()), tensor);
            }
        });
        return new TensorNames(inner);
    }
}
