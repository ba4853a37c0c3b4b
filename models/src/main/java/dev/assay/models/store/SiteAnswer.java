package dev.assay.models.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the site said when it was asked for a content.
 *
 * @param askedAt when
 * @param named what it is there; empty where the site does not know it
 */
public record SiteAnswer(Instant askedAt, Optional<Named> named) {

    /**
     * A file of the site with that very content. Texts are as the site has them, not yet escaped for a terminal.
     *
     * @param modelType the site's model type, such as {@code LORA}
     * @param baseModel the site's base model, such as {@code Pony}
     * @param dangerous whether the site's scan calls the file dangerous
     */
    public record Named(
            long modelId,
            long versionId,
            long fileId,
            String modelName,
            String versionName,
            String modelType,
            String baseModel,
            String fileName,
            boolean dangerous) {

        /** For people. */
        public String words() {
            return versionName.isEmpty() ? modelName : modelName + " " + versionName;
        }
    }
}
