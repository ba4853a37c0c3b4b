package dev.assay.core.recipe.infotext;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.sampler.WebUiNames;

/** From one tool's words into A1111's. */
final class Dialect {

    private static final Pattern EMBEDDING = Pattern.compile(
            "(?<![\\w-])embedding:([^\\s,()\\[\\]:<>]{1,200}?)(?:\\.(?:pt|safetensors|bin))?(?=[\\s,()\\[\\]:<>]|$)");

    private static final Pattern COMFY_NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern FORMAT =
            Pattern.compile("(?i)ComfyUI|SwarmUI|.*Fooocus|InvokeAI|Easy Diffusion|Draw Things"
                    + "|NovelAI|Stability Matrix|Tensor\\.Art|LoRA Manager");

    private final String tool;
    private final boolean isGraph;

    private Dialect(String tool, boolean isGraph) {
        this.tool = tool;
        this.isGraph = isGraph;
    }

    static Dialect of(Recipe recipe) {
        return new Dialect(
                recipe.text(Parameter.TOOL).orElse(""), recipe.graph().isPresent());
    }

    /** Whether the recipe came from an infotext itself. */
    boolean keepsExtras() {
        return !isGraph && !FORMAT.matcher(tool).matches();
    }

    /** In ComfyUI brackets are plain text, and embeddings are marked as such. */
    String prompt(String text) {
        var plain = isGraph ? text.replaceAll("(?<!\\\\)([\\[\\]])", "\\\\$1") : text;
        return EMBEDDING.matcher(plain).replaceAll("$1");
    }

    Optional<String> sampler(String name) {
        return translated(name, WebUiNames.sampler(name));
    }

    Optional<String> schedule(String name) {
        return translated(name, WebUiNames.schedule(name));
    }

    /** A name in ComfyUI's spelling, if A1111 has one for it; any other as it is. */
    private static Optional<String> translated(String name, Optional<String> ours) {
        return COMFY_NAME.matcher(name).matches() && ours.isPresent() ? ours : Optional.of(name);
    }

    String upscaler(String name) {
        return name.equals("Latent (bilinear)") ? "Latent" : name;
    }

    /** A1111 counts from 1, InvokeAI from 0. */
    Optional<String> clipSkip(Recipe recipe) {
        var skip = recipe.whole(Parameter.CLIP_SKIP);
        return skip.map(number -> tool.equals("InvokeAI") ? number + 1 : Math.abs(number))
                .filter(number -> number > 1)
                .map(number -> Long.toString(number));
    }

    /** An infotext's version tells who wrote it; Civitai and others know savers for ComfyUI by this word. */
    String version(Recipe recipe) {
        var version = recipe.text(Parameter.VERSION).orElse("");
        if (isGraph || tool.equals("ComfyUI")) {
            return "ComfyUI";
        }
        return keepsExtras() || version.startsWith(tool) ? version : (tool + " " + version).strip();
    }
}
