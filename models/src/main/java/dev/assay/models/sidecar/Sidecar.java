package dev.assay.models.sidecar;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.core.hash.Sha256;

/**
 * What another tool wrote down beside a model. It may be of an earlier file of that name, or simply wrong. Texts are not
 * yet escaped for a terminal.
 *
 * @param path the side-car file
 * @param tool whose form it has
 * @param sha256 the content it is about, as it says
 * @param versionId the site's model version, as it says
 * @param title what it calls the model; may be empty
 * @param baseModel what it calls its base model; may be empty
 * @param problem why nothing could be read from it; empty where it could
 */
public record Sidecar(
        Path path,
        Tool tool,
        Optional<Sha256> sha256,
        Optional<Long> versionId,
        String title,
        String baseModel,
        Optional<String> problem) {

    /** Whose side-cars have that form. */
    public enum Tool {
        /** {@code <name>.civitai.info}: the site's answer about the version, kept by Civitai Helper and others. */
        CIVITAI_HELPER,
        /** {@code <name>.metadata.json}: LoRA Manager. */
        LORA_MANAGER,
        /** {@code <file>.sha256} or {@code <name>.sha256}: a checksum, as {@code sha256sum} and many tools write it. */
        CHECKSUM
    }

    static Sidecar unread(Path path, Tool tool, String problem) {
        return new Sidecar(path, tool, Optional.empty(), Optional.empty(), "", "", Optional.of(problem));
    }

    /** Whether it is about that very content; empty where it does not say. */
    public Optional<Boolean> isAbout(Sha256 content) {
        return sha256.map(content::equals);
    }
}
