package dev.assay.app.cli;

import java.io.IOException;

import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.HubFiles;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hugging Face as a second source. */
class GetHubTest extends AgainstTheReplica {

    private static final String HUB = "https://huggingface.co/";
    private static final String VAE = HUB + HubFiles.ONLY_FILE + "/resolve/main/split_files/vae/only_vae.safetensors";

    @BeforeEach
    void world() throws IOException {
        program.with("ASSAY_HUGGINGFACE_URL", serve().hub().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VAE,
                VAE + "?download=true",
                HUB + HubFiles.ONLY_FILE + "/blob/main/split_files/vae/only_vae.safetensors",
                "huggingface.co/" + HubFiles.ONLY_FILE + "/blob/main/split_files/vae/only_vae.safetensors",
                "https://hf.co/" + HubFiles.ONLY_FILE + "/raw/main/split_files/vae/only_vae.safetensors",
                HUB + HubFiles.ONLY_FILE,
                "urn:air:sdxl:vae:huggingface:" + HubFiles.ONLY_FILE,
                "urn:air:sdxl:vae:huggingface:" + HubFiles.ONLY_FILE + "@main",
                "urn:air:sdxl:vae:huggingface:" + HubFiles.ONLY_FILE + "@main/split_files/vae/only_vae.safetensors",
            })
    void fetchesAFileVerifiedByWhatTheRepositoryStates(String reference) {
        var ended = program.run("get", reference, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("vae/only_vae.safetensors");
        var model = GetTest.only(ended);
        assertThat(model.at("terms").at("licence").text()).contains("apache-2.0");
        assertThat(model.at("resolution").at("file").at("sha256").text()).isPresent();
        assertThat(model.at("page").text().orElse("")).startsWith(HUB + HubFiles.ONLY_FILE + "/blob/main/");
        assertThat(program.run("get", reference).out()).contains("there already");
    }

    @Test
    void putsAStandardFileWhereTheTableSays() {
        var ended = program.run("get", HUB + HubFiles.CLIP_L, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("text_encoders/clip_l.safetensors");
    }

    /** A name chooses nothing, also where everybody means the same by it; but it says where that is. */
    @Test
    void saysWhereAStandardFileIsAndFetchesNothingForItsName() {
        var ended = program.run("get", "clip_l.safetensors", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out()).contains(HUB + HubFiles.CLIP_L);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void showsTheFilesOfARepositoryThatHasSeveral() {
        var ended = program.run("get", HUB + HubFiles.TWO_FILES, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out()).contains("2 model files", "loras/one.safetensors", "loras/two.safetensors");
        assertThat(program.models()).isEmpty();
    }

    @Test
    void wantsToKnowWhereAFileOfNoKindGoes() {
        var ended = program.run("get", HUB + HubFiles.OF_NO_KIND, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out()).contains("--folder");
        assertThat(program.run("get", HUB + HubFiles.OF_NO_KIND, "--folder", "loras", "--yes")
                        .code())
                .isZero();
        assertThat(program.models()).containsExactly("loras/thing.safetensors");
    }

    @Test
    void saysThatTermsMustBeAcceptedAndTakesTheToken() {
        var ended = program.run("get", HUB + HubFiles.GATED, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.out())
                .contains("accepted", "HF_TOKEN", HUB + "replica/gated/blob/main/diffusion_models/gated.safetensors");
        assertThat(program.models()).isEmpty();
        var signedIn = program.with("HF_TOKEN", "hf_0123456789").run("get", HUB + HubFiles.GATED, "--yes", "-v");
        assertThat(signedIn.code()).as(signedIn.printed()).isZero();
        assertThat(signedIn.printed()).doesNotContain("hf_0123456789");
        assertThat(program.models()).containsExactly("diffusion_models/gated.safetensors");
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_RENAMED, 4",
        "HUB_GATED_401, 5",
        "HUB_404, 7",
        "HUB_OTHER_SHA, 8",
        "HUB_PAGE, 7",
        "HUB_POINTER, 8",
    })
    void keepsNothingOfWhatIsNotTheFile(Fault fault, int code) {
        replica().faults().on(fault);
        var ended = program.run("get", VAE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void saysWhatIsNotThere() {
        var file =
                program.run("get", HUB + HubFiles.ONLY_FILE + "/resolve/main/split_files/vae/other.safetensors", "-y");
        assertThat(file.code()).as(file.printed()).isEqualTo(7);
        var repository = program.run("get", HUB + "nobody/nothing/resolve/main/x.safetensors", "-y");
        assertThat(repository.code()).as(repository.printed()).isEqualTo(5);
        assertThat(program.models()).isEmpty();
    }

    /** What the site does not have comes from elsewhere only where its SHA-256 is the same, and is proven by it. */
    @Test
    void findsElsewhereWhatTheSiteDoesNotHave() {
        var shown = program.run("get", "sha256:" + HubFiles.REAL_AE, "--verify", "--json");
        assertThat(shown.code()).as(shown.printed()).isZero();
        var file = GetTest.only(shown).at("resolution").at("file");
        assertThat(file.at("sha256").text()).contains(HubFiles.REAL_AE);
        assertThat(file.at("address").text())
                .contains(HUB + "Comfy-Org/Lumina_Image_2.0_Repackaged/resolve/main/split_files/vae/ae.safetensors");
        // The replica cannot have the real content: what comes is refused.
        var ended = program.run("get", "sha256:" + HubFiles.REAL_AE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(8);
        assertThat(program.models()).isEmpty();
        // Another standard file, of which its repository says something else than the table.
        var other = "sha256:660c6f5b1abae9dc498ac2d21e1347d2abdb0cf6c0c0c8576cd796491d9a6cdd";
        assertThat(program.run("get", other, "--yes").code()).isEqualTo(7);
    }

    /** A version that the site still describes, and whose file it gives to nobody any more. */
    @Test
    void asksElsewhereForTheSameContentWhereTheDownloadIsGone() throws IOException {
        stop();
        var world = World.builder()
                .model(Model.of(7700, "An old VAE", "VAE")
                        .version(Version.of(7701, "v1", "Flux.1 D")
                                .file(ModelFile.of(77010, "old_vae.safetensors", Safetensors.sdxlVae(8007))
                                        .hash("SHA256", HubFiles.REAL_AE)
                                        .primary()))
                        .build());
        HubFiles.all().forEach(world::onHub);
        program.with("ASSAY_HUGGINGFACE_URL", serve(world.build()).hub().toString());
        replica().faults().on(Fault.ARCHIVED_410);
        var ended = program.run("get", "7701", "--yes", "--json");
        // The replica cannot have the real content: what came was held against the hash, and refused.
        assertThat(ended.code()).as(ended.printed()).isEqualTo(8);
        assertThat(ended.json().at("findings").write())
                .contains(
                        "FROM_HUGGING_FACE",
                        "archived",
                        HUB + "Comfy-Org/Lumina_Image_2.0_Repackaged/blob/main/split_files/vae/ae.safetensors");
        assertThat(program.models()).isEmpty();
        // Where its content is unknown there, the site's word stands.
        var unknown = program.without("ASSAY_HUGGINGFACE_URL").run("get", "7701", "--yes");
        assertThat(unknown.code()).as(unknown.printed()).isEqualTo(7);
        assertThat(unknown.printed()).contains("archived").doesNotContain("FROM_HUGGING_FACE");
    }

    @Test
    void answersFromTheJournalOffline() {
        assertThat(program.run("get", VAE, "--verify").code()).isZero();
        assertThat(program.run("get", VAE, "--verify", "--offline").code()).isZero();
    }

    /** Whoever replaces the site alone wants nothing from the real world. */
    @Test
    void isNotAskedWhereOnlyTheSiteIsReplaced() {
        var ended = program.without("ASSAY_HUGGINGFACE_URL").run("get", VAE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ended.out()).contains("Hugging Face is not asked");
    }
}
