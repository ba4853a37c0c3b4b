package dev.assay.models.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class ReservationTest {

    private static final long BYTES = 8 << 20;

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void takesTheRoomAndLeavesTheFileAsItIs() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("part"), "begun");
        Reservation.take(file, BYTES);
        assertThat(file).hasContent("begun");
        var type = Files.getFileStore(file).type();
        assumeThat(type).as("file systems that are known to do it").isIn("ext4", "xfs", "btrfs");
        assertThat(occupied(file)).isGreaterThanOrEqualTo(BYTES);
    }

    private static long occupied(Path file) throws IOException, InterruptedException {
        var stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        var blocks = new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(stat.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return Long.parseLong(blocks) * 512;
    }

    @Test
    void saysNothingWhereItCannotBeDone() {
        var gone = folder.resolve("gone");
        Reservation.take(gone, BYTES);
        assertThat(gone).doesNotExist();
    }
}
