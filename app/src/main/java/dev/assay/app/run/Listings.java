package dev.assay.app.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.assay.comfyui.ComfyServer;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.NodeDefinitions;
import dev.assay.core.workflow.model.ModelReference;

/** Which models a server has, as it spells them. What several nodes need to know is asked once. */
public final class Listings {

    static final String EMBEDDINGS = "embeddings";

    /** Nodes whose lists tell a folder where an old server does not list folders. */
    private static final Map<String, List<String>> LOADERS = Map.of(
            "checkpoints", List.of("CheckpointLoaderSimple", "ckpt_name"),
            "loras", List.of("LoraLoader", "lora_name"),
            "vae", List.of("VAELoader", "vae_name"),
            "diffusion_models", List.of("UNETLoader", "unet_name"),
            "text_encoders", List.of("CLIPLoader", "clip_name"),
            "controlnet", List.of("ControlNetLoader", "control_net_name"),
            "upscale_models", List.of("UpscaleModelLoader", "model_name"));

    private final Function<String, Optional<List<String>>> models;
    private final Supplier<Optional<List<String>>> embeddings;
    private final NodeDefinitions definitions;
    private final Map<String, Optional<List<String>>> folders = new HashMap<>();

    Listings(ComfyServer server, NodeDefinitions definitions) {
        this(server::models, server::embeddings, definitions);
    }

    private Listings(
            Function<String, Optional<List<String>>> models,
            Supplier<Optional<List<String>>> embeddings,
            NodeDefinitions definitions) {
        this.models = models;
        this.embeddings = embeddings;
        this.definitions = definitions;
    }

    /**
     * What a server has said of itself, which is not asked any more.
     *
     * @param embeddings their names, where it has told them
     * @param definitions of the server alone
     */
    public static Listings told(Optional<List<String>> embeddings, NodeDefinitions definitions) {
        return new Listings(_ -> Optional.empty(), () -> embeddings, definitions);
    }

    /**
     * The names that could stand where this one does.
     *
     * @param names as listed
     * @param exact whether the server compares names with this list letter by letter, extension and all
     */
    public record Listed(List<String> names, boolean exact) {}

    /** What the server lists for what that reference names; empty where it does not tell. */
    public synchronized Optional<Listed> of(ModelReference reference) {
        if (reference.folder().equals(EMBEDDINGS)) {
            return folders.computeIfAbsent(EMBEDDINGS, _ -> embeddings.get()).map(names -> new Listed(names, false));
        }
        return options(reference.type(), reference.input())
                .map(names -> new Listed(names, true))
                .or(() -> folder(reference.folder()).map(names -> new Listed(names, false)));
    }

    private Optional<List<String>> options(String type, String input) {
        return definitions.find(type).stream()
                .flatMap(definition -> definition.inputs().stream())
                .filter(known -> known.name().equals(input))
                .map(InputDefinition::type)
                .filter(InputType.Choice.class::isInstance)
                .map(choice -> ((InputType.Choice) choice).options())
                .findFirst();
    }

    private Optional<List<String>> folder(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return folders.computeIfAbsent(name, _ -> models.apply(name).or(() -> byLoader(name)));
    }

    private Optional<List<String>> byLoader(String folder) {
        return Optional.ofNullable(LOADERS.get(folder)).flatMap(loader -> options(loader.get(0), loader.get(1)));
    }
}
