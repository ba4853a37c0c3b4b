package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void takesNobodysName() throws IOException {
        var file = Files.writeString(folder.resolve("w.json"), "somebody's");
        assertThatThrownBy(() -> WholeFile.create(file, "ours".getBytes(UTF_8)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(file).hasContent("somebody's");
    }

    @Test
    void leavesTheFileAndNothingElse() throws IOException {
        WholeFile.create(folder.resolve("new.json"), "ours".getBytes(UTF_8));
        WholeFile.replace(folder.resolve("new.json"), "theirs".getBytes(UTF_8));
        assertThat(folder.resolve("new.json")).hasContent("theirs");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isAsReadableAsAnyOtherFile() throws IOException {
        var usual = Files.writeString(folder.resolve("usual"), "");
        var ours = folder.resolve("ours");
        WholeFile.create(ours, new byte[] {1});
        assertThat(Files.getPosixFilePermissions(ours)).isEqualTo(Files.getPosixFilePermissions(usual));
    }
}
