package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;

/** A process of its own that downloads slowly, over several connections, to be killed. Prints {@code started} when it asks
 * for bytes, and at the end the result's kind. */
final class ChildDownload {

    static final Content MODEL = Content.safetensors(5, 1_500_000);

    private static final int MOST = 4;
    private static final long PIECE = 60_000;
    private static final int GULP = 12_000;

    private ChildDownload() {}

    static DownloadRequest wanted(Path folder) {
        return new DownloadRequest(
                folder,
                SafeName.of("model.safetensors"),
                Optional.of(MODEL.sha256()),
                SizeRange.exactly(MODEL.length()),
                ModelFormat.SAFETENSORS,
                "42",
                List.of());
    }

    public static void main(String[] args) {
        var pace = new Climb.Pace(
                MOST, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(10), Long.MAX_VALUE, 0);
        var means = new Means(
                RateLimit.none(),
                pace,
                new Semaphore(MOST - 1),
                new Means.Pieces(PIECE, PIECE, Long.MAX_VALUE),
                System::nanoTime);
        var result = new Downloader(new RealDisk(), Pause.sleeping(), new Random(), means)
                .fetch(wanted(Path.of(args[0])), ChildDownload::slowly, Progress.silent());
        System.out.println(result.getClass().getSimpleName());
    }

    private static ByteSource.Answer slowly(ByteSource.Wanted wanted) throws IOException {
        System.out.println("started");
        return new PartSource(MODEL, Integer.MAX_VALUE, 0, (part, _) -> slow(part)).open(wanted)
                        instanceof ByteSource.Body body
                ? slow(body)
                : new ByteSource.UnsatisfiableRange();
    }

    private static ByteSource.Body slow(ByteSource.Body body) {
        return body.through(new SlowChannel(body.bytes()));
    }

    private record SlowChannel(ReadableByteChannel in) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                Thread.sleep(4);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            into.limit(Math.min(into.limit(), into.position() + GULP));
            return in.read(into);
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
