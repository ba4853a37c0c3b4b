package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Png;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What files say of how they were made, as the user asks for it. */
class ReadTest {

    private static final String INFOTEXT = """
            rolling hills, low sun, <lora:evening:0.8>
            Negative prompt: text, watermark
            Steps: 30, Sampler: Euler a, CFG scale: 3.5, Seed: 1716271426, Size: 64x48, Model: base, Model hash: 67ab2fd8ec""";

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder);
        picture("hills.png", Map.of("parameters", INFOTEXT));
        picture("silent.png", Map.of());
    }

    private void picture(String name, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), Png.landscape(64, 48, texts, 1).toArray());
    }

    private static String value(Json file, String parameter) {
        return file.at("recipe")
                .at("parameters")
                .at(parameter)
                .at("value")
                .text()
                .orElse("");
    }

    @Test
    void tellsTheRecipeWithItsSources() {
        var ended = program.run("read", "hills.png");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("hills.png", "PNG image, 64x48", "1716271426", "Euler a", "3.5", "evening");
        var file = program.run("read", "hills.png", "--json").json().at("files").at(0);
        assertThat(value(file, "seed")).isEqualTo("1716271426");
        assertThat(value(file, "steps")).isEqualTo("30");
        assertThat(file.at("ingredients").items().stream()
                        .map(one -> one.at("name").text().orElse("")))
                .contains("evening", "base");
    }

    @Test
    void asksNobodyAndWritesNothing() throws IOException {
        var before = everything();
        program.with("ASSAY_CIVITAI_URL", "http://127.0.0.1:1").run("read", "hills.png", "silent.png");
        assertThat(everything()).isEqualTo(before);
    }

    private List<Path> everything() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void answersThousandsInTheOrderGiven() throws IOException {
        var names = IntStream.range(0, 300).mapToObj(i -> "many/" + i + ".png").toList();
        for (var name : names) {
            picture(name, Map.of("parameters", INFOTEXT.replace("1716271426", name.replaceAll("\\D", ""))));
        }
        var arguments = new ArrayList<>(List.of("read", "--json"));
        arguments.addAll(names);
        var document = program.run(arguments.toArray(String[]::new)).json();
        assertThat(document.at("count").integer()).contains(300L);
        assertThat(document.at("files").items())
                .extracting(file -> file.at("file").text().orElse(""))
                .isEqualTo(names);
        assertThat(document.at("files").items())
                .allSatisfy(file -> assertThat(value(file, "seed"))
                        .isEqualTo(file.at("file").text().orElse("").replaceAll("\\D", "")));
        assertThat(program.run("read", "many", "--json").json().at("count").integer())
                .contains(300L);
    }

    @Test
    void letsNoBadFileStopTheRest() throws IOException {
        Files.write(
                folder.resolve("cut.png"),
                Files.readAllBytes(folder.resolve("hills.png")).length > 40
                        ? java.util.Arrays.copyOf(Files.readAllBytes(folder.resolve("hills.png")), 40)
                        : new byte[0]);
        Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, 3});
        var ended = program.run("read", "nothing.png", "cut.png", "noise.bin", "silent.png", "hills.png", "--json");
        assertThat(ended.code()).isEqualTo(6);
        var files = ended.json().at("files").items();
        assertThat(files).hasSize(5);
        assertThat(files.getFirst().at("exitCode").integer()).contains(10L);
        assertThat(value(files.getLast(), "seed")).isEqualTo("1716271426");
        assertThat(program.run("read", "nothing.png").code()).isEqualTo(10);
        assertThat(program.run("read", "silent.png").code()).isEqualTo(6);
    }

    @Test
    void printsInfotextThatReadsBackAsTheSame() throws IOException {
        var infotext = program.run("read", "hills.png", "--to", "infotext").out();
        Files.writeString(folder.resolve("again.txt"), infotext);
        var first =
                program.run("read", "hills.png", "--json").json().at("files").at(0);
        var again =
                program.run("read", "again.txt", "--json").json().at("files").at(0);
        for (var parameter : List.of("prompt", "negativePrompt", "steps", "sampler", "cfgScale", "seed", "width")) {
            assertThat(value(again, parameter)).as(parameter).isNotEmpty().isEqualTo(value(first, parameter));
        }
        var mixed = program.run("read", "silent.png", "hills.png", "--to", "infotext");
        assertThat(mixed.out()).contains("rolling hills").doesNotContain("says nothing");
        assertThat(mixed.err()).contains("silent.png");
        assertThat(program.run("read", "hills.png", "--to", "poem").code()).isEqualTo(2);
    }

    @Test
    void echoesNoEscapesAndNoSecrets() throws IOException {
        var signed = "https://blobs.example/x.safetensors?sig=TOPSECRET&exp=2030";
        picture("hostile.png", Map.of("parameters", INFOTEXT + ", Note: \u001b[2Jgone", "from", signed));
        for (var form : List.of(new String[] {"--raw"}, new String[] {"--json", "--raw"})) {
            var arguments = new ArrayList<>(List.of("read", "hostile.png"));
            arguments.addAll(List.of(form));
            var ended = program.run(arguments.toArray(String[]::new));
            assertThat(ended.out())
                    .contains("blobs.example")
                    .doesNotContain("\u001b")
                    .doesNotContain("TOPSECRET");
        }
    }

    @Test
    void namesTheToolWhosePicturesNobodyElseCanMake() throws IOException {
        picture(
                "journey.png",
                Map.of("Description", "a fox --ar 1:1 --v 6 Job ID: 0f3a1b2c-1111-2222-3333-444455556666"));
        var ended = program.run("read", "journey.png");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(6);
        assertThat(ended.out()).contains("Midjourney");
    }
}
