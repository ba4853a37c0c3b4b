package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a command ends that comes to no result: in words for people, or, with {@code --json}, in one document. */
class FailureTest {

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void start() {
        program = Program.in(folder).with("ASSAY_CIVITAI_URL", "http://127.0.0.1:1");
    }

    static Stream<String> failures() {
        return Stream.of(
                "2 report-1 make --json",
                "2 report-1 show --json",
                "2 report-1 make 1 2 --json",
                "2 report-1 make 96712457 --json --nope",
                "2 report-1 make 96712457 --json -o",
                "2 report-1 make 96712457 --json --format pdf",
                "2 report-1 make 96712457 --json --civitai-url ftp://example.org",
                "2 report-1 make 0 --json",
                "10 report-1 make 96712457 --json --metadata nowhere.txt",
                "10 report-1 show 96712457 --json --metadata .",
                "2 failure-1 --json",
                "2 failure-1 nope --json",
                "2 failure-1 cache --json",
                "2 failure-1 cache show --json",
                "2 failure-1 cache show zz --json",
                "2 failure-1 doctor --json more",
                "2 failure-1 doctor --json --civitai-url ftp://example.org",
                "2 failure-1 demo --json --nope");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void printsOneDocumentWhateverGoesWrong(String failure) {
        var words = failure.split(" ", -1);
        var ended = program.run(Arrays.copyOfRange(words, 2, words.length));
        assertThat(ended.code()).as(ended.printed()).isEqualTo(Integer.parseInt(words[0]));
        var document = ended.json();
        assertThat(SchemaCheck.errors(SchemaTest.schema(words[1]), document))
                .as(document.writePretty())
                .isEmpty();
        assertThat(document.at("exitCode").integer()).contains((long) ended.code());
        assertThat(document.at("problems").items()).isNotEmpty();
    }

    @Test
    void aBrokenConfigurationIsADocumentToo() throws IOException {
        configure("comfy = [");
        var ended = program.run("show", "96712457", "--json");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.json().at("problems").at(0).at("what").text().orElseThrow())
                .contains("config.toml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show \u001b[31mred",
                "make 1 --format \u001b[31mred",
                "make 1 --metadata \u001b[31mred",
                "make 1 --\u001b[31mred",
                "make 1 \u001b[31mred",
                "\u001b[31mred",
                "make 1 --json=\u001b[31mred",
                "make 1 --civitai-url http://127.0.0.1:1/\u001b[31mred",
                "cache show \u001b[31mred",
                "make 1 -o \u001b[31mred\u0000",
            })
    void echoesNoTerminalEscape(String arguments) {
        var ended = program.run(arguments.split(" ", -1));
        assertThat(ended.code()).isNotZero();
        assertThat(ended.printed()).isNotEmpty().doesNotContain("\u001b").doesNotContain("\u0000");
    }

    @Test
    void takesAnAtSignForPartOfAName() throws IOException {
        Files.writeString(folder.resolve("words"), "--help");
        var ended = program.run("make", "@words");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("@words");
    }

    @Test
    void saysWhatToDoNext() {
        assertThat(program.run("make").err()).contains("REF").contains("assay make --help");
        assertThat(program.run("cache", "show", "zz").err()).contains("zz").contains("assay cache list");
    }

    @Test
    void saysHowManyAnswersWereForgotten() throws MalformedJsonException {
        var cleared = Json.parse(program.run("cache", "clear", "--json").out());
        assertThat(SchemaCheck.errors(SchemaTest.schema("cache-1"), cleared)).isEmpty();
        assertThat(cleared.at("forgotten").integer()).contains(0L);
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(folder.resolve("config/assay"));
        Files.writeString(folder.resolve("config/assay/config.toml"), text);
    }
}
