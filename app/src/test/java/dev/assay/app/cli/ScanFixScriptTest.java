package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.HubFiles;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The plan as a shell script, which a machine without Assay runs. */
@DisabledOnOs(OS.WINDOWS)
class ScanFixScriptTest {

    private static final Bytes LORA = Safetensors.sdxlLora("evening_light_pony", 712345);
    private static final byte[] CONTENT = LORA.toArray();
    private static final String WANTED = "loras/sub/wanted.safetensors";

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

    /** Of a workflow with a loader of that class, and with what its author noted. */
    private String planned(String type, String name, String noted, String... more) throws IOException {
        Files.writeString(
                folder.resolve("w.json"),
                "{\"nodes\":[{\"id\":1,\"type\":\"" + type + "\",\"widgets_values\":[\"" + name
                        + "\",1],\"properties\":{\"models\":[{\"name\":\"" + name + "\"," + noted
                        + "}]}}],\"links\":[]}");
        Files.deleteIfExists(folder.resolve("fetch.sh"));
        var ended = program.run(Stream.concat(Stream.of("scan", "w.json", "--plan", "fetch.sh"), Stream.of(more))
                .toArray(String[]::new));
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        return Files.readString(folder.resolve("fetch.sh"));
    }

    private String planned(String name) throws IOException {
        return planned(
                "LoraLoaderModelOnly",
                name,
                "\"url\":\"https://civitai.com/api/download/models/712345\",\"hash\":\"" + Shelf.hash(LORA, "SHA256")
                        + "\"");
    }

    private Path part() {
        return shelf.models().resolve("loras/sub/." + Shelf.hash(LORA, "SHA256").toLowerCase(Locale.ROOT) + ".part");
    }

    private static void needsCurl() {
        var curl =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "curl")));
        Assumptions.assumeTrue(curl, "there is no curl");
    }

    private int sh(String... settings) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of("/bin/sh", "fetch.sh")).directory(folder.toFile());
        builder.environment().put("COMFYUI_ROOT", program.comfy().toString());
        builder.environment().put("CIVITAI_API_KEY", IncidentWorld.KEY);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        for (var setting : settings) {
            var named = setting.split("=", 2);
            builder.environment().put(named[0], named[1]);
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    @Test
    void containsNamesThatAreOnlyNames() throws IOException, InterruptedException {
        planned("it's $(touch pwned) `x`.safetensors");
        // Plays curl: the file that it would fetch lies beside.
        Files.write(folder.resolve("body"), CONTENT);
        Files.createDirectories(folder.resolve("bin"));
        var curl = folder.resolve("bin/curl");
        Files.writeString(
                curl,
                "#!/bin/sh\necho \"$@\" >> '" + folder + "/told'\n"
                        + "while [ $# -gt 1 ]; do if [ \"$1\" = -o ]; then cp '" + folder
                        + "/body' \"$2\"; fi; shift; done\n",
                StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(sh()).isZero();
        assertThat(program.models()).containsExactly("loras/it's $(touch pwned) `x`.safetensors");
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(Files.readString(folder.resolve("told"))).doesNotContain(IncidentWorld.KEY);
        Files.delete(shelf.models().resolve("loras/it's $(touch pwned) `x`.safetensors"));
        Files.write(folder.resolve("body"), new byte[] {1});
        assertThat(sh()).isEqualTo(1);
        assertThat(program.models()).isEmpty();
    }

    /** With the real curl, and after runs that were killed at any point. */
    @Test
    void fetchesAndGoesOnWhereItWasKilled() throws IOException, InterruptedException {
        needsCurl();
        planned("sub/wanted.safetensors");
        var target = shelf.models().resolve(WANTED);
        for (var left : List.of(
                new byte[0],
                Arrays.copyOf(CONTENT, CONTENT.length / 2),
                CONTENT,
                Arrays.copyOf(CONTENT, CONTENT.length + 10),
                new byte[CONTENT.length / 2])) {
            Files.deleteIfExists(target);
            Files.createDirectories(part().getParent());
            Files.write(part(), left);
            assertThat(sh()).as(left.length + " bytes left: " + said()).isZero();
            assertThat(Files.readAllBytes(target)).isEqualTo(CONTENT);
            assertThat(program.models()).containsExactly(WANTED);
        }
        assertThat(sh()).isZero();
        Files.write(target, new byte[] {1});
        assertThat(sh()).isEqualTo(1);
        assertThat(Files.readAllBytes(target)).isEqualTo(new byte[] {1});
        assertThat(program.run("scan", "w.json").code()).isZero();
        assertThat(replica.leaks()).isEmpty();
    }

    @Test
    void keepsWhatHasArrivedWhateverFails() throws IOException, InterruptedException {
        needsCurl();
        planned("sub/wanted.safetensors");
        replica.faults().on(FaultOrder.of(Fault.CUT_CONNECTION_AT).value(40000).times(1));
        assertThat(sh()).as(said()).isZero();
        assertThat(replica.requests().stream().flatMap(request -> request.header("Range").stream()))
                .contains("bytes=40000-");
        Files.delete(shelf.models().resolve(WANTED));
        Files.write(part(), Arrays.copyOf(CONTENT, 40000));
        replica.faults().on(Fault.EARLY_ACCESS_403);
        assertThat(sh()).isEqualTo(1);
        assertThat(said()).contains("not fetched: ").contains("wanted.safetensors");
        assertThat(part()).hasSize(40000);
    }

    /** A browser or another downloader may be in the middle of something beside it. */
    @Test
    void takesNobodyElsesFileForItsPart() throws IOException, InterruptedException {
        needsCurl();
        planned("sub/wanted.safetensors");
        var theirs =
                Files.createDirectories(shelf.models().resolve("loras/sub")).resolve("wanted.safetensors.part");
        Files.writeString(theirs, "theirs");
        assertThat(sh()).as(said()).isZero();
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void replacesNoLinkThatLeadsNowhere() throws IOException, InterruptedException {
        needsCurl();
        planned("sub/wanted.safetensors");
        var link = Files.createDirectories(shelf.models().resolve("loras/sub")).resolve("wanted.safetensors");
        Files.createSymbolicLink(link, Path.of("/mnt/not mounted/wanted.safetensors"));
        assertThat(sh()).isEqualTo(1);
        assertThat(link).isSymbolicLink();
        assertThat(said()).doesNotContain("fetched: " + link + "\n\n").contains("is not replaced");
    }

    @Test
    void saysWhatItLacksBeforeItDoesAnything() throws IOException, InterruptedException {
        planned("sub/wanted.safetensors");
        assertThat(sh("COMFYUI_ROOT=" + folder.resolve("typo"))).isEqualTo(1);
        assertThat(folder.resolve("typo")).doesNotExist();
        assertThat(said()).contains("typo");
        assertThat(sh("PATH=" + folder.resolve("bin"))).isEqualTo(1);
        assertThat(said()).contains("curl");
        assertThat(program.models()).isEmpty();
    }

    /** One would overwrite the other's part, even behind its check. */
    @Test
    void leavesToAnotherRunWhatThatIsFetching() throws IOException, InterruptedException {
        needsCurl();
        planned("sub/wanted.safetensors");
        Files.createDirectories(part().getParent());
        var lock = Path.of(part().toString().replaceFirst("part$", "lock"));
        Files.writeString(lock, ProcessHandle.current().pid() + "\n");
        assertThat(sh()).isEqualTo(1);
        assertThat(lock).exists();
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock, dead.pid() + "\n");
        assertThat(sh()).as(said()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void fetchesTheVeryFileOfAVersionThatHasSeveral() throws IOException, InterruptedException {
        needsCurl();
        planned("VAELoader", "mine.safetensors", "\"url\":\"https://civitai.com/api/download/models/290640?type=VAE\"");
        assertThat(sh()).as(said()).isZero();
        assertThat(program.models()).containsExactly("vae/mine.safetensors");
    }

    /** Set in place of Hugging Face, and with that key, which the site is not sent. */
    @Test
    void fetchesFromWhatStandsForHuggingFace() throws IOException, InterruptedException {
        needsCurl();
        var script =
                planned("UNETLoader", "g.safetensors", "\"url\":\"https://huggingface.co/" + HubFiles.GATED + "\"");
        assertThat(script).contains(replica.hub().toString()).doesNotContain("huggingface.co/");
        assertThat(sh()).isEqualTo(1);
        assertThat(sh("HF_TOKEN=" + IncidentWorld.KEY)).as(said()).isZero();
        assertThat(program.models()).containsExactly("diffusion_models/g.safetensors");
    }

    /** What was not asked is known by the author's address alone, which is that of a page. */
    @Test
    void fetchesTheFileOfWhichAnAuthorNamesThePage() throws IOException, InterruptedException {
        needsCurl();
        for (var url : List.of(
                "https://civitai.com/models/645321?modelVersionId=712345",
                "https://civitai.com/models/645321/evening-light?modelVersionId=712345")) {
            planned(
                    "LoraLoaderModelOnly",
                    "sub/wanted.safetensors",
                    "\"url\":\"" + url + "\",\"hash\":\"" + Shelf.hash(LORA, "SHA256") + "\"",
                    "--offline");
            assertThat(sh()).as(said()).isZero();
            assertThat(program.models()).containsExactly(WANTED);
            Files.delete(shelf.models().resolve(WANTED));
        }
    }

    @Test
    void leavesOutWhatMayRunCode() throws IOException {
        var url = "\"url\":\"https://civitai.com/api/download/models/";
        assertThat(planned("CheckpointLoaderSimple", "old.ckpt", url + QuirkyModels.PICKLE + "\""))
                .doesNotContain("\nfetch ")
                .contains("--allow-pickle");
        assertThat(planned("CheckpointLoaderSimple", "old.ckpt", url + QuirkyModels.PICKLE + "\"", "--allow-pickle"))
                .contains("\nfetch ");
        assertThat(planned(
                        "CheckpointLoaderSimple", "danger.ckpt", url + QuirkyModels.DANGEROUS + "\"", "--allow-pickle"))
                .doesNotContain("\nfetch ")
                .contains("dangerous");
    }
}
