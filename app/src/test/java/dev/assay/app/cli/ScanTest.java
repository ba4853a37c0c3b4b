package dev.assay.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What workflows need, as the user of {@code assay scan} sees it. */
class ScanTest {

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

    private static String loader(String type, String name, String more) {
        return "{\"id\":1,\"type\":\"" + type + "\",\"mode\":0,\"widgets_values\":[\"" + name.replace("\\", "\\\\")
                + "\"]" + more + "}";
    }

    private static String canvas(String... nodes) {
        return "{\"nodes\":[" + String.join(",", nodes) + "],\"links\":[],\"version\":0.4}";
    }

    private static String lora(String name) {
        return canvas(loader("LoraLoaderModelOnly", name, ""));
    }

    private static String noted(String name, Bytes content, String url) {
        return canvas(loader(
                "LoraLoaderModelOnly",
                name,
                ",\"properties\":{\"models\":[{\"name\":\"" + name + "\",\"url\":\"" + url
                        + "\",\"directory\":\"loras\",\"hash\":\"" + Shelf.hash(content, "SHA256")
                        + "\",\"hash_type\":\"SHA256\"}]}"));
    }

    private void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Json scan(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("scan", "--json"));
        arguments.addAll(List.of(more));
        return program.run(arguments.toArray(String[]::new)).json();
    }

    private static String state(Json document) {
        return document.at("files").at(0).at("models").at(0).at("state").text().orElse("");
    }

    private static long code(Json document) {
        return document.at("exitCode").integer().orElseThrow();
    }

    @Test
    void findsAModelWhereTheWorkflowSaysItIs() {
        shelf.put("loras/light.safetensors", LORA);
        write("w.json", lora("light.safetensors"));
        var document = scan("w.json");
        assertThat(state(document)).isEqualTo("there");
        assertThat(code(document)).isZero();
    }

    @Test
    void endsWithSevenOnlyWhereSomethingIsMissing() {
        write("w.json", lora("light.safetensors"));
        assertThat(state(scan("w.json"))).isEqualTo("missing");
        assertThat(program.run("scan", "w.json").code()).isEqualTo(7);
        write("off.json", lora("light.safetensors").replace("\"mode\":0", "\"mode\":4"));
        var off = program.run("scan", "off.json");
        assertThat(off.code()).isZero();
        assertThat(off.out()).contains("only muted or bypassed nodes");
    }

    @Test
    void missesAModelWhoseNameNoFileCanHave() {
        write("nul.json", canvas(loader("VAELoader", "MARK", "").replace("MARK", "\\u0000")));
        var run = program.run("scan", "nul.json");
        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out()).contains("missing").doesNotContain("defect");
    }

    @Test
    void readsTheOtherSystemsSlashes() {
        shelf.put("loras/xl/light.safetensors", LORA);
        write("w.json", lora("xl\\light.safetensors"));
        var document = scan("w.json");
        assertThat(state(document)).isEqualTo("other-slash");
        assertThat(code(document)).isZero();
    }

    @Test
    void findsTheSameContentUnderAnotherName() {
        shelf.put("loras/mine/renamed.safetensors", LORA);
        shelf.scan();
        write("w.json", noted("light.safetensors", LORA, ""));
        var model = scan("w.json").at("files").at(0).at("models").at(0);
        assertThat(model.at("state").text()).contains("elsewhere");
        assertThat(model.at("provenBy").text()).contains("content");
        assertThat(model.at("listed").text())
                .contains(Path.of("mine", "renamed.safetensors").toString());
    }

    @Test
    void doesNotTakeAFileOfTheRightNameForTheModelWhoseHashIsNoted() {
        var wrong = shelf.put("loras/light.safetensors", Safetensors.sdxlLora("another", 1));
        shelf.scan();
        write("w.json", noted("light.safetensors", LORA, ""));
        var document = scan("w.json", "--offline");
        assertThat(state(document)).isEqualTo("other-content");
        assertThat(code(document)).isEqualTo(7);
        assertThat(wrong).exists();
    }

    @Test
    void findsTheExactNameElsewhereAndChoosesNoneOfSeveral() {
        shelf.put("loras/a/light.safetensors", LORA);
        write("w.json", lora("light.safetensors"));
        assertThat(state(scan("w.json"))).isEqualTo("elsewhere");
        shelf.put("loras/b/light.safetensors", Safetensors.sdxlLora("another", 1));
        var document = scan("w.json");
        assertThat(state(document)).isEqualTo("ambiguous");
        assertThat(code(document)).isEqualTo(7);
    }

    @Test
    void showsNamesThatLookAlikeAndChoosesNone() {
        shelf.put("loras/light_v2.safetensors", LORA);
        write("w.json", lora("light.safetensors"));
        var document = scan("w.json");
        assertThat(state(document)).isEqualTo("missing");
        assertThat(document.at("files")
                        .at(0)
                        .at("models")
                        .at(0)
                        .at("candidates")
                        .items())
                .hasSize(1);
        assertThat(code(document)).isEqualTo(7);
    }

    @Test
    void callsNoSmallOrEmptyEmbeddingBroken() throws IOException {
        shelf.put("embeddings/tiny.pt", Bytes.utf8("x"));
        Files.createFile(shelf.models().resolve("embeddings/empty.safetensors"));
        write("w.json", canvas(loader("CLIPTextEncode", "embedding:tiny, (embedding:empty:1.2)", "")));
        var ended = program.run("scan", "w.json");
        assertThat(ended.code()).isZero();
        assertThat(ended.printed()).doesNotContain("broken").doesNotContain("damaged");
    }

    @Test
    void tellsPeopleTheLicenceAndWithWhatAWorkflowWasSaved() {
        write(
                "w.json",
                noted("light.safetensors", LORA, "")
                        .replace("\"properties\":{", "\"properties\":{\"cnr_id\":\"comfy-core\",\"ver\":\"0.3.40\",")
                        .replace("\"version\":0.4", "\"version\":0.4,\"extra\":{\"frontendVersion\":\"1.24.1\"}"));
        assertThat(program.run("scan", "w.json").out())
                .contains("licence: ", "saved with ComfyUI 0.3.40, front end 1.24.1");
    }

    @Test
    void asksForWhatIsIdentifiedOnceAndForNamesNever() {
        write("a.json", noted("light.safetensors", LORA, ""));
        write("b.json", noted("light.safetensors", LORA, "https://example.invalid/light"));
        write("c.json", lora("other.safetensors"));
        var document = scan("a.json", "b.json", "c.json");
        var offers = document.at("models").items().stream()
                .map(model -> model.at("offer").at("kind").text().orElse(""))
                .toList();
        assertThat(offers).containsExactly("file", "only-named");
        assertThat(document.at("models").at(0).at("offer").at("versionId").integer())
                .contains(712345L);
        assertThat(replica.requests().stream().map(Object::toString)).noneMatch(line -> line.contains("other"));
    }

    private static final String AIR = "urn:air:sdxl:lora:civitai:645321@712345";

    private long questions() {
        return replica.requests().stream()
                .map(Object::toString)
                .filter(line -> line.contains("712345"))
                .count();
    }

    @Test
    void findsWhatAnAirStandsForUnderWhateverNameAndAsksForItOnce() {
        write("a.json", lora(AIR));
        write("b.json", lora(AIR));
        var missing = scan("a.json", "b.json");
        assertThat(state(missing)).isEqualTo("missing");
        assertThat(missing.at("models").at(0).at("offer").at("kind").text()).contains("file");
        shelf.put("loras/mine/whatever.safetensors", LORA);
        shelf.put("loras/evening_light_pony.safetensors", Safetensors.sdxlLora("evening_light_pony", 712346));
        var before = questions();
        var found = scan("a.json", "b.json");
        assertThat(state(found)).isEqualTo("there");
        assertThat(found.at("models").at(0).at("path").text().orElse("")).endsWith("whatever.safetensors");
        assertThat(code(found)).isZero();
        assertThat(questions() - before).isEqualTo(1);
        assertThat(state(scan("a.json", "--offline"))).isEqualTo("there");
        assertThat(questions() - before).isEqualTo(1);
    }

    @Test
    void getsWhatAnAirStandsForAndSeesIt() {
        write("a.json", lora(AIR));
        var ended = program.run("scan", "a.json", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly("loras/evening_light_pony.safetensors");
        assertThat(program.run("scan", "a.json").code()).isZero();
    }

    @Test
    void doesNotAskForEachAirOfASiteThatDoesNotAnswer() {
        write("a.json", lora(AIR));
        write("b.json", lora(AIR.replace("712345", "290640")));
        replica.faults().on(Fault.RETRY_AFTER_LONG);
        var document = scan("a.json", "b.json");
        assertThat(code(document)).isEqualTo(7);
        assertThat(document.at("models").items())
                .allMatch(
                        model -> model.at("offer").at("kind").text().orElse("").equals("none"));
        assertThat(replica.requests().stream().map(Object::toString)).noneMatch(line -> line.contains("290640"));
    }

    @Test
    void asksNobodyOffline() {
        write("w.json", noted("light.safetensors", LORA, "https://example.invalid/light"));
        var document = scan("w.json", "--offline");
        assertThat(document.at("models").at(0).at("offer").at("kind").text()).contains("address");
        assertThat(replica.requests()).isEmpty();
    }

    @Test
    void tellsTheNeedsWithoutAComfyFolderAndSaysThatNobodyLooked() {
        write("w.json", lora("light.safetensors"));
        program.without("COMFYUI_ROOT");
        var document = scan("w.json", "--offline", "--comfy", "nowhere");
        assertThat(state(document)).isEqualTo("not-looked-for");
        assertThat(code(document)).isEqualTo(2);
        assertThat(document.at("unknown").scalar()).contains("1");
        assertThat(program.run("scan", "w.json", "--comfy", "nowhere", "--junit", "tests.xml")
                        .out())
                .contains("--comfy DIR", "1 workflow: 0 with all they need, 0 lack something, 1 not known")
                .contains("w.json  needs what was not looked for")
                .doesNotContain("has all it needs");
        assertThat(folder.resolve("tests.xml")).content().contains("skipped=\"1\"", "<skipped message=");
    }

    @Test
    void saysWhichArchivesItDoesNotOpen() throws IOException {
        Files.write(folder.resolve("w.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4, 1, 2});
        Files.write(folder.resolve("w.rar"), "Rar!\u001a\u0007\u0001\u0000more".getBytes(StandardCharsets.ISO_8859_1));
        var ended = program.run("scan", "w.7z", "w.rar");
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.out()).contains("packed with 7z", "packed with RAR", "only zip files are opened");
    }

    @Test
    void saysWhereTextIsCutShortInPlainWords() {
        write("w.json", "{\"nodes\":[");
        assertThat(program.run("scan", "w.json").out()).contains("cut short").doesNotContain("Source", "REDACTED");
    }

    @Test
    void looksIntoImagesAndArchivesAndPastWhatIsBroken() throws IOException {
        Files.createDirectories(folder.resolve("all/deep"));
        Files.write(
                folder.resolve("all/deep/picture.png"),
                Png.landscape(64, 48, Map.of("workflow", lora("a.safetensors")), 1)
                        .toArray());
        write("all/broken.json", "{\"nodes\":[{\"id\":1,");
        write("all/settings.json", "{\"theme\":\"dark\"}");
        var inner = zip(Map.of("../../up.json", lora("b.safetensors").getBytes(StandardCharsets.UTF_8)));
        Files.write(folder.resolve("all/more.zip"), zip(Map.of("inner.zip", inner, "x/notes.txt", new byte[10])));
        Files.createSymbolicLink(folder.resolve("all/deep/round"), folder.resolve("all"));
        var document = scan("all");
        assertThat(document.at("workflows").integer()).contains(2L);
        assertThat(document.at("unread").integer()).contains(1L);
        assertThat(document.at("notWorkflows").integer()).contains(1L);
        assertThat(document.at("models").items().stream()
                        .map(model -> model.at("name").text().orElse("")))
                .containsExactlyInAnyOrder("a.safetensors", "b.safetensors");
        assertThat(folder.resolve("up.json")).doesNotExist();
        assertThat(folder.resolve("../up.json")).doesNotExist();
    }

    @Test
    void saysThatAnArchiveThatWasNamedHoldsNoWorkflow() throws IOException {
        Files.write(folder.resolve("a.zip"), zip(Map.of("notes.txt", new byte[10], "settings.json", new byte[] {'{', '}'
        })));
        assertThat(program.run("scan", "a.zip").code()).isEqualTo(2);
        assertThat(program.run("scan", ".").code()).isZero();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void findsPacksInTheFolderOrInWhatAServerSaid() {
        write("w.json", canvas("{\"id\":1,\"type\":\"Seed (rgthree)\"}", "{\"id\":2,\"type\":\"OddOne\"}"));
        assertThat(packs(scan("w.json"))).containsExactly("missing", "missing");
        write("ComfyUI/custom_nodes/RGThree-Comfy/__init__.py", "");
        write("ComfyUI/custom_nodes/odd/nodes.py", "NODE_CLASS_MAPPINGS = {\"OddOne\": OddOne}");
        assertThat(packs(scan("w.json"))).containsExactly("there", "there");
        write("info.json", "{\"OddOne\":{\"input\":{\"required\":{}},\"python_module\":\"custom_nodes.odd\"}}");
        assertThat(packs(scan("w.json", "--object-info", "info.json"))).containsExactly("missing", "there");
        assertThat(program.run("scan", "w.json", "--only-models").code()).isZero();
    }

    private static List<String> packs(Json document) {
        return document.at("files").at(0).at("packs").items().stream()
                .map(pack -> pack.at("state").text().orElse(""))
                .toList();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesReportsThatOthersMayReadAsAnyOtherFile() throws IOException {
        write("w.json", lora("light.safetensors"));
        program.run("scan", "w.json", "--offline", "--junit", "a.xml", "--html", "a.html", "--plan", "a.json");
        program.run("scan", "w.json", "--offline", "--junit", "a.xml");
        var usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        for (var name : List.of("a.xml", "a.html", "a.json")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(usual);
        }
        try (var all = Files.list(folder)) {
            assertThat(all.map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void writesReportsInWhichNothingFromOutsideIsAlive() throws IOException {
        write("<img src=x>.json", lora("\\u001b]0;x<script>alert(1)</script>&.safetensors".replace("\\\\", "\\")));
        shelf.put("loras/unused.safetensors", LORA);
        program.run("scan", ".", "--offline", "--junit", "needs.xml", "--html", "needs.html");
        var html = Files.readString(folder.resolve("needs.html"));
        assertThat(html)
                .contains("Content-Security-Policy", "default-src 'none'", "unused.safetensors")
                .doesNotContain("<script>alert", "<img")
                .containsOnlyOnce("<script>");
        var xml = Files.readString(folder.resolve("needs.xml"));
        assertThat(xml).contains("tests=\"1\" failures=\"1\"").doesNotContain("<script>", "\u001b");
        assertThat(program.run("scan", ".", "--offline", "--html", "needs.html").code())
                .isEqualTo(7);
        write("own.html", "mine");
        assertThat(program.run("scan", ".", "--offline", "--html", "own.html").code())
                .isEqualTo(10);
        assertThat(folder.resolve("own.html")).hasContent("mine");
    }

    @Test
    void saysWhichReportCannotBeWrittenAndWhy() {
        write("w.json", lora("light.safetensors"));
        for (var option : List.of("--html", "--junit", "--plan")) {
            var ended = program.run("scan", "w.json", option, "nowhere/out");
            assertThat(ended.code()).isEqualTo(10);
            assertThat(ended.err()).contains("nowhere/out\" cannot be written: there is no such", "Name a file");
        }
    }

    /** As macOS writes it, and as others do: no loader takes the one for the other, but a person should be told. */
    @Test
    void showsANameThatDiffersOnlyInHowAnAccentIsWritten() {
        shelf.put("loras/cafe\u0301 one.safetensors", LORA);
        write("w.json", lora("caf\u00e9 one.safetensors"));
        var document = scan("w.json");
        assertThat(state(document)).isEqualTo("missing");
        assertThat(document.at("files")
                        .at(0)
                        .at("models")
                        .at(0)
                        .at("candidates")
                        .items())
                .hasSize(1);
    }

    /** What a full disk or a moved folder leaves of a workflow is not nothing. */
    @Test
    void tellsOfEmptyFilesAndOfLinksToNothing() throws IOException {
        write("all/w.json", lora("light.safetensors"));
        write("all/empty.json", "");
        Files.createSymbolicLink(folder.resolve("all/gone.json"), folder.resolve("nowhere.json"));
        shelf.put("loras/light.safetensors", LORA);
        var ended = program.run("scan", "all");
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.out()).contains("all/empty.json: It is empty", "all/gone.json: It is a link to nothing");
        assertThat(ended.out()).contains("1 workflow: 1 with all they need", "2 could not be read");
    }
}
