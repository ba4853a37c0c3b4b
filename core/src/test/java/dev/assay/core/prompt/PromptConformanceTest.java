package dev.assay.core.prompt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.assay.core.finding.Finding;
import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Needs ../shared: prompts of real images. */
class PromptConformanceTest {

    @Test
    void plansEveryRealPromptWithoutLosingAWord() throws Exception {
        var prompts = prompts();
        assumeTrue(!prompts.isEmpty(), "needs ../shared");
        for (var prompt : prompts) {
            var networks = ExtraNetworks.inPrompt(prompt);
            assertThat(networks.findings()).as(prompt).extracting(Finding::code).isSubsetOf("DUP_LORA");
            var plan = PromptPlan.ofA1111(networks.text(), PromptContext.positive(30));
            assertThat(plan.findings())
                    .as(prompt)
                    .extracting(Finding::code)
                    .isSubsetOf("WEIGHT_MODE", "CHUNK", "PROMPT_SCHED", "PROMPT_ALT");
            assertThat(words(seenByComfy(plan))).as(prompt).isEqualTo(words(seenByA1111(networks.text())));
        }
    }

    private static String seenByComfy(PromptPlan plan) {
        var text = new StringBuilder();
        plan.parts()
                .forEach(part -> part.intervals().getFirst().chunks().forEach(chunk -> {
                    ComfyModel.read(chunk).forEach(weighted -> text.append(weighted.text()));
                    text.append(' ');
                }));
        return text.toString();
    }

    private static String seenByA1111(String prompt) {
        var text = new StringBuilder();
        A1111Model.read(prompt).forEach(letter -> text.append(letter.c == '\0' ? ' ' : letter.c));
        return text.toString();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<String> prompts() throws Exception {
        List<String> prompts = new ArrayList<>();
        var folder = fixtures();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.json")) {
                for (var file : files) {
                    collect(Json.parse(Files.readString(file)), prompts);
                }
            }
        }
        return prompts;
    }

    private static void collect(Json json, List<String> prompts) {
        for (var key : List.of("prompt", "negativePrompt")) {
            json.at(key).text().filter(text -> !text.startsWith("{")).ifPresent(prompts::add);
        }
        json.members().values().forEach(member -> collect(member, prompts));
        json.items().forEach(item -> collect(item, prompts));
    }

    private static Path fixtures() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var found = folder.resolveSibling("shared").resolve("fixtures/civitai");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Path.of("shared");
    }
}
