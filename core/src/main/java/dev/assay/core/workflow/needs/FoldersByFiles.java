package dev.assay.core.workflow.needs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelInputs;

/**
 * Tells the folder of a loader that no table knows by what its server lists for it: the same files as for a loader that
 * is known.
 */
final class FoldersByFiles {

    private static final List<List<String>> LOADERS = List.of(
            List.of("CheckpointLoaderSimple", "ckpt_name"),
            List.of("LoraLoader", "lora_name"),
            List.of("VAELoader", "vae_name"),
            List.of("UNETLoader", "unet_name"),
            List.of("CLIPLoader", "clip_name"),
            List.of("ControlNetLoader", "control_net_name"),
            List.of("CLIPVisionLoader", "clip_name"),
            List.of("UpscaleModelLoader", "model_name"),
            List.of("StyleModelLoader", "style_model_name"),
            List.of("GLIGENLoader", "gligen_name"),
            List.of("HypernetworkLoader", "hypernetwork_name"));

    private final NodeDefinitions definitions;
    private final Map<Set<String>, String> folders = new HashMap<>();

    private FoldersByFiles(NodeDefinitions definitions) {
        this.definitions = definitions;
    }

    static FoldersByFiles of(NodeDefinitions definitions, ModelInputs inputs) {
        var known = new FoldersByFiles(definitions);
        for (var loader : LOADERS) {
            var files = known.files(loader.get(0), loader.get(1));
            var folder = inputs.folder(loader.get(0), loader.get(1));
            if (!files.isEmpty() && folder.isPresent()) {
                // Of two folders with the same files nobody can tell which is meant.
                known.folders.merge(files, folder.get(), (one, other) -> "");
            }
        }
        return known;
    }

    Optional<String> of(String type, String input) {
        return folders.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(folders.get(files(type, input))).filter(folder -> !folder.isEmpty());
    }

    private Set<String> files(String type, String input) {
        return definitions.find(type).stream()
                .flatMap(definition -> definition.inputs().stream())
                .filter(known -> known.name().equals(input))
                .findFirst()
                .filter(known -> known.type() instanceof InputType.Choice(var _, var files) && files)
                .map(known -> Set.copyOf(new HashSet<>(((InputType.Choice) known.type()).options())))
                .orElse(Set.of());
    }
}
