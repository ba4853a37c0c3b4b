package dev.assay.core.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiskWordsTest {

    @Test
    void saysWhatHappenedAndNotOnlyWhere() {
        for (var trouble : List.of(
                new AccessDeniedException("/a/b"),
                new NoSuchFileException("/a/b"),
                new FileAlreadyExistsException("/a/b"),
                new FileSystemException("/a/b"),
                new IOException((String) null))) {
            assertThat(DiskWords.of(trouble)).isNotBlank().doesNotContain("/a/b");
        }
    }

    @Test
    void keepsTheSystemsOwnReason() {
        assertThat(DiskWords.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("no space left on device");
        assertThat(DiskWords.of(new IOException("No space left on device"))).isEqualTo("no space left on device");
    }
}
