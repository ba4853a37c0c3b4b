package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.models.quarantine.Quarantine;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether files are still what they were, and what the site says of them. */
class LibraryVerifyTest {

    /** A file of the site's (evening_light_pony.safetensors there). */
    private static final Bytes KNOWN = Safetensors.sdxlLora("evening_light_pony", 712345);

    private static final Bytes OWN = Safetensors.sdxlLora("my own", 1);

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica);
        shelf = new Shelf(program);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private static Json result(Json verify, String name) {
        return verify.at("files").items().stream()
                .filter(file -> file.at("path").text().orElse("").endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /** Replaces a file's content, of the same size, and sets its time back. */
    private static void replaceInSecret(Path file, Bytes content) throws IOException {
        var before = Files.getLastModifiedTime(file);
        Files.write(file, content.toArray());
        Files.setLastModifiedTime(file, before);
    }

    @Test
    void catchesWhatWasReplacedInSecret() throws IOException {
        var file = shelf.put("loras/a.safetensors", OWN);
        shelf.put("loras/b.safetensors", KNOWN);
        shelf.scan();
        replaceInSecret(file, OWN.flipped(OWN.size() - 1));
        assertThat(shelf.scan().at("read").integer()).contains(0L);
        var verify = shelf.run("verify", "--offline");
        assertThat(verify.code()).isEqualTo(8);
        var damaged = result(verify.json(), "a.safetensors");
        assertThat(damaged.at("result").text()).contains("damaged");
        assertThat(damaged.at("sha256").text().orElse("")).isEqualToIgnoringCase(Shelf.hash(OWN, "SHA256"));
        assertThat(result(verify.json(), "b.safetensors").at("result").text()).contains("intact");
        assertThat(program.run("library", "verify", "--offline").out()).contains("a.safetensors");
        assertThat(file).exists();
    }

    @Test
    void putsAsideAndNeverDeletesOrOverwrites() throws IOException {
        var damagedContent = OWN.flipped(OWN.size() - 1);
        for (int round = 1; round <= 2; round++) {
            var file = shelf.put("loras/a.safetensors", OWN);
            shelf.put("loras/cut.safetensors", OWN.slice(0, 200));
            shelf.put("loras/sound.safetensors", KNOWN);
            shelf.scan();
            replaceInSecret(file, damagedContent);
            var verify = shelf.run("verify", "--offline", "--fix");
            assertThat(verify.code()).as(verify.printed()).isEqualTo(8);
            var to = Path.of(result(verify.json(), "a.safetensors")
                    .at("quarantine")
                    .text()
                    .orElseThrow());
            assertThat(to).hasBinaryContent(damagedContent.toArray());
            assertThat(to.getFileName().toString()).endsWith(".quarantined");
            assertThat(Path.of(result(verify.json(), "cut.safetensors")
                            .at("quarantine")
                            .text()
                            .orElseThrow()))
                    .hasBinaryContent(OWN.slice(0, 200).toArray());
            assertThat(file).doesNotExist();
        }
        try (var files = Files.walk(shelf.models().resolve("loras/" + Quarantine.FOLDER))) {
            assertThat(files.filter(file -> file.toString().endsWith(".quarantined")))
                    .hasSize(4);
        }
        assertThat(shelf.scan().at("files").integer()).contains(1L);
        assertThat(Shelf.names(shelf.list())).containsExactly("sound.safetensors");
        assertThat(shelf.run("verify", "--offline", "--fix").code()).isZero();
    }

    @Test
    void leavesAloneWhatSomebodyHasWrittenOnPurpose() throws IOException {
        var file = shelf.put("loras/a.safetensors", OWN);
        shelf.scan();
        Files.write(file, Safetensors.sdxlLora("a newer one", 2).toArray());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
        var verify = shelf.run("verify", "--offline", "--fix");
        assertThat(verify.code()).isEqualTo(8);
        assertThat(result(verify.json(), "a.safetensors").at("result").text()).contains("changed");
        assertThat(file).exists();
        shelf.scan();
        assertThat(shelf.run("verify", "--offline").code()).isZero();
    }

    @Test
    void verifiesOnlyWhatIsNamed() throws IOException {
        replaceInSecret(shelf.put("loras/a.safetensors", OWN), OWN);
        var file = shelf.put("loras/b.safetensors", KNOWN);
        shelf.scan();
        replaceInSecret(file, KNOWN.flipped(KNOWN.size() - 1));
        assertThat(shelf.run(
                                "verify",
                                "--offline",
                                shelf.models().resolve("loras/a.safetensors").toString())
                        .code())
                .isZero();
        assertThat(shelf.run("verify", "--offline", shelf.models().toString()).code())
                .isEqualTo(8);
    }

    @Test
    void namesFilesByTheirHash() throws IOException {
        shelf.put("loras/whatever.safetensors", KNOWN);
        shelf.put("loras/own.safetensors", OWN);
        shelf.put("loras/cut.safetensors", OWN.slice(0, 200));
        shelf.scan();
        var identify = shelf.run("identify");
        assertThat(identify.code()).isZero();
        assertThat(identify.json().at("named").integer()).contains(1L);
        assertThat(identify.json().at("unknown").integer()).contains(1L);
        var list = shelf.list();
        var site = Shelf.file(list, "whatever.safetensors").at("site");
        assertThat(site.at("modelName").text()).contains("Evening Light | Pony");
        assertThat(site.at("versionId").integer()).contains(712345L);
        assertThat(Shelf.file(list, "own.safetensors").at("site").at("known").bool())
                .contains(false);
        assertThat(Shelf.file(list, "cut.safetensors").has("site")).isFalse();
        assertThat(Shelf.names(shelf.list("--base", "pony"))).containsExactly("whatever.safetensors");
        var asked = replica.requests().size();
        assertThat(shelf.run("identify").code()).isZero();
        assertThat(replica.requests()).as("nothing is asked twice").hasSize(asked);
    }

    @Test
    void believesNoAnswerThatDoesNotHoldTheHash() {
        replica.faults().on(Fault.BY_HASH_ABSENT);
        shelf.put("loras/whatever.safetensors", KNOWN);
        shelf.scan();
        assertThat(shelf.run("identify").json().at("named").integer()).contains(0L);
        assertThat(Shelf.file(shelf.list(), "whatever.safetensors")
                        .at("site")
                        .at("known")
                        .bool())
                .contains(false);
    }

    @Test
    void asksTheSiteWhenVerifyingUnlessOffline() {
        shelf.put("loras/whatever.safetensors", KNOWN);
        shelf.scan();
        assertThat(shelf.run("verify", "--offline").code()).isZero();
        assertThat(replica.requests()).isEmpty();
        var verify = shelf.run("verify");
        assertThat(verify.code()).isZero();
        assertThat(result(verify.json(), "whatever.safetensors")
                        .at("site")
                        .at("modelName")
                        .text())
                .contains("Evening Light | Pony");
    }

    @Test
    void saysThatTheSiteDidNotAnswer() {
        shelf.put("loras/whatever.safetensors", KNOWN);
        shelf.scan();
        program.with("ASSAY_CIVITAI_URL", "http://127.0.0.1:9");
        var identify = shelf.run("identify");
        assertThat(identify.code()).isEqualTo(9);
        assertThat(identify.json().at("unanswered").integer()).contains(1L);
        assertThat(Shelf.find(shelf.list(), "whatever.safetensors").map(file -> file.has("site")))
                .isEqualTo(Optional.of(false));
    }
}
