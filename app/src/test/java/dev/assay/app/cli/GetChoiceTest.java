package dev.assay.app.cli;

import java.io.IOException;
import java.util.List;

import dev.assay.core.json.Json;
import dev.assay.replica.sample.QuirkyModels;
import dev.assay.replica.world.ImageBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Several files of one version: which is taken, and that the rule is shown. */
class GetChoiceTest extends AgainstTheReplica {

    private static final String FORMS = Long.toString(QuirkyModels.THREE_FORMS);

    @BeforeEach
    void world() throws IOException {
        serve();
    }

    @Test
    void takesThePrimaryOneAndSaysSo() {
        var ended = program.run("get", FORMS, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("the primary file of", "PRIMARY_CHOSEN", "other file", "(file 76011)", "bf16");
        assertThat(program.models()).containsExactly("checkpoints/forms_full.safetensors");
    }

    @ParameterizedTest
    @CsvSource({
        "'fp16', forms_pruned",
        "'FP16, pruned', forms_pruned",
        "'pruned,bf16', forms_bf16",
        "'fp8,bf16', forms_bf16",
        "'fp32', forms_full",
        "'pruned', forms_full",
        "'gguf', forms_full",
    })
    void takesWhatIsPreferredWhereThatIsOne(String words, String file) {
        var ended = program.run("get", FORMS, "--prefer", words, "--yes");
        // Two pruned ones fit as well as each other, and the primary one is none of them.
        var undecided = words.equals("pruned");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(undecided ? 7 : 0);
        assertThat(program.models()).isEqualTo(undecided ? List.of() : List.of("checkpoints/" + file + ".safetensors"));
    }

    @Test
    void refusesAWordThatSaysNothingOfAFile() {
        var ended = program.run("get", FORMS, "--prefer", "prunned", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
        assertThat(ended.err()).contains("prunned", "pruned");
    }

    @Test
    void takesTheFileThatIsNamed() {
        var ended = program.run("get", FORMS, "--file", "76012", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("checkpoints/forms_bf16.safetensors");
        assertThat(program.run("get", FORMS, "--file", "228616", "--yes").code())
                .isEqualTo(7);
        assertThat(program.run("get", FORMS, "712345", "--file", "76012", "--yes")
                        .code())
                .isEqualTo(2);
    }

    /** §4.7: the site's own addresses of files that are not primary say what they are by their form only. */
    @Test
    void takesTheFileThatADownloadAddressDescribes() {
        var address = "https://civitai.com/api/download/models/" + FORMS;
        var ended = program.run("get", address + "?type=Model&format=SafeTensor&size=pruned&fp=bf16", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        var vae = program.run("get", "https://civitai.com/api/download/models/290640?type=VAE&format=SafeTensor", "-y");
        assertThat(vae.code()).as(vae.printed()).isZero();
        assertThat(program.models()).containsExactly("checkpoints/forms_bf16.safetensors", "vae/sdxl_vae.safetensors");
    }

    /** What nothing else decides, the user may; a number that decides nothing is no way to another model. */
    @Test
    void takesForAnImageTheFileThatIsChosen() throws IOException {
        stop();
        serve(ofForms());
        var ended = program.run("make", IMAGE, "--file", "76012", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("FILE_CHOSEN", "(file 76010)");
        assertThat(program.models()).containsExactly("checkpoints/forms_bf16.safetensors");
        assertThat(program.run("show", IMAGE, "--file", "76011,76012").code()).isEqualTo(7);
    }

    @Test
    void refusesAChosenFileThatIsNoneOfTheImages() throws IOException {
        stop();
        serve(ofForms());
        var ended = program.run("make", IMAGE, "--file", "228616", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.printed()).contains("file 228616");
        assertThat(program.models()).isEmpty();
    }

    private static ImageBuilder ofForms() {
        return of(Json.object()
                .put("type", "checkpoint")
                .put("modelVersionId", QuirkyModels.THREE_FORMS)
                .build());
    }

    /** The same rule serves images whose metadata name a version and not a file. */
    @Test
    void prefersForImagesToo() throws IOException {
        stop();
        serve(ofForms());
        var ended = program.run("make", IMAGE, "--prefer", "fp16,pruned", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("PREFERRED_CHOSEN");
        assertThat(program.models()).containsExactly("checkpoints/forms_pruned.safetensors");
    }
}
