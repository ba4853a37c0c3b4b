package dev.assay.models.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ComfyFoldersTest {

    @TempDir
    Path temp;

    private Path root;
    private Surroundings surroundings;

    @BeforeEach
    void install() throws IOException {
        root = Files.createDirectories(temp.resolve("ComfyUI"));
        Files.createDirectories(root.resolve("models/checkpoints"));
        Files.createDirectories(root.resolve("comfy"));
        Files.writeString(root.resolve("main.py"), "");
        surroundings = new Surroundings(
                temp.resolve("home"), Map.of("SHARE", temp.resolve("share").toString()));
    }

    private ComfyFolders folders() {
        return ComfyFolders.at(root, surroundings).orElseThrow();
    }

    private ComfyFolders withExtra(String yaml) throws IOException {
        Files.writeString(root.resolve("extra_model_paths.yaml"), yaml);
        return folders();
    }

    private Path touch(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void knowsTheFoldersOfAPlainInstallation() {
        assertThat(folders().directories(FolderKind.CHECKPOINTS)).containsExactly(root.resolve("models/checkpoints"));
        assertThat(folders().directories(FolderKind.DIFFUSION_MODELS))
                .containsExactly(root.resolve("models/unet"), root.resolve("models/diffusion_models"));
        assertThat(folders().directories(FolderKind.of("clip").orElseThrow()))
                .containsExactly(root.resolve("models/text_encoders"), root.resolve("models/clip"));
        assertThat(folders().downloadTarget(FolderKind.of("unet").orElseThrow()))
                .isEqualTo(root.resolve("models/diffusion_models"));
        assertThat(folders().directories(FolderKind.of("ultralytics/bbox").orElseThrow()))
                .containsExactly(root.resolve("models/ultralytics/bbox"));
        assertThat(folders().findings()).isEmpty();
    }

    @Test
    void takesNoKeyThatLeavesTheModels() {
        for (var key : new String[] {"..", "../x", "a/../b", "/etc", "a\\b", "", ".", "C:", "a/", "a."}) {
            assertThat(FolderKind.of(key)).as(key).isEmpty();
        }
    }

    @Test
    void readsEverySectionOfTheExtraPaths() throws IOException {
        var folders = withExtra("""
                # as the sample that ComfyUI ships
                a111:
                    base_path: ../webui/
                    checkpoints: models/Stable-diffusion
                    loras: |
                         models/Lora
                         models/LyCORIS
                    unknown_thing: {a: 1}
                empty:
                elsewhere:
                    clip: ~/not-expanded
                    unet: /abs/unet
                    is_default: false
                main:
                    base_path: $SHARE/models
                    is_default: yes
                    loras: lora
                    ipadapter: ip
                """);
        assertThat(folders.directories(FolderKind.CHECKPOINTS))
                .containsExactly(root.resolve("models/checkpoints"), temp.resolve("webui/models/Stable-diffusion"));
        assertThat(folders.directories(FolderKind.LORAS))
                .containsExactly(
                        temp.resolve("share/models/lora"),
                        root.resolve("models/loras"),
                        temp.resolve("webui/models/Lora"),
                        temp.resolve("webui/models/LyCORIS"));
        assertThat(folders.downloadTarget(FolderKind.LORAS)).isEqualTo(temp.resolve("share/models/lora"));
        assertThat(folders.downloadTarget(FolderKind.CHECKPOINTS)).isEqualTo(root.resolve("models/checkpoints"));
        assertThat(folders.directories(FolderKind.TEXT_ENCODERS)).contains(root.resolve("~/not-expanded"));
        assertThat(folders.directories(FolderKind.DIFFUSION_MODELS)).contains(Path.of("/abs/unet"));
        assertThat(folders.directories(FolderKind.of("ipadapter").orElseThrow()))
                .contains(temp.resolve("share/models/ip"));
        assertThat(folders.findings())
                .hasSize(1)
                .first()
                .satisfies(finding -> assertThat(finding.message()).contains("unknown_thing"));
    }

    @Test
    void expandsTheHomeFolderInTheBasePath() throws IOException {
        assertThat(withExtra("x:\n  base_path: ~/m\n  vae: vae\n").directories(FolderKind.VAE))
                .contains(temp.resolve("home/m/vae"));
    }

    @Test
    void saysWhatIsWrongWithTheExtraPathsAndGoesOn() throws IOException {
        var deep = "[".repeat(5000) + "]".repeat(5000);
        for (var yaml : new String[] {"- a\n- b\n", "a: [unclosed", "just text", "x: 3\n", "x: &a\n  b: *a\n", deep}) {
            var folders = withExtra(yaml);
            assertThat(folders.findings()).as(yaml).isNotEmpty();
            assertThat(folders.directories(FolderKind.LORAS)).containsExactly(root.resolve("models/loras"));
        }
        assertThat(withExtra("").findings()).isEmpty();
        assertThat(withExtra("# only a comment\n").findings()).isEmpty();
    }

    @Test
    void namesAFileAsComfyListsIt() throws IOException {
        var folders = withExtra("x:\n  loras: ../more\n");
        var own = touch(root.resolve("models/loras/style/a.safetensors"));
        var hidden = touch(temp.resolve("more/style/a.safetensors"));
        var other = touch(temp.resolve("more/b.safetensors"));
        assertThat(folders.listingName(FolderKind.LORAS, own))
                .contains(Path.of("style", "a.safetensors").toString());
        assertThat(folders.listingName(FolderKind.LORAS, other)).contains("b.safetensors");
        assertThat(folders.listingName(FolderKind.LORAS, hidden))
                .as("the name gives the file of the earlier folder")
                .isEmpty();
        assertThat(folders.listingName(FolderKind.VAE, own)).isEmpty();
        assertThat(folders.listingName(FolderKind.LORAS, root.resolve("models/loras/none.pt")))
                .isEmpty();
    }

    @Test
    void resolvesNoNameThatLeavesTheFolder() throws IOException {
        touch(root.resolve("models/secret.pt"));
        touch(root.resolve("models/loras/a.pt"));
        assertThat(folders().resolve(FolderKind.LORAS, "a.pt")).isPresent();
        assertThat(folders().resolve(FolderKind.LORAS, "../secret.pt")).isEmpty();
        assertThat(folders()
                        .resolve(
                                FolderKind.LORAS,
                                root.resolve("models/secret.pt").toString()))
                .isEmpty();
        assertThat(folders().resolve(FolderKind.LORAS, "a\u0000.pt")).isEmpty();
    }

    @Test
    void findsTheInstallationNearby() throws IOException {
        var deep = Files.createDirectories(root.resolve("custom_nodes/some-node"));
        var beside = Files.createDirectories(temp.resolve("project/src"));
        for (var start : new Path[] {root, deep, temp, beside}) {
            assertThat(ComfyFolders.find(start, surroundings).orElseThrow().root())
                    .isEqualTo(root);
        }
    }

    @Test
    void takesABareModelsFolderOnlyWhereItWasNamed() throws IOException {
        var bare = temp.resolve("project");
        Files.createDirectories(bare.resolve("models"));
        assertThat(ComfyFolders.at(bare, surroundings)).isPresent();
        assertThat(ComfyFolders.find(bare, surroundings).orElseThrow().root()).isEqualTo(root);
        assertThat(ComfyFolders.at(temp.resolve("home"), surroundings)).isEmpty();
    }
}
