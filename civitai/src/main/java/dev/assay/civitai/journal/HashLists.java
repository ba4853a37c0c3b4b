package dev.assay.civitai.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.assay.civitai.ask.Question;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Answers about files by their SHA-256, out of answers about many files at once: each version in them states its files, and so
 * which of the hashes it answers, whatever else was asked together with it.
 */
final class HashLists {

    private static final String PATH = "/api/v1/model-versions/by-hash";

    /** A version, the hashes of its files, and what it was an answer to. */
    private record Item(Json version, Set<String> hashes, Kept from) {}

    /** Of several versions with one file the site answers with this one. */
    private static final Comparator<Item> OLDEST = Comparator.comparing(
                    (Item item) -> item.version().at("publishedAt").text().orElse(""))
            .thenComparing(item -> item.version().at("id").integer().orElse(0L));

    private final Journal journal;
    private final UnaryOperator<String> address;
    private Optional<List<Item>> items = Optional.empty();

    /** @param address makes of a path the address that the journal keeps */
    HashLists(Journal journal, UnaryOperator<String> address) {
        this.journal = journal;
        this.address = address;
    }

    /** What answers, and the kept answer that it is a part of; of several the oldest. */
    record Found(Json body, Kept from) {}

    /** The answer to a question about hashes; empty where it is about something else, or none of them is known. */
    Optional<Found> find(Question question) {
        if (question.list().isPresent() && question.path().equals(PATH)) {
            return together(hashes(question.list().get()));
        }
        return question.path().startsWith(PATH + "/")
                ? about(Set.of(upper(question.path().substring(PATH.length() + 1)))).stream()
                        .min(OLDEST)
                        .map(item -> new Found(item.version(), item.from()))
                : Optional.empty();
    }

    private Optional<Found> together(Set<String> hashes) {
        var found = about(hashes);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        Json.of(found.stream().map(Item::version).toList()),
                        found.getLast().from()));
    }

    private static Set<String> hashes(Json list) {
        var hashes = new HashSet<String>();
        list.items().forEach(item -> item.text().map(HashLists::upper).ifPresent(hashes::add));
        return hashes;
    }

    private static String upper(String hash) {
        return hash.toUpperCase(Locale.ROOT);
    }

    private synchronized List<Item> about(Set<String> hashes) {
        var all = items.orElseGet(this::read);
        items = Optional.of(all);
        return all.stream()
                .filter(item -> item.hashes().stream().anyMatch(hashes::contains))
                .toList();
    }

    /** Newest first, as the journal lists them. */
    private List<Item> read() {
        List<Item> all = new ArrayList<>();
        for (var kept : journal.validated(address.apply(PATH + "#"))) {
            try {
                Json.parse(kept.body()).items().forEach(version -> all.add(new Item(version, stated(version), kept)));
            } catch (MalformedJsonException _) {
                // Then it answers nothing.
            }
        }
        return List.copyOf(all);
    }

    private static Set<String> stated(Json version) {
        var hashes = new HashSet<String>();
        version.at("files")
                .items()
                .forEach(file -> file.at("hashes")
                        .at("SHA256")
                        .text()
                        .map(HashLists::upper)
                        .ifPresent(hashes::add));
        return hashes;
    }
}
