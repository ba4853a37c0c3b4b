package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.wire.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Making workflows run: a plan, agreement, and then no more than the plan. */
class ScanFixTest {

    private static final Bytes LORA = Safetensors.sdxlLora("evening_light_pony", 712345);

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY).with("COMFYUI_URL", "http://127.0.0.1:9");
        shelf = new Shelf(program);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    private static String workflow(String name, String more) {
        return "{\"nodes\": [\r\n {\"id\":1, \"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\""
                + name.replace("\\", "\\\\") + "\" , 1.00]" + more + "}],\"links\":[],\"odd\": 1e2 }\n";
    }

    private static String noted(String name) {
        return workflow(
                name,
                ",\"properties\":{\"models\":[{\"name\":\"" + name
                        + "\",\"url\":\"https://civitai.com/api/download/models/712345\",\"directory\":\"loras\","
                        + "\"hash\":\"" + Shelf.hash(LORA, "SHA256") + "\",\"hash_type\":\"SHA256\"}]}");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void fetchesWhatIsIdentifiedUnderTheNameThatTheWorkflowHas() throws IOException {
        var before = noted("sub/wanted.safetensors");
        var file = write("w.json", before);
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/sub/wanted.safetensors");
        assertThat(Files.readAllBytes(shelf.models().resolve("loras/sub/wanted.safetensors")))
                .isEqualTo(LORA.toArray());
        assertThat(file).hasContent(before);
        assertThat(folder.resolve("w.fixed.json")).doesNotExist();
    }

    /** The look for offers, the plan and what carries it out are one run. */
    @Test
    void asksTheSiteNothingTwice() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        assertThat(program.run("scan", "w.json", "--fix", "--yes").code()).isZero();
        assertThat(replica.requests().stream()
                        .map(RecordedRequest::target)
                        .filter(target -> target.startsWith("/api/v1/")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesRoomForOthersOnTheLine() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        assertThat(program.run("scan", "w.json", "--fix", "-y", "--limit-rate", "much")
                        .code())
                .isEqualTo(2);
        var ended = program.run("scan", "w.json", "--fix", "-y", "--limit-rate", "10M");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.run("lock", "w.json", "-o", "w.lock.json").code()).isZero();
        Files.delete(shelf.models().resolve("loras/wanted.safetensors"));
        assertThat(program.run("sync", "w.lock.json", "-y", "--limit-rate", "10M")
                        .code())
                .isZero();
        assertThat(program.models()).containsExactly("loras/wanted.safetensors");
    }

    @Test
    void givesTheWantedNameToTheSameContentAndTakesNoneAway() throws IOException {
        shelf.put("loras/mine.safetensors", LORA);
        write("w.json", noted("wanted.safetensors"));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/mine.safetensors", "loras/wanted.safetensors");
        assertThat(replica.requests().stream().map(Object::toString)).noneMatch(line -> line.contains("api/download"));
    }

    @Test
    void fetchesWhatAnAddressAloneNames() throws IOException {
        write("w.json", noted("wanted.safetensors").replaceAll("\"hash\":\"[^\"]*\"", "\"hash\":\"\""));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/wanted.safetensors");
    }

    @Test
    void doesNothingUnasked() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        var ended = program.run("scan", "w.json", "--fix");
        assertThat(ended.code()).isEqualTo(11);
        assertThat(program.models()).isEmpty();
    }

    /** Whoever is not there when the question is asked agrees to one plan, and to no other. */
    @Test
    void doesWhatWasAgreedToByItsDigestAndNothingElse() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        var plan = program.run("scan", "w.json", "--fix", "--json");
        assertThat(plan.code()).isEqualTo(11);
        var digest = plan.json().at("fix").at("plan").at("digest").text().orElseThrow();
        write("w.json", noted("other.safetensors"));
        var refused = program.run("scan", "w.json", "--fix", "--confirm", digest, "--json");
        assertThat(refused.code()).as(refused.printed()).isEqualTo(11);
        assertThat(program.models()).isEmpty();
        write("w.json", noted("wanted.safetensors"));
        var done = program.run("scan", "w.json", "--fix", "--confirm", digest, "--json");
        assertThat(done.code()).as(done.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/wanted.safetensors");
        assertThat(program.run("scan", "w.json", "--confirm", digest).code()).isEqualTo(2);
    }

    /** Of a workflow that was changed in a copy, the copy runs; that it does is what is told. */
    @Test
    void tellsOfTheCopyWhetherSomethingIsStillLacking() throws IOException {
        shelf.put("loras/xl/a.safetensors", LORA);
        write("w.json", workflow("a.safetensors", ""));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("Now 0 of 1 workflows lack something");
    }

    @Test
    void changesNamesInACopyAndNoOtherCharacter() throws IOException {
        shelf.put("loras/xl/a.safetensors", LORA);
        var before = workflow("xl\\a.safetensors", "");
        var file = write("w.json", before);
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("w.fixed.json")))
                .isEqualTo(before.replace("xl\\\\a.safetensors", "xl/a.safetensors"));
        assertThat(folder.resolve("w.json.bak")).doesNotExist();
    }

    @Test
    void changesTheWorkflowItselfOnlyWhereThatIsAskedForAndKeepsTheOldOne() throws IOException {
        shelf.put("loras/xl/a.safetensors", LORA);
        var before = workflow("xl\\a.safetensors", "");
        var file = write("w.json", before);
        write("w.json.bak", "somebody's");
        assertThat(program.run("scan", "w.json", "--in-place").code()).isEqualTo(2);
        program.run("scan", "w.json", "--fix", "--yes", "--in-place");
        assertThat(Files.readString(file)).contains("xl/a.safetensors");
        assertThat(folder.resolve("w.json.bak")).hasContent("somebody's");
        assertThat(Files.readString(folder.resolve("w.json.bak-2"))).isEqualTo(before);
    }

    @Test
    void changesWhatALinkLeadsToAndLeavesTheLink() throws IOException {
        shelf.put("loras/xl/a.safetensors", LORA);
        var real = write("real.json", workflow("xl\\a.safetensors", ""));
        var link = Files.createSymbolicLink(folder.resolve("w.json"), real);
        program.run("scan", "w.json", "--fix", "--yes", "--in-place");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("xl/a.safetensors");
    }

    @Test
    void writesWhatIsInsideAPictureOrAnArchiveBesideIt() throws IOException {
        shelf.put("loras/xl/a.safetensors", LORA);
        var text = workflow("xl\\a.safetensors", "");
        var picture =
                Png.landscape(64, 48, java.util.Map.of("workflow", text), 1).toArray();
        var archive =
                Shares.zip(java.util.Map.of("deep/b.json", Bytes.utf8(text))).toArray();
        Files.createDirectories(folder.resolve("all"));
        Files.write(folder.resolve("all/p.png"), picture);
        Files.write(folder.resolve("all/z.zip"), archive);
        program.run("scan", "all", "--plan", "plan.json");
        var ended = program.run("scan", "--fix", "--yes", "--in-place", "--plan-from", "plan.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("a workflow file is written beside it");
        assertThat(Files.readAllBytes(folder.resolve("all/p.png"))).isEqualTo(picture);
        assertThat(Files.readAllBytes(folder.resolve("all/z.zip"))).isEqualTo(archive);
        assertThat(Files.readString(folder.resolve("all/p.fixed.json"))).contains("\"xl/a.safetensors\"");
        assertThat(Files.readString(folder.resolve("all/b.fixed.json")))
                .isEqualTo(text.replace("xl\\\\a.safetensors", "xl/a.safetensors"));
        assertThat(program.run("scan", "all/p.fixed.json", "all/b.fixed.json").code())
                .isZero();
    }

    private static String prompt(String text, String noted) {
        return "{\"nodes\": [{\"id\":1, \"type\":\"CLIPTextEncode\",\"widgets_values\":[\"" + text
                + "\"],\"properties\":{\"models\":[{\"name\":\"" + noted + "\",\"hash\":\"" + Shelf.hash(LORA, "SHA256")
                + "\"}]}}],\"links\":[]}";
    }

    @Test
    void changesTheNameInATagWhereTheSameContentIsHereUnderAnotherOne() throws IOException {
        shelf.put("loras/mine/bright one.safetensors", LORA);
        shelf.scan();
        write("w.json", prompt("hills <lora:light:0.8> light", "light.safetensors"));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(Files.readString(folder.resolve("w.fixed.json")))
                .contains("\"hills <lora:mine/bright one:0.8> light\"");
        assertThat(program.run("scan", "w.fixed.json").code()).isZero();
    }

    @Test
    void saysWhyANameInATextCannotBeChanged() throws IOException {
        shelf.put("embeddings/my worst.safetensors", LORA);
        shelf.scan();
        write("w.json", prompt("embedding:bad, hills", "bad.safetensors"));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.out()).contains("cannot be written in a text");
        assertThat(folder.resolve("w.fixed.json")).doesNotExist();
        shelf.put("embeddings/worst.safetensors", LORA);
        Files.delete(shelf.models().resolve("embeddings/my worst.safetensors"));
        shelf.scan();
        assertThat(program.run("scan", "w.json", "--fix", "--yes").code()).isZero();
        assertThat(Files.readString(folder.resolve("w.fixed.json"))).contains("\"embedding:worst, hills\"");
    }

    @Test
    void neitherMovesNorRenamesNorTakesWhatLooksAlike() throws IOException {
        var wrong = shelf.put("loras/light_v2.safetensors", Safetensors.sdxlLora("another", 1));
        var other = shelf.put("checkpoints/light.safetensors", Safetensors.sdxlLora("another", 2));
        write("w.json", workflow("light.safetensors", ""));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(program.models()).containsExactly("checkpoints/light.safetensors", "loras/light_v2.safetensors");
        assertThat(wrong).exists();
        assertThat(other).exists();
        assertThat(folder.resolve("w.fixed.json")).doesNotExist();
    }

    @Test
    void putsNothingOutsideItsFolder() throws IOException {
        write("w.json", noted("../../../evil.safetensors"));
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out()).contains("evil.safetensors: no file can safely have that name here");
        assertThat(program.models()).isEmpty();
        assertThat(folder.resolve("evil.safetensors")).doesNotExist();
        assertThat(folder.resolve("ComfyUI/evil.safetensors")).doesNotExist();
    }

    @Test
    void keepsNothingOfWhatIsNotWhatWasPromised() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        replica.faults().on(Fault.CORRUPT_FILE);
        var ended = program.run("scan", "w.json", "--fix", "--yes");
        assertThat(ended.code()).isEqualTo(8);
        assertThat(program.models()).isEmpty();
    }

    @Test
    void writesAPlanThatAnotherMachineCarriesOut() throws IOException, MalformedJsonException {
        write("w.json", noted("wanted.safetensors"));
        var planned = program.run("scan", "w.json", "--plan", "plan.json");
        assertThat(planned.code()).isEqualTo(7);
        assertThat(program.models()).isEmpty();
        var plan = Json.parse(Files.readString(folder.resolve("plan.json")));
        assertThat(SchemaCheck.errors(SchemaTest.schema("plan-1"), plan)).isEmpty();
        assertThat(program.run("scan", "w.json", "--plan", "plan.json").code()).isEqualTo(10);
        Files.delete(folder.resolve("w.json"));
        var ended = program.run("scan", "--fix", "--yes", "--plan-from", "plan.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/wanted.safetensors");
    }

    /** A content that cannot be read is none that could be checked. */
    @Test
    void carriesOutNoPlanOfWhichItUnderstandsAPartOnly() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        program.run("scan", "w.json", "--plan", "plan.json");
        var plan = Files.readString(folder.resolve("plan.json"));
        var hash = Shelf.hash(LORA, "SHA256").toLowerCase(java.util.Locale.ROOT);
        for (var other : java.util.List.of(
                plan.replace(hash, hash.substring(1)),
                plan.replace("\"name\"", "\"title\""),
                plan.replace(
                        "\"rewirings\": []",
                        "\"rewirings\": [{\"file\":\"w.json\",\"changes\":[{\"from\":\"a\"}]}]"))) {
            assertThat(other).isNotEqualTo(plan);
            write("other.json", other);
            var ended = program.run("scan", "--fix", "--yes", "--plan-from", "other.json");
            assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
            assertThat(program.models()).isEmpty();
        }
        assertThat(program.run("scan", "--fix", "--yes", "--plan-from", "plan.json")
                        .out())
                .doesNotContain("0 of 0", "0 workflows");
    }

    @Test
    void carriesOutNoPlanThatWasChangedUnlessItsDigestIsTakenOut() throws IOException {
        write("w.json", noted("wanted.safetensors"));
        program.run("scan", "w.json", "--plan", "plan.json");
        var plan = Files.readString(folder.resolve("plan.json"));
        var damaged = write("plan.json", plan.replaceFirst("\"sha256\": \"..", "\"sha256\": \"zz"));
        var ended = program.run("scan", "--fix", "--yes", "--plan-from", "plan.json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
        assertThat(ended.err()).contains("was changed after it was written");
        assertThat(program.models()).isEmpty();
        Files.writeString(
                damaged, plan.replaceFirst("\"digest\": \"[0-9a-f]*\",", "").replace("wanted", "mine"));
        var meant = program.run("scan", "--fix", "--yes", "--plan-from", "plan.json");
        assertThat(meant.code()).as(meant.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/mine.safetensors");
    }

    @Test
    void saysInItsDocumentWhatWasDone() throws IOException, MalformedJsonException {
        shelf.put("loras/xl/a.safetensors", LORA);
        write("w.json", workflow("xl\\a.safetensors", ""));
        write("v.json", noted("wanted.safetensors"));
        var document = program.run("scan", "w.json", "v.json", "--fix", "--yes", "--json")
                .json();
        assertThat(SchemaCheck.errors(SchemaTest.schema("scan-1"), document)).isEmpty();
        assertThat(document.at("fix").at("done").bool()).contains(true);
        assertThat(document.at("fix").at("stillLacking").integer()).contains(0L);
    }
}
