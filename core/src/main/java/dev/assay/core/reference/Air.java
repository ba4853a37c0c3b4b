package dev.assay.core.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An AIR: {@code urn:air:<ecosystem>:<type>:<source>:<id>[@<version>][+<fileId>][.<format>]}. The ecosystem is the root
 * family (Illustrious prints {@code sdxl}) and the type a rough one, so that only the numbers identify (quirk 37).
 *
 * @param ecosystem such as {@code sdxl}; empty in the short form
 * @param type such as {@code checkpoint}; empty in the short form
 * @param source such as {@code civitai} or {@code huggingface}
 * @param id the model, as that source names it
 * @param version the version, as that source names it
 * @param fileId the very file
 */
public record Air(
        String ecosystem, String type, String source, String id, Optional<String> version, Optional<String> fileId) {

    private static final int MAX_LENGTH = 400;

    private static final Pattern LONG_FORM = Pattern.compile(
            "(?:urn:)?air:([\\w.-]+):([\\w.-]+):([\\w.-]+):([^@+:\\s]+)(?:@([^+:\\s]+?))?(?:\\+(\\d+))?"
                    + "(?::[\\w.-]+)?(?:\\.(?:safetensors|ckpt|pt|gguf|diffusers|coreml|onnx|zip))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SHORT_FORM = Pattern.compile("(?:civitai:)?(\\d{1,10})@(\\d{1,10})");

    /** Reads the long form, or the short {@code civitai:<model>@<version>} of old metadata. */
    public static Optional<Air> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var brief = SHORT_FORM.matcher(text);
        if (brief.matches()) {
            return Optional.of(
                    new Air("", "", "civitai", brief.group(1), Optional.of(brief.group(2)), Optional.empty()));
        }
        var full = LONG_FORM.matcher(text);
        if (!full.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Air(
                full.group(1).toLowerCase(Locale.ROOT),
                full.group(2).toLowerCase(Locale.ROOT),
                full.group(3).toLowerCase(Locale.ROOT),
                full.group(4),
                Optional.ofNullable(full.group(5)).filter(v -> !v.equals("undefined")),
                Optional.ofNullable(full.group(6))));
    }

    /** Whether the numbers are Civitai's. */
    public boolean isCivitai() {
        return source.equals("civitai");
    }

    /** The Civitai model version, where this names one. */
    public OptionalLong versionId() {
        return isCivitai() ? version.map(Ids::parse).orElse(OptionalLong.empty()) : OptionalLong.empty();
    }

    /** The Civitai model, where this names one. */
    public OptionalLong modelId() {
        return isCivitai() ? Ids.parse(id) : OptionalLong.empty();
    }
}
