package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirkyModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Getting models: every way to name one, and what must hold whatever is named. */
class GetTest extends AgainstTheReplica {

    private static final String LORA = "loras/evening_light_pony.safetensors";

    @BeforeEach
    void world() throws IOException {
        serve();
    }

    static Json only(Program.Ended ended) {
        var models = ended.json().at("models").items();
        assertThat(models).as(ended.printed()).hasSize(1);
        return models.getFirst();
    }

    static String kind(Program.Ended ended) {
        return only(ended).at("resolution").at("kind").text().orElse("");
    }

    static String state(Program.Ended ended) {
        return only(ended).at("state").at("kind").text().orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "712345",
                "https://civitai.com/models/645321?modelVersionId=712345",
                "https://civitai.com/models/645321/evening-light?modelVersionId=712345",
                "https://civitai.green/models/645321?modelVersionId=712345",
                "https://www.civitai.red/models/645321?modelVersionId=712345",
                "civitai.blue/models/645321?modelVersionId=712345",
                "https://civitai.com/model-versions/712345",
                "https://civitai.com/models/645321",
                "https://civitai.com/api/download/models/712345",
                "https://civitai.com/api/download/models/712345?type=Model&format=SafeTensor&size=pruned&fp=fp16",
                "https://civitai.com/api/download/models/712345?fileId=601001&token=0123456789abcdef0123456789abcdef",
                "https://civitai.com/api/v1/model-versions/712345",
                "urn:air:sdxl:lora:civitai:645321@712345",
                "air:sdxl:lora:civitai:645321@712345",
                "urn:air:sdxl:lora:civitai:645321@712345+601001",
                "urn:air:sdxl:lora:civitai:645321",
                "civitai:645321@712345",
                "C12BEA4E72D9590C6B665B568A1F7A61C07DB4487C958DAA992EF0553A8A5C0A",
                "sha256:c12bea4e72d9590c6b665b568a1f7a61c07db4487c958daa992ef0553a8a5c0a",
                "c12bea4e72",
                "AutoV2:C12BEA4E72",
            })
    void takesEveryNameOfAModel(String reference) {
        var ended = program.run("get", reference, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(kind(ended)).isEqualTo("exact");
        assertThat(state(ended)).isEqualTo("fetched");
        assertThat(program.models()).containsExactly(LORA);
        assertThat(ended.printed()).doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "autov3:", "0x"})
    void findsAFileByTheHashOfItsTensors(String before) {
        var hash = SiteHashes.of(Safetensors.sdxlLora("evening_light_pony", 712345))
                .get("AutoV3");
        var ended = program.run("get", before + hash, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly(LORA);
    }

    @Test
    void asksAboutSeveralHashesAtOnce() {
        var evening = SiteHashes.of(Safetensors.sdxlLora("evening_light_pony", 712345))
                .get("SHA256");
        var hills = SiteHashes.of(Safetensors.sdxlLora("painted_hills_pdxl", 723456))
                .get("SHA256");
        var ended = program.run("get", "sha256:" + evening, "sha256:" + hills, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly(LORA, "loras/painted_hills_pdxl.safetensors");
        assertThat(Requests.to(replica(), "/api/v1/model-versions/by-hash")).hasSize(1);
    }

    @Test
    void findsAFileByItsBlake3AndProvesItByItsSha256() {
        var ended = program.run("get", "blake3:" + QuirkyModels.BLAKE3.toUpperCase(Locale.ROOT), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("checkpoints/forms_v2.safetensors");
        assertThat(only(ended).at("resolution").at("how").text()).contains("its BLAKE3");
        assertThat(kind(program.run("get", QuirkyModels.BLAKE3, "--verify", "--json")))
                .isEqualTo("exact");
    }

    /** Facts §8: the digits of a CRC32 or an AutoV1 are too few. */
    @Test
    void choosesNothingByAHashThatDoesNotTell() {
        var crc = SiteHashes.of(Safetensors.sdxlLora("evening_light_pony", 712345))
                .get("CRC32");
        for (var reference : List.of("crc32:" + crc, "0x" + crc, "autov1:" + crc)) {
            var ended = program.run("get", reference, "--yes", "--json");
            assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
            assertThat(kind(ended)).isEqualTo("unidentified");
            assertThat(only(ended).at("resolution").at("candidates").items())
                    .extracting(file -> file.at("versionId").integer().orElseThrow())
                    .containsExactly(712345L);
        }
        assertThat(program.models()).isEmpty();
    }

    @Test
    void showsCandidatesForANameAndChoosesNone() {
        var ended = program.run("get", "evening_light_pony", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(only(ended).at("resolution").at("candidates").items())
                .extracting(file -> file.at("versionId").integer().orElseThrow())
                .contains(712345L);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void namesTheVersionsOfAModelThatHasSeveralAndHowTheyDiffer() {
        var ended = program.run("get", "https://civitai.com/models/7100", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out())
                .contains(
                        "ambiguous",
                        "2 versions",
                        "version 7101",
                        "version 7102",
                        "renamed.safetensors",
                        "first.safetensors");
        assertThat(program.models()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://civitai.com/images/96712457, assay make 96712457",
        "https://civitai.com.evil.example/models/1, host",
        "http://user@civitai.com/models/1, user name",
        "https://civitai.com/models/0, not a possible number",
        "99999999999999999999, digits",
        "sha256:beef, digits",
        "urn:air:sdxl, no AIR",
        "air:lora, no AIR",
        "https://huggingface.co/datasets/a/b/resolve/main/x.safetensors, not of a model",
        "https://huggingface.co.evil.example/a/b/resolve/main/x.safetensors, host",
        "https://huggingface.co/a/b/resolve/main/../../x.safetensors, not of a model",
        "'', empty",
    })
    void refusesWhatNamesNoModelAndSendsNothing(String reference, String says) {
        var ended = program.run("get", "712345", reference, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
        assertThat(ended.err()).contains(says);
        assertThat(program.models()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:air:sdxl:lora:orchestrator:abc/def@x, gives to nobody",
        "urn:air:sdxl:lora:civitai-r2:bucket/foo.safetensors, opens to nobody",
        "urn:air:sdxl:lora:civarchive:1@2, of civarchive",
        "sha256:0000000000000000000000000000000000000000000000000000000000000000, could not be read",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, of no bytes at all",
    })
    void saysWhyNothingIsAsked(String reference, String says) {
        var ended = program.run("get", reference, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out()).contains(says);
        assertThat(replica().requests()).noneMatch(request -> request.path().contains("by-hash"));
    }

    @Test
    void asksFirst() {
        var ended = program.run("get", "712345");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(11);
        assertThat(ended.out())
                .contains(
                        "evening_light_pony.safetensors",
                        "Pony",
                        "c12bea4e72d9590c6b665b568a1f7a61c07db4487c958daa992ef0553a8a5c0a",
                        "models/loras",
                        "no credit needed",
                        "no sign-in needed",
                        "https://civitai.com/models/645321?modelVersionId=712345");
        assertThat(program.models()).isEmpty();
    }

    @Test
    void onlyReportsWhenToldTo() {
        for (var option : List.of("--verify", "--no-download")) {
            var ended = program.run("get", "712345", option);
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(ended.out()).contains("missing; goes to", "would download");
        }
        assertThat(program.run("get", "7402", "--verify").code()).isEqualTo(5);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void doesNotFetchAgainWhatIsThereByContent() throws IOException {
        assertThat(program.run("get", "712345", "--yes").code()).isZero();
        var file = program.comfy().resolve("models").resolve(LORA);
        Files.move(file, file.resolveSibling("renamed by me.safetensors"));
        var again = program.run("get", "712345", "--json");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(state(again)).isEqualTo("on-disk");
        assertThat(program.models()).containsExactly("loras/renamed by me.safetensors");
    }

    @Test
    void saysWhereItIsWhenThatIsAnotherFolder() throws IOException {
        assertThat(program.run("get", "712345", "--yes").code()).isZero();
        Files.move(
                program.comfy().resolve("models").resolve(LORA),
                program.comfy().resolve("models/checkpoints/misplaced.safetensors"));
        var again = program.run("get", "712345", "--yes");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.out()).contains("there already", "misplaced.safetensors", "IN_ANOTHER_FOLDER");
        assertThat(program.models()).containsExactly("checkpoints/misplaced.safetensors");
    }

    /** One that cannot be had does not keep the others from being had, and decides the code. */
    @Test
    void getsWhatCanBeHad() {
        var ended = program.run("get", "7402", "712345", "999999999", "7501", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.json().at("models").items())
                .extracting(model -> model.at("state").at("kind").text().orElse(""))
                .containsExactly("unavailable", "fetched", "unavailable", "unavailable");
        assertThat(program.models()).containsExactly(LORA);
    }

    @Test
    void fetchesOnceWhatIsNamedTwice() {
        var ended = program.run("get", "712345", "c12bea4e72", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("models").items())
                .extracting(model -> model.at("state").at("kind").text().orElse(""))
                .containsExactly("fetched", "fetched");
        assertThat(program.models()).containsExactly(LORA);
    }

    /** Sign-in, early access, disabled downloads, archived: said before anything is queued, with the page to go to. */
    @ParameterizedTest
    @CsvSource({"7401, 5, CIVITAI_API_KEY", "7402, 5, early access", "7403, 5, disabled", "7404, 7, no file"})
    void saysWhatStandsBeforeADownload(String version, int code, String says) throws IOException {
        var ended = program.run("get", version, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(ended.out()).contains(says);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void getsWithAKeyWhatNeedsASignIn() {
        var ended = program.key(IncidentWorld.KEY).run("get", "7401", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("sign-in needed");
        assertThat(program.models()).containsExactly("loras/door_7401.safetensors");
    }

    @Test
    void takesPicklesOnlyWhenToldToAndDangerousOnesNever() {
        assertThat(program.run("get", "7502", "--yes").code()).isEqualTo(7);
        assertThat(program.models()).isEmpty();
        assertThat(program.run("get", "7501", "--yes", "--allow-pickle").code()).isEqualTo(7);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void putsItWhereItIsToldTo() {
        var ended = program.run("get", "712345", "--folder", "style_models", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("style_models/evening_light_pony.safetensors");
        assertThat(program.run("get", "712345", "--folder", "../up", "--yes").code())
                .isEqualTo(2);
    }

    /** Facts §6.1: what the site calls a checkpoint is often a diffusion model alone; its header tells. */
    @Test
    void putsAFileWhereItsHeaderSaysThatItBelongs() {
        var bare = Long.toString(QuirkyModels.BARE);
        var ended = program.run("get", bare, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("FOLDER_BY_HEADER", "models/diffusion_models/bare_flux.safetensors");
        assertThat(program.models()).containsExactly("diffusion_models/bare_flux.safetensors");
        var again = program.run("get", bare);
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.out()).contains("there already").doesNotContain("IN_ANOTHER_FOLDER");
    }

    @Test
    void leavesAFileWhereItIsWhenTheNameIsTaken() throws IOException {
        var mine = program.comfy().resolve("models/diffusion_models/bare_flux.safetensors");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "my own");
        var ended = program.run("get", Long.toString(QuirkyModels.BARE), "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("IN_ANOTHER_FOLDER");
        assertThat(program.models())
                .containsExactly("checkpoints/bare_flux.safetensors", "diffusion_models/bare_flux.safetensors");
        assertThat(mine).hasContent("my own");
    }

    @Test
    void putsWhatCustomNodesLoadIntoTheirFolder() {
        var ended = program.run("get", Long.toString(QuirkyModels.MOTION), "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("animatediff_models/slow_motion.safetensors");
    }

    @Test
    void needsAComfyFolderOnlyToDownload() {
        program.without("COMFYUI_ROOT");
        assertThat(program.run("get", "712345", "--yes", "--comfy", "nowhere").code())
                .isEqualTo(2);
        assertThat(program.run("get", "712345", "--verify", "--comfy", "nowhere")
                        .code())
                .isZero();
    }

    @Test
    void answersFromTheJournalOffline() {
        assertThat(program.run("get", "712345", "--verify").code()).isZero();
        var offline = program.run("get", "712345", "--offline", "--verify", "--json");
        assertThat(offline.code()).as(offline.printed()).isZero();
        assertThat(only(offline).at("terms").at("licence").text().orElse("")).contains("credit");
        assertThat(program.run("get", "712345", "--offline", "--yes").code()).isEqualTo(9);
        assertThat(program.run("get", "723456", "--offline", "--verify").code()).isEqualTo(9);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsNotWhatWasPromised() throws IOException {
        replica().faults().on(Fault.CORRUPT_FILE);
        var ended = program.run("get", "712345", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(8);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void usesNoAnswerAboutAnotherVersion() throws IOException {
        replica().faults().on(Fault.VERSION_ID_MISMATCH);
        var ended = program.run("get", "712345", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(4);
        assertThat(program.models()).isEmpty();
    }
}
