package dev.assay.models.progress;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what several workers read. */
public final class Meter {

    private final Progress progress;
    private final long files;
    private final long bytes;
    private final AtomicLong filesDone = new AtomicLong();
    private final AtomicLong bytesDone = new AtomicLong();

    /**
     * A meter at zero.
     *
     * @param files how many will be read
     * @param bytes how many bytes they have in all
     */
    public Meter(Progress progress, long files, long bytes) {
        this.progress = progress;
        this.files = files;
        this.bytes = bytes;
    }

    /** Hears of one file's reading; for one worker, and one file after the other. */
    public Progress ofOneFile() {
        return new Progress() {
            private Path file = Path.of("");
            private long before;

            @Override
            public void report(Step step) {
                if (step instanceof Step.Hashing(var path, var done, var _)) {
                    if (!path.equals(file)) {
                        file = path;
                        before = 0;
                    }
                    bytesDone.addAndGet(done - before);
                    before = done;
                    tell();
                }
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** One more file is done. */
    public void fileDone() {
        filesDone.incrementAndGet();
        tell();
    }

    private void tell() {
        progress.report(new Step.Reading(filesDone.get(), files, bytesDone.get(), bytes));
    }
}
