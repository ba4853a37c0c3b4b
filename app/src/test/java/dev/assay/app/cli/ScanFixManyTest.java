package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Several workflows that are made to run together: what one of them says counts for no other. */
class ScanFixManyTest {

    private static final Bytes ONE = Safetensors.sdxlLora("one", 8003);
    private static final Bytes TWO = Safetensors.sdxlLora("two", 8004);
    private static final String HUB = "https://huggingface.co/replica/two-loras/resolve/main/loras/";

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(QuirksWorld.world());
        program = Program.in(folder)
                .at(replica)
                .key(IncidentWorld.KEY)
                .with("ASSAY_HUGGINGFACE_URL", replica.hub().toString())
                .with("COMFYUI_URL", "http://127.0.0.1:9");
        shelf = new Shelf(program);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private void write(String file, String model, String url) throws IOException {
        var noted = url.isEmpty()
                ? ""
                : ",\"properties\":{\"models\":[{\"name\":\"" + model + "\",\"url\":\"" + url + "\"}]}";
        Files.writeString(
                folder.resolve(file),
                "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"" + model + "\",1]"
                        + noted + "}],\"links\":[]}");
    }

    private byte[] model(String name) throws IOException {
        return Files.readAllBytes(shelf.models().resolve(name));
    }

    /** Files on Hugging Face have no number by which they could be told apart. */
    @Test
    void fetchesForEachWhatItsOwnAddressNames() throws IOException {
        write("a.json", "first.safetensors", HUB + "one.safetensors");
        write("b.json", "second.safetensors", HUB + "two.safetensors");
        var ended = program.run("scan", "a.json", "b.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(model("loras/first.safetensors")).isEqualTo(ONE.toArray());
        assertThat(model("loras/second.safetensors")).isEqualTo(TWO.toArray());
    }

    /** Fetched for one of them, it would be taken by the other without a word. */
    @Test
    void fetchesNeitherOfTwoFilesThatWantOneName() throws IOException {
        write("a.json", "same.safetensors", HUB + "one.safetensors");
        write("b.json", "same.safetensors", HUB + "two.safetensors");
        var ended = program.run("scan", "a.json", "b.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(program.models()).isEmpty();
        assertThat(ended.out()).contains("loras/same.safetensors").contains("different files of that name");
    }

    @Test
    void fetchesOnceWhatTwoAddressesNameAsOneFile() throws IOException {
        write("a.json", "same.safetensors", HUB + "one.safetensors");
        write("b.json", "same.safetensors", HUB.replace("/resolve/", "/blob/") + "one.safetensors");
        var ended = program.run("scan", "a.json", "b.json", "--fix", "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.json().at("fix").at("plan").at("fetches").items()).hasSize(1);
        assertThat(model("loras/same.safetensors")).isEqualTo(ONE.toArray());
    }

    /** Whichever of them is read first. */
    @Test
    void asksForWhatAnyOfThemNotes() throws IOException {
        write("a.json", "wanted.safetensors", "");
        write("b.json", "wanted.safetensors", HUB + "one.safetensors");
        var ended = program.run("scan", "a.json", "b.json", "--fix", "--yes");
        assertThat(model("loras/wanted.safetensors")).as(ended.printed()).isEqualTo(ONE.toArray());
    }

    /** Of several files of one version, the address says which. */
    @Test
    void takesTheFileThatTheAddressDescribes() throws IOException {
        write(
                "a.json",
                "mine.safetensors",
                "https://civitai.com/api/download/models/7601?type=Model&size=pruned&fp=fp16");
        var ended = program.run("scan", "a.json", "--json");
        assertThat(ended.json().at("models").at(0).at("offer").at("name").text())
                .contains("forms_pruned.safetensors");
    }

    /** Named twice, and by a link as well. */
    @Test
    void changesOneFileOnce() throws IOException {
        shelf.put("loras/xl/a.safetensors", ONE);
        write("w.json", "xl\\\\a.safetensors", "");
        Files.createSymbolicLink(folder.resolve("link.json"), Path.of("w.json"));
        var ended = program.run("scan", "w.json", "./w.json", "link.json", "--fix", "--yes", "--in-place");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("2 workflows: 2 with all they need");
        assertThat(Files.readString(folder.resolve("w.json"))).contains("xl/a.safetensors");
        assertThat(folder.resolve("w.json.bak")).exists();
        assertThat(folder.resolve("w.json.bak-2")).doesNotExist();
        assertThat(folder.resolve("link.json")).isSymbolicLink();
    }
}
