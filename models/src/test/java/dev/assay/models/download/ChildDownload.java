package dev.assay.models.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import dev.assay.models.hash.SizeRange;
import dev.assay.models.name.SafeName;
import dev.assay.models.progress.Progress;

/** A process of its own that downloads slowly, to be killed. Prints {@code started} when it asks
 * for bytes, and at the end the result's kind. */
final class ChildDownload {

    static final Content MODEL = Content.safetensors(5, 2_000_000);

    private static final int PIECE = 40_000;

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
        var source = new FakeSource(MODEL).always(ChildDownload::slowly);
        var result = Downloader.create(Pause.sleeping(), new Random())
                .fetch(wanted(Path.of(args[0])), source, Progress.silent());
        System.out.println(result.getClass().getSimpleName());
    }

    private static ByteSource.Answer slowly(Content content, long from, Optional<ByteSource.Validator> ifUnchanged) {
        System.out.println("started");
        return FakeSource.well(content, from, ifUnchanged) instanceof ByteSource.Body body
                ? FakeSource.withStream(body, new SlowStream(body.stream()))
                : new ByteSource.UnsatisfiableRange();
    }

    private static final class SlowStream extends InputStream {
        private final InputStream in;

        SlowStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                Thread.sleep(4);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return in.read(bytes, offset, Math.min(length, PIECE));
        }
    }
}
