package dev.assay.app.serve.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import dev.assay.app.serve.http.Answer;
import dev.assay.app.serve.job.ServedJob;

/** Tells a listener whenever a job changes, until it is over. */
final class JobEvents implements Answer.Teller {

    /** Faster than this nobody looks. */
    private static final long PAUSE = 100;

    /** A line now and then shows whether the listener is still there. */
    private static final long SILENCE = 10_000;

    private final ServedJob job;
    private long known;

    /** @param known the version that the listener knows */
    JobEvents(ServedJob job, long known) {
        this.job = job;
        this.known = known;
    }

    @Override
    public void tell(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            var version = job.await(known, SILENCE);
            write(out, version == known ? ":\n\n" : event(version));
            known = version;
            if (job.isOver() && job.version() == known) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }

    private String event(long version) {
        return "id: " + version + "\nevent: job\ndata: " + job.json().write() + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
