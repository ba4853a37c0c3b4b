package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FullDiskTest {

    private static final Content MODEL = Content.safetensors(1, 600_000);

    @TempDir
    Path folder;

    private final FakeSource source = new FakeSource(MODEL);

    private DownloadRequest wanted() {
        return new DownloadRequest(
                folder,
                SafeName.of("model.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.exactly(MODEL.length()),
                ModelFormat.SAFETENSORS,
                "42",
                List.of());
    }

    private DownloadResult fetch(Disk disk) {
        return new Downloader(disk, _ -> {}, new Random(1), Means.usual(RateLimit.none()))
                .fetch(wanted(), source, Progress.silent());
    }

    @Test
    void asksForNothingWhereThereIsNoRoom() throws IOException {
        var result = fetch(new SmallDisk(1000, Long.MAX_VALUE));
        assertThat(result).isInstanceOfSatisfying(DownloadResult.NoSpace.class, full -> {
            assertThat(full.free()).isEqualTo(1000);
            assertThat(full.needed()).isGreaterThan(MODEL.length());
        });
        assertThat(source.asked()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsWhatHasArrivedWhenTheDiskFillsUp() throws IOException {
        assertThat(fetch(new SmallDisk(1L << 40, 300_000))).isInstanceOf(DownloadResult.NoSpace.class);
        assertThat(folder.resolve("model.safetensors")).doesNotExist();
        assertThat(Files.size(PartNames.part(wanted()))).isPositive();
        assertThat(fetch(new RealDisk()))
                .isInstanceOfSatisfying(
                        DownloadResult.Done.class,
                        done -> assertThat(done.resumed()).isTrue());
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(MODEL.bytes());
    }

    /** Tells one thing about its room and holds another. */
    private static final class SmallDisk implements Disk {
        private final RealDisk disk = new RealDisk();
        private final long stated;
        private long left;

        SmallDisk(long stated, long left) {
            this.stated = stated;
            this.left = left;
        }

        @Override
        public void createDirectories(Path directory) throws IOException {
            disk.createDirectories(directory);
        }

        @Override
        public long usableSpace(Path directory) {
            return stated;
        }

        @Override
        public void reserve(Path file, long bytes) {
            // It tells later.
        }

        @Override
        public FileChannel open(Path file, OpenOption... options) throws IOException {
            return disk.open(file, options);
        }

        @Override
        public void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
            if (bytes.remaining() > left) {
                throw new IOException("No space left on device");
            }
            left -= bytes.remaining();
            disk.write(channel, bytes, at);
        }

        @Override
        public void read(FileChannel channel, ByteBuffer into, long at) throws IOException {
            disk.read(channel, into, at);
        }

        @Override
        public void force(FileChannel channel) throws IOException {
            disk.force(channel);
        }

        @Override
        public void publish(Path part, Path name) throws IOException {
            disk.publish(part, name);
        }

        @Override
        public void deleteIfExists(Path file) throws IOException {
            disk.deleteIfExists(file);
        }

        @Override
        public void forceDirectory(Path directory) throws IOException {
            disk.forceDirectory(directory);
        }
    }
}
