package dev.assay.models.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

import dev.assay.models.progress.Progress;

/** Takes the bytes of one answer into the part, where they can be what is wanted. */
final class Reception implements Crew.Fitting {

    private final DownloadRequest request;
    private final Progress progress;
    private final Room room;
    private final PartFile part;
    private final PartLock lock;
    private final Means means;
    private final ByteSource source;
    private boolean noParts;

    Reception(
            DownloadRequest request,
            Progress progress,
            Room room,
            PartFile part,
            PartLock lock,
            Means means,
            ByteSource source) {
        this.means = means;
        this.source = source;
        this.request = request;
        this.progress = progress;
        this.room = room;
        this.part = part;
        this.lock = lock;
    }

    Attempt receive(ByteSource.Body body) throws IOException, InterruptedException {
        var notAModel = body.contentType().flatMap(type -> FirstBytes.complaintAbout(type, request.format()));
        if (notAModel.isPresent()) {
            return new Attempt.End(new DownloadResult.NotAModel(notAModel.get()));
        }
        if (body.startsAt() != 0 && (body.startsAt() != part.length() || !fits(body))) {
            part.restart();
            return new Attempt.Again("the source sent another part of the file than was asked for, or of another file");
        }
        return body.startsAt() == 0 ? receiveFromStart(body) : receiveRest(body);
    }

    private Attempt receiveRest(ByteSource.Body body) throws IOException, InterruptedException {
        var obstacle = obstacle(body);
        return obstacle.isPresent() ? obstacle.get() : fetch(body);
    }

    /** What is known before the first byte is kept: a size that cannot be right, or no room for it. */
    private Optional<Attempt> obstacle(ByteSource.Body body) throws IOException {
        var total = body.totalLength();
        return total.isPresent() && !request.size().contains(total.getAsLong())
                ? Optional.of(new Attempt.WrongSize(total.getAsLong()))
                : room.lacking(total.orElse(request.size().min()), part, lock.state());
    }

    @Override
    public boolean fits(ByteSource.Body body) {
        return (lock.state().total().isEmpty()
                        || body.totalLength().isEmpty()
                        || lock.state().total().equals(body.totalLength()))
                && (lock.state().validator().isEmpty()
                        || body.validator().isEmpty()
                        || lock.state().validator().equals(body.validator()));
    }

    /** What was here before is given up only when what arrives looks like a model. */
    private Attempt receiveFromStart(ByteSource.Body body) throws IOException, InterruptedException {
        byte[] head;
        try {
            head = head(body);
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
        lock.remember(PartState.begun(request.sha256(), body.validator(), body.totalLength()));
        return fetch(body.through(new Begun(head, body.bytes())));
    }

    private static byte[] head(ByteSource.Body body) throws IOException {
        var head = ByteBuffer.allocate(FirstBytes.COUNT);
        while (head.hasRemaining() && body.bytes().read(head) >= 0) {
            // A read may give less than was asked for.
        }
        return Arrays.copyOf(head.array(), head.position());
    }

    @Override
    public Optional<ByteSource.Validator> validator() {
        return lock.state().validator();
    }

    /** From now on everything comes over one connection. */
    void takeNoParts() {
        noParts = true;
    }

    private Attempt fetch(ByteSource.Body body) throws IOException, InterruptedException {
        var flushing = new Flushing(part, lock);
        var total = body.totalLength().orElse(0);
        if (total >= means.pieces().reservedFrom() && !lock.state().reserved()) {
            lock.remember(lock.state().reserving());
            flushing.reserve(total);
        }
        var only = noParts ? body.alone() : body;
        return new Crew(request, progress, part, flushing, means, only, this, source).fetch();
    }

    /** What a broken connection means: the next attempt, or the end where it was cut on purpose. */
    Attempt failed(IOException e) {
        return progress.cancelled() ? cancelled() : new Attempt.Again(Lane.words(e));
    }

    static Attempt cancelled() {
        return new Attempt.End(new DownloadResult.Cancelled());
    }
}
