package dev.assay.bench.download;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.assay.app.pipeline.SiteSource;
import dev.assay.civitai.Site;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.civitai.download.FileDownloads;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.download.DownloadRequest;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.Downloader;
import dev.assay.models.download.ModelFormat;
import dev.assay.models.download.Pause;
import dev.assay.models.download.RateLimit;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;
import dev.assay.wire.Proxies;
import dev.assay.wire.Timeouts;
import dev.assay.wire.Wire;

/** Fetches one file the way {@code assay make} does, and does nothing else. A program of its own. */
public final class Fetch {

    /** The path of the file at its server. */
    static final String PATH = "api/download/models/1";

    private static final String NAME = "noise.safetensors";

    private Fetch() {}

    /** Arguments: the server, the SHA-256, the length, and the folder to fetch into. */
    public static void main(String[] args) {
        var sha256 = new Sha256(args[1]);
        var request = new DownloadRequest(
                Path.of(args[3]),
                SafeName.of(NAME),
                Optional.of(sha256),
                SizeRange.exactly(Long.parseLong(args[2])),
                ModelFormat.SAFETENSORS,
                "1",
                List.of());
        try (var downloads = new FileDownloads(
                site(args[0]),
                UserAgent.of("bench", "https://example.org"),
                Time.ofSystem(),
                _ -> {},
                new Wire(Proxies.none(), Timeouts.USUAL))) {
            var result = Downloader.create(Pause.sleeping(), new Random(), RateLimit.none())
                    .fetch(request, new SiteSource(downloads).of(file(sha256)), Progress.silent());
            if (!(result instanceof DownloadResult.Done)) {
                throw new IllegalStateException("the download ended with " + result);
            }
        }
        peakMemory().ifPresent(System.out::println);
    }

    /** What this process has needed at most, where the system tells. */
    private static Optional<String> peakMemory() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Site site(String origin) {
        return switch (Site.at(origin, Optional.empty())) {
            case Site.Choice.Chosen(var site) -> site;
            case Site.Choice.Refused(var reason) -> throw new IllegalArgumentException(reason);
        };
    }

    private static ModelFile file(Sha256 sha256) {
        return new ModelFile(
                1,
                1,
                1,
                "Noise",
                "1",
                "Checkpoint",
                "SDXL 1.0",
                NAME,
                "Model",
                "SafeTensor",
                BigDecimal.ONE,
                Optional.of(sha256),
                Map.of(),
                List.of(),
                ModelFile.Scan.CLEAN,
                Optional.empty());
    }
}
