package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a workflow may be written, and what is never replaced by it. */
class WorkflowTargetTest {

    private static final World WORLD = IncidentWorld.world();

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(WORLD);
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void replacesNoFolderWhateverIsSaid() throws IOException {
        Files.createDirectory(folder.resolve("there"));
        for (var force : new String[][] {{}, {"--force"}}) {
            var ended = write("there", force);
            assertThat(ended.code()).isEqualTo(10);
            assertThat(ended.out()).contains("That is a folder.").doesNotContain("Exception");
        }
        assertThat(folder.resolve("there")).isEmptyDirectory();
    }

    /** A device is what one may meet instead, such as {@code /dev/stdout}: replaced, it would be gone for everybody. */
    @Test
    void replacesNothingButFiles() throws IOException {
        Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));
        var ended = write("device", "--force");
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.out()).contains("no regular file");
        assertThat(folder.resolve("device")).isSymbolicLink();
    }

    @Test
    void writesIntoTheFileBehindALink() throws IOException {
        var real = Files.writeString(folder.resolve("real.json"), "mine");
        var link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        assertThat(write("link.json").code()).isEqualTo(10);
        assertThat(real).hasContent("mine");
        assertThat(write("link.json", "--force").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("1716271426");
    }

    @Test
    void saysBeforehandThatAFileIsInTheWayOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        var ended = program.run("make", "96712457", "--yes", "-o", "file/workflow.json");
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.out()).contains("is no folder").doesNotContain("Exception");
        assertThat(program.models()).isEmpty();
    }

    @Test
    void saysThatAFileIsInTheWayOfComfysOwnFolder() throws IOException {
        Files.createDirectories(program.comfy().resolve("user/default"));
        Files.writeString(program.comfy().resolve("user/default/workflows"), "mine");
        var ended = program.run("make", "96712457", "--yes");
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.out()).contains("in the way").doesNotContain("Exception", "too many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "", "a\u0000b"})
    void refusesWhatNamesNoFile(String name) {
        var ended = write(name);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("-o");
        assertThat(folder.resolve("-")).doesNotExist();
    }

    private Program.Ended write(String target, String... more) {
        var arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"make", "96712457", "--no-download", "-o", target}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return program.run(arguments);
    }
}
