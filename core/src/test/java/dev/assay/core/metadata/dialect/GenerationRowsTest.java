package dev.assay.core.metadata.dialect;

import dev.assay.core.ingredient.Role;
import dev.assay.core.metadata.Parameter;
import org.junit.jupiter.api.Test;

import static dev.assay.core.metadata.dialect.Read.json;
import static dev.assay.core.metadata.dialect.Read.keys;
import static dev.assay.core.metadata.dialect.Read.one;
import static dev.assay.core.metadata.dialect.Read.rows;
import static org.assertj.core.api.Assertions.assertThat;

class GenerationRowsTest {

    private static final String PAYLOAD =
            "{\"type\":\"image\",\"onSite\":true,\"process\":\"txt2img\",\"canRemix\":true,"
                    + "\"meta\":{\"prompt\":\"fox\",\"seed\":3},\"tools\":[{\"name\":\"ComfyUI\"},{\"name\":\"Krita\"}],\"resources\":["
                    + "{\"imageId\":1,\"modelVersionId\":22,\"modelName\":\"Style\",\"modelType\":\"LORA\",\"versionName\":\"v2\","
                    + "\"baseModel\":\"Pony\",\"strength\":null},{\"imageId\":1,\"modelVersionId\":\"bad\"}]}";

    @Test
    void readsMetaAndRows() {
        var reading = rows(json(PAYLOAD));
        assertThat(reading.values())
                .containsEntry(Parameter.PROMPT, "fox")
                .containsEntry(Parameter.SEED, "3")
                .containsEntry(Parameter.PROCESS, "txt2img");
        var lora = one(reading, Role.LORA);
        assertThat(keys(lora)).containsExactly("version 22", "Style | v2 | Pony");
        assertThat(lora.strength()).as("missing is unknown, not one").isEmpty();
        assertThat(reading.extras()).containsEntry("tools", "ComfyUI, Krita").containsKey("resource");
    }

    @Test
    void findsThePayloadInItsWrappers() {
        assertThat(Read.given("[{\"result\":{\"data\":{\"json\":" + PAYLOAD + "}}}]")
                        .values())
                .containsEntry(Parameter.SEED, "3");
        assertThat(Read.given(PAYLOAD).values()).containsEntry(Parameter.SEED, "3");
    }
}
