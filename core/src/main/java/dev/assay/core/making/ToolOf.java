package dev.assay.core.making;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.assay.core.family.Tool;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;

/** Which program wrote the settings: the same words mean different things in different ones. */
public final class ToolOf {

    private static final Pattern FORGE = Pattern.compile("(?i)f\\d.*|neo.*|.*forge.*|classic.*");
    private static final Pattern A1111 = Pattern.compile("(?i)v?\\d+\\.\\d+.*");

    private ToolOf() {}

    /** The tool, as far as the metadata tell. */
    public static Tool recipe(Recipe recipe) {
        if (recipe.graph().isPresent()) {
            return Tool.COMFYUI;
        }
        var version = recipe.text(Parameter.VERSION).orElse("");
        var named = named(recipe.text(Parameter.TOOL).orElse("") + " " + version);
        if (named != Tool.OTHER) {
            return named;
        }
        if (FORGE.matcher(version).matches()) {
            return Tool.FORGE;
        }
        return A1111.matcher(version).matches() ? Tool.A1111 : Tool.OTHER;
    }

    private static Tool named(String words) {
        var text = words.toLowerCase(Locale.ROOT);
        if (text.contains("comfy")) {
            return Tool.COMFYUI;
        }
        if (text.contains("swarm")) {
            return Tool.SWARMUI;
        }
        if (text.contains("fooocus")) {
            return Tool.FOOOCUS;
        }
        if (text.contains("invoke")) {
            return Tool.INVOKEAI;
        }
        if (text.contains("sd.next")) {
            return Tool.SDNEXT;
        }
        if (text.contains("draw things")) {
            return Tool.DRAW_THINGS;
        }
        if (text.contains("civitai")) {
            return Tool.CIVITAI;
        }
        return text.contains("forge") ? Tool.FORGE : Tool.OTHER;
    }
}
