package dev.assay.models.download;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;

/** Takes the bytes of one answer into the part, where they can be what is wanted. */
final class Reception {

    private static final int BUFFER = 128 << 10;

    private final DownloadRequest request;
    private final Progress progress;
    private final Room room;
    private final PartFile part;
    private final PartLock lock;

    Reception(DownloadRequest request, Progress progress, Room room, PartFile part, PartLock lock) {
        this.request = request;
        this.progress = progress;
        this.room = room;
        this.part = part;
        this.lock = lock;
    }

    Attempt receive(ByteSource.Body body) throws IOException {
        var notAModel = body.contentType().flatMap(FirstBytes::complaintAbout);
        if (notAModel.isPresent()) {
            return new Attempt.End(new DownloadResult.NotAModel(notAModel.get()));
        }
        if (body.startsAt() != 0 && (body.startsAt() != part.length() || !continuesTheSameFile(body))) {
            part.restart();
            return new Attempt.Again("the source sent another part of the file than was asked for, or of another file");
        }
        return body.startsAt() == 0 ? receiveFromStart(body) : receiveRest(body);
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
                : room.lacking(total.orElse(request.size().min()), part);
    }

    private boolean continuesTheSameFile(ByteSource.Body body) {
        return (lock.state().total().isEmpty()
                        || body.totalLength().isEmpty()
                        || lock.state().total().equals(body.totalLength()))
                && (lock.state().validator().isEmpty()
                        || body.validator().isEmpty()
                        || lock.state().validator().equals(body.validator()));
    }

    /** What was here before is given up only when what arrives looks like a model. */
    private Attempt receiveFromStart(ByteSource.Body body) throws IOException {
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
        lock.remember(new PartState(request.sha256(), body.validator(), body.totalLength()));
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

    /** What a broken connection means: the next attempt, or the end where it was cut on purpose. */
    Attempt failed(IOException e) {
        return progress.cancelled()
                ? cancelled()
                : new Attempt.Again(Optional.ofNullable(e.getMessage())
                        .orElseGet(() -> e.getClass().getSimpleName()));
    }

    private static Attempt cancelled() {
        return new Attempt.End(new DownloadResult.Cancelled());
    }
}
