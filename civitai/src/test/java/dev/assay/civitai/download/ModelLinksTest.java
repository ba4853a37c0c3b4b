package dev.assay.civitai.download;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.ingredient.ModelFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ModelLinksTest {

    private static ModelFile file(long modelId) {
        return new ModelFile(
                modelId,
                5,
                50,
                "",
                "",
                "LORA",
                "",
                "a",
                "Model",
                "",
                BigDecimal.ONE,
                Optional.empty(),
                Map.of(),
                List.of(),
                ModelFile.Scan.UNKNOWN,
                Optional.empty());
    }

    @Test
    void workflowsLinkToTheVersionWithoutQuery() {
        assertThat(ModelLinks.downloadAddress(file(7))).hasToString("https://civitai.com/api/download/models/5");
    }

    @Test
    void thePageShowsTheVersion() {
        assertThat(ModelLinks.pageOf(file(7))).hasToString("https://civitai.com/models/7?modelVersionId=5");
        assertThat(ModelLinks.pageOf(file(0))).hasToString("https://civitai.com/model-versions/5");
    }
}
