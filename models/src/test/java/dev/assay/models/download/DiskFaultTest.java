package dev.assay.models.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets each operation on the disk fail in turn, until a download passes without meeting the fault. */
class DiskFaultTest {

    private static final Content MODEL = Content.safetensors(1, 300_000);

    @TempDir
    Path folder;

    private DownloadRequest wanted(Path directory) {
        return new DownloadRequest(
                directory,
                SafeName.of("model.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.exactly(MODEL.length()),
                ModelFormat.SAFETENSORS,
                "42",
                List.of());
    }

    private static DownloadResult fetch(Disk disk, DownloadRequest request) {
        var source = new FakeSource(MODEL).then(FakeSource.resetAfter(70_000));
        return new Downloader(disk, _ -> {}, new Random(1), Means.usual(RateLimit.none()))
                .fetch(request, source, Progress.silent());
    }

    private static DownloadResult fetchShared(Disk disk, DownloadRequest request) {
        var source = new PartSource(MODEL, 70_000, 3, (part, _) -> part);
        return new Downloader(disk, _ -> {}, new Random(1), PartSource.eager(4, 20_000))
                .fetch(request, source, Progress.silent());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void staysValidWhicheverOperationFails(boolean forever) throws IOException {
        failEachInTurn(forever, DiskFaultTest::fetch);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void staysValidWhicheverOperationFailsWithSeveralConnections(boolean forever) throws IOException {
        failEachInTurn(forever, DiskFaultTest::fetchShared);
    }

    private void failEachInTurn(boolean forever, BiFunction<Disk, DownloadRequest, DownloadResult> download)
            throws IOException {
        var met = true;
        int n = 0;
        while (met) {
            n++;
            var request = wanted(Files.createDirectories(folder.resolve(forever + "-" + n)));
            var name = request.directory().resolve("model.safetensors");
            var disk = new FaultyDisk(n, forever);
            var result = download.apply(disk, request);
            met = disk.hasFailed();
            if (Files.exists(name)) {
                assertThat(name).as("fault %d", n).hasBinaryContent(MODEL.bytes());
            } else {
                assertThat(result)
                        .as("fault %d", n)
                        .isInstanceOfAny(DownloadResult.CannotWrite.class, DownloadResult.NoSpace.class);
            }
            assertThat(fetch(new RealDisk(), request))
                    .as("after fault %d", n)
                    .isInstanceOfAny(DownloadResult.Done.class, DownloadResult.AlreadyThere.class);
            assertThat(name).hasBinaryContent(MODEL.bytes());
            try (var files = Files.list(request.directory())) {
                assertThat(files).as("after fault %d", n).containsExactly(name);
            }
        }
        assertThat(n).as("operations of one download").isGreaterThan(15);
    }
}
