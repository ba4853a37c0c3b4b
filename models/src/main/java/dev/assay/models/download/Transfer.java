package dev.assay.models.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** Opens the source once and takes what it gives into the part. */
final class Transfer {

    /** Left free on the disk for everybody else. */
    private static final long MARGIN = 32L << 20;

    private static final int BUFFER = 128 << 10;

    private final Disk disk;
    private final DownloadRequest request;
    private final ByteSource source;
    private final Progress progress;
    private final PartFile part;
    private PartState state;

    Transfer(Disk disk, DownloadRequest request, ByteSource source, Progress progress, PartFile part, PartState state) {
        this.disk = disk;
        this.request = request;
        this.source = source;
        this.progress = progress;
        this.part = part;
        this.state = state;
    }

    /**
     * Opens the source once.
     *
     * @param lock where what is known of the part is written down before its bytes are
     */
    Attempt run(PartLock lock) throws IOException, InterruptedException {
        if (part.length() > 0 && !mayResume()) {
            part.restart();
        }
        var tooLittleSpace = spaceFor(request.size().min());
        if (tooLittleSpace.isPresent()) {
            return tooLittleSpace.get();
        }
        ByteSource.Answer answer;
        try {
            answer = source.open(part.length(), part.length() > 0 ? state.validator() : Optional.empty());
        } catch (IOException e) {
            return failed(e);
        }
        return switch (answer) {
            case ByteSource.Refused(var reason, var message) ->
                new Attempt.End(new DownloadResult.Refused(reason, message));
            case ByteSource.Transient(var message, var retryAfter) -> new Attempt.Again(message, retryAfter);
            case ByteSource.UnsatisfiableRange _ -> beyondTheEnd();
            case ByteSource.Body body -> receiveAndClose(body, lock);
        };
    }

    /** Bytes of another time may only be built upon where something will tell whether they belong to the rest. */
    private boolean mayResume() {
        return request.sha256().isPresent() || state.validator().isPresent();
    }

    /** The file is no longer than the part: either the part is whole, or it is not a part of that file. */
    private Attempt beyondTheEnd() throws IOException {
        if (part.length() > 0 && state.total().equals(OptionalLong.of(part.length()))) {
            return new Attempt.Whole();
        }
        part.restart();
        return new Attempt.Again("the source's file ends before what is already here");
    }

    private Attempt receiveAndClose(ByteSource.Body body, PartLock lock) throws IOException {
        try {
            return receive(body, lock);
        } finally {
            closeQuietly(body.stream());
        }
    }

    private Attempt receive(ByteSource.Body body, PartLock lock) throws IOException {
        var notAModel = body.contentType().flatMap(FirstBytes::complaintAbout);
        if (notAModel.isPresent()) {
            return new Attempt.End(new DownloadResult.NotAModel(notAModel.get()));
        }
        if (body.startsAt() != 0 && (body.startsAt() != part.length() || !continuesTheSameFile(body))) {
            part.restart();
            return new Attempt.Again("the source sent another part of the file than was asked for, or of another file");
        }
        return body.startsAt() == 0 ? receiveFromStart(body, lock) : receiveRest(body);
    }

    private Attempt receiveRest(ByteSource.Body body) throws IOException {
        var obstacle = obstacle(body);
        return obstacle.isPresent() ? obstacle.get() : copy(body);
    }

    /** What is known before the first byte is kept: a size that cannot be right, or no room for it. */
    private Optional<Attempt> obstacle(ByteSource.Body body) throws IOException {
        var total = body.totalLength();
        return total.isPresent() && !request.size().contains(total.getAsLong())
                ? Optional.of(new Attempt.WrongSize(total.getAsLong()))
                : spaceFor(total.orElse(request.size().min()));
    }

    private boolean continuesTheSameFile(ByteSource.Body body) {
        return (state.total().isEmpty()
                        || body.totalLength().isEmpty()
                        || state.total().equals(body.totalLength()))
                && (state.validator().isEmpty()
                        || body.validator().isEmpty()
                        || state.validator().equals(body.validator()));
    }

    /** What was here before is given up only when what arrives looks like a model. */
    private Attempt receiveFromStart(ByteSource.Body body, PartLock lock) throws IOException {
        byte[] head;
        try {
            head = body.stream().readNBytes(FirstBytes.COUNT);
        } catch (IOException e) {
            return failed(e);
        }
        if (head.length < body.totalLength().orElse(0) && head.length < FirstBytes.COUNT) {
            return new Attempt.Again("the source broke off after " + head.length + " bytes");
        }
        var complaint = FirstBytes.complaintAbout(head, request.format());
        if (complaint.isPresent()) {
            return new Attempt.End(new DownloadResult.NotAModel(complaint.get()));
        }
        if (part.length() > 0) {
            part.restart();
        }
        var obstacle = obstacle(body);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        state = new PartState(request.sha256(), body.validator(), body.totalLength());
        lock.remember(state);
        part.append(head, head.length);
        return copy(body);
    }

    private Attempt copy(ByteSource.Body body) throws IOException {
        var total = body.totalLength();
        var limit = total.orElse(request.size().max());
        var buffer = new byte[BUFFER];
        while (!progress.cancelled()) {
            progress.report(new Step.Fetching(request.name().text(), part.length(), total));
            int count;
            try {
                count = body.stream().read(buffer);
            } catch (IOException e) {
                return failed(e);
            }
            if (count < 0) {
                return ended(total);
            }
            if (part.length() + count > limit) {
                return tooLong(total, part.length() + count);
            }
            part.append(buffer, count);
        }
        return cancelled();
    }

    private Attempt ended(OptionalLong total) {
        var wanted = total.orElse(request.size().min());
        return part.length() < wanted
                ? new Attempt.Again("the source broke off after " + part.length() + " of " + wanted + " bytes")
                : new Attempt.Whole();
    }

    private Attempt tooLong(OptionalLong total, long bytes) throws IOException {
        if (total.isEmpty()) {
            return new Attempt.WrongSize(bytes);
        }
        part.restart();
        return new Attempt.Again("the source sent more than the " + total.getAsLong() + " bytes that it announced");
    }

    private Optional<Attempt> spaceFor(long total) throws IOException {
        var needed = Math.max(0, total - part.length()) + MARGIN;
        var free = disk.usableSpace(request.directory());
        return free < needed
                ? Optional.of(new Attempt.End(new DownloadResult.NoSpace(needed, free)))
                : Optional.empty();
    }

    private Attempt failed(IOException e) {
        return progress.cancelled()
                ? cancelled()
                : new Attempt.Again(Optional.ofNullable(e.getMessage())
                        .orElseGet(() -> e.getClass().getSimpleName()));
    }

    private static Attempt cancelled() {
        return new Attempt.End(new DownloadResult.Cancelled());
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // All that was wanted of it has been read.
        }
    }
}
