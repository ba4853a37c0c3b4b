package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.replica.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Workflows that are shared as such: fetched, verified, and put where ComfyUI lists them. */
class GetWorkflowsTest extends AgainstTheReplica {

    @BeforeEach
    void world() throws IOException {
        serve(Shares.world());
    }

    private Path workflows() {
        return program.comfy().resolve("user/default/workflows");
    }

    private List<String> installed() throws IOException {
        if (!Files.isDirectory(workflows())) {
            return List.of();
        }
        try (var files = Files.walk(workflows())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> workflows().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Shares.PACK,
                "https://civitai.com/models/9300",
                "9301",
                "urn:air:other:workflows:civitai:9300@9301",
                "https://civitai.com/api/download/models/9301",
            })
    void unpacksWhatIsAWorkflowAndNothingElse(String reference) throws IOException {
        var ended = program.run("get", reference, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(installed()).containsExactly("portraits/first.json", "portraits/second.json");
        assertThat(Files.readString(workflows().resolve("portraits/first.json")))
                .isEqualTo(Shares.CANVAS);
        assertThat(Files.readString(workflows().resolve("portraits/second.json")))
                .contains("other.safetensors");
        assertThat(program.models()).isEmpty();
        assertThat(ended.out()).contains("WORKFLOW_INSTALLED", "portraits/first.json");
    }

    @Test
    void putsASingleOneByItselfAndFindsItAgain() throws IOException {
        assertThat(program.run("get", Shares.SINGLE, "--yes").code()).isZero();
        assertThat(installed()).containsExactly("only_one.json");
        var before = downloads();
        var again = program.run("get", Shares.SINGLE);
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(again.out()).contains("there already");
        assertThat(downloads()).isEqualTo(before);
        assertThat(installed()).containsExactly("only_one.json");
    }

    private long downloads() {
        return replica().requests().stream()
                .map(Object::toString)
                .filter(line -> line.contains("api/download"))
                .count();
    }

    @Test
    void replacesNothing() throws IOException {
        Files.createDirectories(workflows());
        Files.writeString(workflows().resolve("only_one.json"), "mine");
        assertThat(program.run("get", Shares.SINGLE, "--yes").code()).isZero();
        assertThat(workflows().resolve("only_one.json")).hasContent("mine");
        assertThat(installed()).containsExactly("only_one-2.json", "only_one.json");
    }

    @Test
    void asksFirstAndOnlyReportsWhereThatIsWanted() throws IOException {
        var asked = program.run("get", Shares.PACK);
        assertThat(asked.code()).isEqualTo(11);
        assertThat(asked.out()).contains("user/default/workflows/portraits");
        assertThat(program.run("get", Shares.PACK, "--verify").code()).isZero();
        assertThat(program.run("get", Shares.PACK, "--yes", "--offline").code()).isEqualTo(9);
        assertThat(installed()).isEmpty();
    }

    @Test
    void installsNothingThatIsNotWhatWasPromised() throws IOException {
        replica().faults().on(Fault.CORRUPT_FILE);
        assertThat(program.run("get", Shares.SINGLE, "--yes").code()).isEqualTo(8);
        assertThat(installed()).isEmpty();
    }

    @Test
    void installsWhatTheImagesOfAPostCarryAndSaysWhichCarryNone() throws IOException {
        var looked = program.run("get", Shares.POST, "--verify");
        assertThat(looked.code()).as(looked.printed()).isZero();
        assertThat(installed()).isEmpty();
        var ended = program.run("get", Shares.POST, Shares.SINGLE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(SchemaCheck.errors(SchemaTest.schema("get-1"), ended.json())).isEmpty();
        assertThat(installed()).containsExactly("civitai-9601.json", "only_one.json");
        assertThat(Files.readString(workflows().resolve("civitai-9601.json"))).contains("drawn.safetensors");
        assertThat(ended.json().at("posted").items().stream()
                        .map(one -> one.at("state").at("kind").text().orElse("")))
                .containsExactly("fetched", "unavailable", "unavailable");
        assertThat(program.run("get", Shares.POST).out()).contains("there already");
        assertThat(installed()).hasSize(2);
    }

    @Test
    void takesNoImageThatBelongsToAnotherPost() throws IOException {
        replica().faults().on(Fault.IGNORE_POST_ID);
        var ended = program.run("get", Shares.POST);
        assertThat(ended.out()).contains("FOREIGN_ANSWER");
        assertThat(installed()).containsExactly("civitai-9601.json");
        assertThat(program.run("get", "https://civitai.com/posts/123456").code())
                .isEqualTo(4);
        assertThat(installed()).hasSize(1);
    }

    @Test
    void saysWhereAPostHasNoWorkflow() throws IOException {
        assertThat(program.run("get", "https://civitai.com/posts/6000").code()).isEqualTo(6);
        assertThat(program.run("get", "https://civitai.com/posts/123456").code())
                .isEqualTo(3);
        assertThat(installed()).isEmpty();
    }

    @Test
    void refusesWhatIsDangerousOrHoldsNone() throws IOException {
        var dangerous = program.run("get", Shares.DANGEROUS, "--yes");
        assertThat(dangerous.code()).isEqualTo(7);
        var empty = program.run("get", Shares.EMPTY, "--yes");
        assertThat(empty.code()).isEqualTo(7);
        assertThat(empty.out()).contains("no workflow");
        assertThat(installed()).isEmpty();
    }
}
