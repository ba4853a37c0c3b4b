package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;

/**
 * Asks about many whole files at once. The answer is a heap (quirk 15): in no order, with repetitions, nulls and gaps, and
 * nothing in it says which hash it answers. So each version in it counts for those hashes only that its own files state; one
 * that states none of those asked for is set aside. Whatever cannot be told by lists is left to be asked by itself.
 */
final class HashBook {

    private static final String PATH = "/api/v1/model-versions/by-hash";

    /** The site takes no more. */
    private static final int MOST = 100;

    /** One alone is asked by its address, whose answer others may have asked for before. */
    private static final int FEWEST = 2;

    /** What an answer left out is asked for again as long as that brings something, but not for ever. */
    private static final int ROUNDS = 4;

    private static final Comparator<Json> OLDEST = Comparator.comparing(
                    (Json version) -> version.at("publishedAt").text().orElse(""))
            .thenComparing(version -> version.at("id").integer().orElse(0L));

    private final Asker asker;
    private final Ledger ledger;
    private final VersionReader reader;
    private final Map<Sha256, Lookup> answers = new LinkedHashMap<>();
    private final Set<String> strangers = new LinkedHashSet<>();
    private boolean closed;

    HashBook(Asker asker, Ledger ledger, VersionReader reader) {
        this.asker = asker;
        this.ledger = ledger;
        this.reader = reader;
    }

    /** What is known by now of that file; empty where it must be asked by itself. */
    Optional<Lookup> find(String hash) {
        return Sha256.parse(hash).map(answers::get);
    }

    /** Versions that the site answered with and nobody had asked for. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    /**
     * Asks about all of these.
     *
     * @param alone asks about one by its address
     */
    void ask(Collection<Sha256> hashes, Function<Sha256, Lookup> alone) {
        var open = hashes.stream()
                .filter(Sha256::identifies)
                .filter(hash -> !answers.containsKey(hash))
                .distinct()
                .toList();
        for (int from = 0; from < open.size() && !closed; from += MOST) {
            together(open.subList(from, Math.min(open.size(), from + MOST)), alone);
        }
    }

    private void together(List<Sha256> some, Function<Sha256, Lookup> alone) {
        var left = new ArrayList<>(some);
        for (int round = 0; round < ROUNDS && left.size() >= FEWEST && !closed; round++) {
            var before = left.size();
            switch (asker.ask(question(left))) {
                case Answer.Told told
                when told.ok() && told.body() instanceof Json.Arr(var items) -> {
                    take(told, items, left);
                    if (left.size() == before) {
                        nothingNew(left, round == 0, alone);
                        return;
                    }
                }
                case Answer.Told _ -> doubt(left, alone);
                case Answer.Silent(var kind, var message) -> silent(kind, message, left, alone);
            }
        }
    }

    private static Question question(List<Sha256> hashes) {
        return Question.about(
                PATH,
                hashes.stream().map(hash -> hash.hex().toUpperCase(Locale.ROOT)).toList());
    }

    /** Of several versions with one file, the oldest counts, as where it is asked by itself. */
    private void take(Answer.Told told, List<Json> items, List<Sha256> left) {
        var contradictions = new LinkedHashMap<Sha256, Lookup>();
        var good = false;
        for (var item : items.stream().sorted(OLDEST).toList()) {
            var read = reader.version(item);
            if (read.isEmpty()) {
                continue;
            }
            var version = read.get();
            var its = stated(version, left);
            var wrong = Catalogue.contradiction(item, version);
            if (wrong.isPresent()) {
                var why = new Resolution.Mismatch("the answer to " + count(left.size()) + wrong.get());
                its.forEach(hash -> contradictions.put(hash, new Lookup.Failed(why)));
            } else {
                its.forEach(hash -> answers.putIfAbsent(hash, new Lookup.Found(version)));
                good |= !its.isEmpty();
            }
            if (its.isEmpty()) {
                strangers.add(version.words());
            }
        }
        contradictions.forEach(answers::putIfAbsent);
        left.removeIf(answers::containsKey);
        if (good) {
            ledger.validate(told.received());
        }
    }

    private static List<Sha256> stated(ModelVersion version, List<Sha256> asked) {
        return version.files().stream()
                .flatMap(file -> file.sha256().stream())
                .filter(asked::contains)
                .distinct()
                .toList();
    }

    /** A list that answers nothing at all may be no list any more: one of it, asked by itself, tells. */
    private void nothingNew(List<Sha256> left, boolean atAll, Function<Sha256, Lookup> alone) {
        if (atAll && !(learn(left.getFirst(), alone) instanceof Lookup.Absent)) {
            doubt(left, alone);
            return;
        }
        var what = "the site's answer to " + count(left.size()) + " has no file with this one";
        left.forEach(hash -> answers.putIfAbsent(hash, new Lookup.Absent(what)));
    }

    /** No lists any more; and where the site does not answer one by itself either, none of these is asked. */
    private void doubt(List<Sha256> left, Function<Sha256, Lookup> alone) {
        closed = true;
        if (learn(left.getFirst(), alone) instanceof Lookup.Failed failed) {
            left.forEach(hash -> answers.putIfAbsent(hash, failed));
        }
    }

    private void silent(Answer.Kind kind, String message, List<Sha256> left, Function<Sha256, Lookup> alone) {
        switch (kind) {
            case UNREACHABLE, BUSY, REGION_BLOCKED -> {
                closed = true;
                var failed = Troubles.silent(kind, count(left.size()), message);
                left.forEach(hash -> answers.put(hash, failed));
            }
            case NOT_AN_ANSWER -> doubt(left, alone);
            case NOT_IN_JOURNAL -> closed = true;
        }
    }

    private Lookup learn(Sha256 hash, Function<Sha256, Lookup> alone) {
        var known = answers.get(hash);
        if (known != null) {
            return known;
        }
        var lookup = alone.apply(hash);
        answers.put(hash, lookup);
        return lookup;
    }

    private static String count(int hashes) {
        return hashes + " hashes at once";
    }
}
