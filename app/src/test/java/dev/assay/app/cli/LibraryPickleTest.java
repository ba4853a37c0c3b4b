package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Pickles;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What PyTorch's own files are is told without loading them. */
class LibraryPickleTest {

    private static final Map<String, List<Integer>> SD1 = Map.of(
            "model.diffusion_model.input_blocks.0.0.weight", List.of(32, 4, 3, 3),
            "model.diffusion_model.input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight", List.of(8, 768),
            "model.diffusion_model.middle_block.1.transformer_blocks.0.attn2.to_k.weight", List.of(8, 768),
            "cond_stage_model.transformer.text_model.embeddings.token_embedding.weight", List.of(16, 768),
            "first_stage_model.decoder.conv_in.weight", List.of(16, 4, 3, 3));

    private static final Map<String, List<Integer>> UPSCALER =
            Map.of("conv_first.weight", List.of(8, 3, 3, 3), "conv_last.weight", List.of(3, 8, 3, 3));

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void install() {
        shelf = new Shelf(Program.in(folder));
    }

    private Json scanned(String path, Bytes content) {
        shelf.put(path, content);
        shelf.scan();
        return Shelf.file(shelf.list(), path.substring(path.indexOf('/') + 1));
    }

    private static String text(Json file, String key) {
        return file.at(key).scalar().orElse("");
    }

    private static void assertIs(Json file, String kind, String family, String format) {
        assertThat(List.of(text(file, "kind"), text(file, "family"), text(file, "format"), text(file, "kindFrom")))
                .containsExactly(kind, family, format, "header");
        assertThat(file.has("damage")).isFalse();
        assertThat(file.has("imports")).isFalse();
    }

    @Test
    void tellsKindAndFamilyByTheTensors() {
        assertIs(scanned("checkpoints/a.ckpt", Pickles.checkpoint(SD1)), "checkpoint", "sd1", "torch-zip");
        assertIs(scanned("checkpoints/b.ckpt", Pickles.packedArchive(SD1)), "checkpoint", "sd1", "torch-zip");
        assertIs(scanned("checkpoints/c.ckpt", Pickles.legacy(SD1)), "checkpoint", "sd1", "pickle");
        assertIs(scanned("upscale_models/d.pth", Pickles.archive(UPSCALER)), "upscaler", "unknown", "torch-zip");
        assertIs(scanned("embeddings/e.pt", Pickles.textualInversion(4, 768)), "embedding", "sd1", "torch-zip");
        assertIs(scanned("loras/f.bin", Pickles.legacy(UPSCALER)), "upscaler", "unknown", "pickle");
        assertThat(text(Shelf.file(shelf.list(), "f.bin"), "misplaced")).isNotEmpty();
    }

    @Test
    void tellsWhereOneIsCut() {
        for (var whole : Map.of("zip", Pickles.checkpoint(SD1), "old", Pickles.legacy(SD1))
                .entrySet()) {
            var name = whole.getKey() + ".ckpt";
            for (var left : List.of(0.05, 0.3, 0.6, 0.9)) {
                var length = (int) (whole.getValue().size() * left);
                var file = scanned("checkpoints/" + name, whole.getValue().slice(0, length));
                assertThat(text(file.at("damage"), "kind"))
                        .as(name + " " + left)
                        .isEqualTo("cut-short");
            }
            var file = scanned(
                    "checkpoints/" + name,
                    whole.getValue().slice(0, whole.getValue().size() - 1));
            assertThat(text(file.at("damage"), "kind")).as(name).isEqualTo("cut-short");
        }
    }

    @Test
    void tellsThatNumbersAreLacking() {
        var file = scanned("upscale_models/a.pth", Pickles.lackingNumbers(UPSCALER));
        assertThat(text(file.at("damage"), "kind")).isEqualTo("bad-header");
        assertThat(text(file.at("damage"), "words")).contains("lacks the numbers of 1 of 2 tensors");
    }

    @ParameterizedTest
    @CsvSource({
        "posix, system, true",
        "builtins, eval, true",
        "__builtin__, getattr, true",
        "subprocess, Popen, true",
        "torch.hub, load, true",
        "runpy, _run_code, true",
        "ultralytics.nn.tasks, DetectionModel, false",
        "torch.nn.modules.conv, Conv2d, false",
    })
    void namesWhatLoadingWouldRunAndRunsNothing(String module, String name, boolean dangerous) {
        var trap = folder.resolve("trap");
        var file = scanned("upscale_models/a.pth", Pickles.calling(module, name, "touch '" + trap + "'", UPSCALER));
        assertThat(text(file, "kind")).isEqualTo("upscaler");
        assertThat(file.at("imports").items()).hasSize(1);
        assertThat(text(file.at("imports").at(0), "name")).isEqualTo(module + "." + name);
        assertThat(file.at("imports").at(0).at("dangerous").bool()).contains(dangerous);
        assertThat(trap).doesNotExist();
        var shown = Program.in(folder).run("library", "list").out();
        assertThat(shown).contains("loading it would run", module + "." + name);
        assertThat(shown.contains("do not load it")).isEqualTo(dangerous);
    }

    /** What the user fetches although it may run code is looked into all the same, and told. */
    @Test
    void saysWhatAFetchedPickleWouldRun() throws IOException {
        var world = World.builder()
                .model(Model.of(7800, "A sharpener", "Upscaler")
                        .version(Version.of(7801, "v1", "Other")
                                .file(ModelFile.of(
                                                78010,
                                                "sharp.pth",
                                                Pickles.calling("posix", "system", "true", UPSCALER))
                                        .metadata(Json.object()
                                                .put("format", "PickleTensor")
                                                .build())
                                        .primary()))
                        .build())
                .build();
        try (var replica = Replica.start(world)) {
            var program = Program.in(folder).at(replica);
            assertThat(program.run("get", "7801", "--yes").code()).isEqualTo(7);
            var ended = program.run("get", "7801", "--yes", "--allow-pickle");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(ended.out()).contains("PICKLE_RUNS_CODE", "posix.system", "do not load it");
            assertThat(program.models()).containsExactly("upscale_models/sharp.pth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ckpt", "pt", "pth", "bin", "pkl"})
    void leavesAloneWhatIsOfAnotherMaking(String extension) throws IOException {
        // A dictionary of numbers, as Python alone pickles it.
        var own = Bytes.of(new byte[] {(byte) 0x80, 4, '}', 'K', 1, 'K', 2, 's', '.'});
        var file = scanned("loras/own." + extension, own);
        assertThat(file.has("damage")).isFalse();
        assertThat(text(file, "format")).isEqualTo("pickle");
        assertThat(text(file, "kindFrom")).isEqualTo("folder");
    }

    /** They bear no mark; the one of protocol 0 is nothing but text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(dp0\nVa\np1\ncposix\nsystem\np3\n(Vtrue\np4\ntp5\nRp6\ns.",
                "}(U\u0001aK\u0001U\u0001bcposix\nsystem\n(U\u0004truetRu."
            })
    void saysWhatAPickleOfAnOldProtocolWouldRun(String pickle) {
        for (var content : List.of(pickle, pickle + "and more", pickle.substring(0, pickle.length() - 3) + "~")) {
            var file = scanned("upscale_models/old.pth", Bytes.of(content.getBytes(StandardCharsets.ISO_8859_1)));
            assertThat(text(file, "format")).isEqualTo("pickle");
            assertThat(text(file.at("imports").at(0), "name")).isEqualTo("posix.system");
        }
        var text = scanned("upscale_models/words.pth", Bytes.utf8("copyright\nos and others, all rights reserved.\n"));
        assertThat(text(text.at("damage"), "kind")).isEqualTo("text");
    }
}
