package dev.assay.civitai.ask;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import dev.assay.civitai.Site;
import org.jspecify.annotations.Nullable;

/** Asks over the network. One of these per run: it remembers what it was answered. */
public final class HttpAsker implements Asker {

    private static final Duration IN_ALL = Duration.ofSeconds(60);

    private final Site site;
    private final Http http;
    private final Ledger ledger;
    private final RequestLog log;
    private final Scrub scrub;
    private final Map<String, Once> asked = new ConcurrentHashMap<>();

    public HttpAsker(Site site, Http http, Ledger ledger, RequestLog log) {
        this.site = site;
        this.http = http;
        this.ledger = ledger;
        this.log = log;
        this.scrub = new Scrub(site.key());
    }

    @Override
    public Answer ask(Question question) {
        return asked.computeIfAbsent(question.key(), _ -> new Once(question)).answer();
    }

    /** One question of this run; whoever else asks it waits for the same answer. */
    private final class Once {

        private final Question question;
        private @Nullable Answer answer;

        Once(Question question) {
            this.question = question;
        }

        synchronized Answer answer() {
            var known = answer;
            if (known == null) {
                known = http.patience()
                        .persist(
                                IN_ALL,
                                budget -> attempt(question, budget),
                                why -> new Answer.Silent(Answer.Kind.BUSY, why));
                answer = known;
            }
            return known;
        }
    }

    private Attempt<Answer> attempt(Question question, Budget budget) {
        var errand = Errand.question(site, question);
        var memory = new Memory(Content.MOST);
        var start = http.time().nanos();
        var reply = http.get(errand, memory, budget);
        var trip = new Trip(question, errand, Duration.ofNanos(http.time().nanos() - start));
        return switch (reply) {
            case Reply.Arrived arrived -> arrived(trip, arrived, memory);
            case Reply.Broken broken -> failed(trip, broken.message(), Judge.of(broken));
            case Reply.Refused refused -> failed(trip, refused.message(), Judge.of(refused));
            case Reply.NotKept(var message) -> failed(trip, message, Judge.of(new Reply.Refused(message)));
        };
    }

    private record Trip(Question question, Errand errand, Duration took) {}

    private Attempt<Answer> arrived(Trip trip, Reply.Arrived reply, Memory memory) {
        var content = Content.read(reply.headers(), memory.bytes(), scrub);
        var kept = scrub.text(content.text());
        var asked = URI.create(scrub.text(site.address(trip.question().key()).toString()));
        var received = new Answer.Received(asked, Digest.of(kept), http.time().now(), false);
        ledger.record(new Ledger.Exchange(
                asked, reply.status(), received.at(), Content.type(reply.headers()), kept, received.digest()));
        var attempt = Judge.of(reply, content, received);
        tell(trip, Subjects.received(content.json()), reply.status(), note(attempt));
        return attempt;
    }

    private Attempt<Answer> failed(Trip trip, String message, Attempt<Answer> attempt) {
        tell(trip, OptionalLong.empty(), 0, message);
        return attempt;
    }

    private void tell(Trip trip, OptionalLong received, int status, String note) {
        log.told(new RequestLog.Line(
                trip.errand().method(),
                scrub.text(trip.errand().address().toString()),
                Subjects.asked(trip.question()),
                received,
                status,
                trip.took().toMillis(),
                scrub.text(note)));
    }

    private static String note(Attempt<Answer> attempt) {
        var answer = switch (attempt) {
            case Attempt.Settled<Answer>(var result) -> result;
            case Attempt.Passing<Answer>(var result, var _, var _) -> result;
        };
        return answer instanceof Answer.Silent(var _, var message) ? message : "";
    }
}
