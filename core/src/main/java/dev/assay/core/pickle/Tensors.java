package dev.assay.core.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.pickle.Value.Global;
import dev.assay.core.pickle.Value.Made;
import dev.assay.core.pickle.Value.Other;
import dev.assay.core.pickle.Value.Outside;
import dev.assay.core.pickle.Value.Sequence;
import dev.assay.core.pickle.Value.Table;
import dev.assay.core.pickle.Value.Text;
import dev.assay.core.pickle.Value.Whole;
import dev.assay.core.safetensors.Tensor;

/** Finds the tensors in a pickled object, and names them as ComfyUI's loader does ({@code comfy/utils.py}). */
final class Tensors {

    private static final int DEEPEST = 16;
    private static final int MOST_LOOKS = 1_000_000;

    private record Kind(String dtype, int bytes) {}

    private static final Map<String, Kind> STORAGES = Map.ofEntries(
            Map.entry("FloatStorage", new Kind("F32", 4)),
            Map.entry("HalfStorage", new Kind("F16", 2)),
            Map.entry("BFloat16Storage", new Kind("BF16", 2)),
            Map.entry("DoubleStorage", new Kind("F64", 8)),
            Map.entry("LongStorage", new Kind("I64", 8)),
            Map.entry("IntStorage", new Kind("I32", 4)),
            Map.entry("ShortStorage", new Kind("I16", 2)),
            Map.entry("CharStorage", new Kind("I8", 1)),
            Map.entry("ByteStorage", new Kind("U8", 1)),
            Map.entry("UntypedStorage", new Kind("U8", 1)),
            Map.entry("BoolStorage", new Kind("BOOL", 1)));

    private final Map<String, Tensor> named = new LinkedHashMap<>();
    private final Map<String, Long> storages = new LinkedHashMap<>();
    private int looks;

    Map<String, Tensor> named() {
        return named;
    }

    Map<String, Long> storages() {
        return storages;
    }

    void of(Value root) {
        var weights = weights(root);
        // Textual inversions keep the number of their token beside the vectors.
        var vectors = entries(weights).get("string_to_param");
        if (vectors != null) {
            look("", vectors, 0);
            var found = List.copyOf(named.values());
            named.clear();
            for (int i = 0; i < found.size(); i++) {
                named.put(i == 0 ? "emb_params" : "emb_params." + i, found.get(i));
            }
            return;
        }
        look("", weights, 0);
    }

    /** The weights themselves, where training kept them beside other things. */
    private static Value weights(Value root) {
        var entries = entries(root);
        var inner = entries.get("state_dict");
        if (inner == null && entries.size() == 1) {
            inner = entries.values().iterator().next();
        }
        return inner != null && !entries(inner).isEmpty() ? inner : root;
    }

    private static Map<String, Value> entries(Value value) {
        return switch (value) {
            case Table table -> table.entries;
            case Made made -> made.entries.entries;
            case Text _, Whole _, Other _, Global _, Outside _, Sequence _ -> Map.of();
        };
    }

    private void look(String name, Value value, int depth) {
        if (depth > DEEPEST || ++looks > MOST_LOOKS) {
            return;
        }
        switch (value) {
            case Table table -> lookInto(name, table, depth);
            case Made made -> {
                var tensor = tensor(made);
                if (tensor.isPresent()) {
                    named.putIfAbsent(name, tensor.get());
                } else {
                    lookInto(name, made.entries, depth);
                    look(name, made.state, depth + 1);
                }
            }
            case Text _, Whole _, Other _, Global _, Outside _, Sequence _ -> {
                // No tensors with names.
            }
        }
    }

    private void lookInto(String name, Table table, int depth) {
        table.entries.forEach((key, inner) -> look(name.isEmpty() ? key : name + "." + key, inner, depth + 1));
    }

    private static boolean isWrapper(Global global) {
        return global.module().equals("torch._utils") && global.name().startsWith("_rebuild_parameter");
    }

    private Optional<Tensor> tensor(Made made) {
        if (!(made.by instanceof Global global) || !(made.arguments instanceof Sequence arguments)) {
            return Optional.empty();
        }
        if (isWrapper(global)) {
            return arguments.at(0) instanceof Made inner && inner != made ? plain(inner) : Optional.empty();
        }
        return plain(made);
    }

    private Optional<Tensor> plain(Made made) {
        return made.by instanceof Global global
                        && (global.is("torch._utils", "_rebuild_tensor_v2")
                                || global.is("torch._utils", "_rebuild_tensor"))
                        && made.arguments instanceof Sequence arguments
                        && arguments.at(0) instanceof Outside(var id)
                        && arguments.at(2) instanceof Sequence size
                ? Optional.of(new Tensor(stored(id), shape(size), 0, 0))
                : Optional.empty();
    }

    /** Notes the storage, and tells of what its numbers are. */
    private String stored(Value id) {
        if (!(id instanceof Sequence parts)
                || !(parts.at(1) instanceof Global(var _, var type))
                || !(parts.at(2) instanceof Text(var key))
                || !(parts.at(4) instanceof Whole(var count))) {
            return "";
        }
        var kind = STORAGES.get(type);
        if (kind == null) {
            return type;
        }
        if (count >= 0 && count < 1L << 48) {
            storages.putIfAbsent(key, count * kind.bytes());
        }
        return kind.dtype();
    }

    private static List<Long> shape(Sequence size) {
        List<Long> shape = new ArrayList<>();
        for (var length : size.items) {
            shape.add(length instanceof Whole(var number) ? number : 0L);
        }
        return shape;
    }
}
