package dev.assay.app.cli;

import java.util.EnumMap;
import java.util.Map;

import dev.assay.app.ExitCode;
import dev.assay.app.config.BadConfigException;
import dev.assay.app.config.Environment;
import dev.assay.app.config.SettingName;
import dev.assay.app.config.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that works with the site or with ComfyUI takes. */
final class CommonOptions {

    @Option(
            names = "--comfy",
            paramLabel = "DIR",
            description = "ComfyUI's folder (else COMFYUI_ROOT, else looked for near the current folder).")
    private @Nullable String comfy;

    @Option(
            names = "--comfy-url",
            paramLabel = "URL",
            description = "ComfyUI's server (else COMFYUI_URL, else http://127.0.0.1:8188).")
    private @Nullable String comfyUrl;

    @Option(
            names = "--civitai-url",
            paramLabel = "URL",
            description = "The site (else ASSAY_CIVITAI_URL, else https://civitai.com).")
    private @Nullable String site;

    @Option(names = "--json", description = "Print one JSON document (docs/schema) instead of text.")
    private boolean json;

    @Option(
            names = "-v",
            description = "Show each request: the id asked for, the id received, the address. -vv: details of defects.")
    private boolean[] verbose = {};

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose.length > 0;
    }

    Settings settings(Environment environment) {
        Map<SettingName, String> flags = new EnumMap<>(SettingName.class);
        put(flags, SettingName.COMFY_ROOT, comfy);
        put(flags, SettingName.COMFY_URL, comfyUrl);
        put(flags, SettingName.SITE, site);
        try {
            return Settings.collect(flags, environment);
        } catch (BadConfigException e) {
            throw new StopException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static void put(Map<SettingName, String> flags, SettingName name, @Nullable String value) {
        if (value != null) {
            flags.put(name, value);
        }
    }
}
