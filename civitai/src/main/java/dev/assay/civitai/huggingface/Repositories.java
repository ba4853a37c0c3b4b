package dev.assay.civitai.huggingface;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.json.Json;
import dev.assay.core.reference.HuggingFaceFile;

/** The two questions to Hugging Face: what a repository is, and which files it has. */
final class Repositories {

    private static final int MOST_FILES = 5000;

    private final Asker asker;
    private final Ledger ledger;

    Repositories(Asker asker, Ledger ledger) {
        this.asker = asker;
        this.ledger = ledger;
    }

    Found about(HuggingFaceFile place) {
        var subject = "the repository " + place.repository() + " on Hugging Face";
        return switch (asker.ask(Question.of("/api/models/" + place.repository()))) {
            case Answer.Told told when told.ok() -> about(told, place, subject);
            case Answer.Told told -> new Found.Nothing(refused(told, subject));
            case Answer.Silent(var _, var message) -> new Found.Nothing(unreachable(subject + ": " + message));
        };
    }

    /** A repository that was renamed answers under its new name: which is meant is for the user to say. */
    private Found about(Answer.Told told, HuggingFaceFile place, String subject) {
        var id = told.body().at("id").text().orElse("");
        if (!id.equalsIgnoreCase(place.repository())) {
            return new Found.Nothing(new Resolution.Mismatch("asked for " + subject + ", it answered "
                    + (id.isEmpty() ? "without a name" : "repository " + id)));
        }
        ledger.validate(told.received());
        return new Found.Repository(
                new About(licence(told.body()), isGated(told.body().at("gated"))));
    }

    private static Optional<String> licence(Json body) {
        var card = body.at("cardData");
        return card.at("license_name")
                .text()
                .or(() -> card.at("license").text())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** {@code false}, or the way in which access is given: {@code "auto"} or {@code "manual"}. */
    private static boolean isGated(Json gated) {
        return gated.bool().orElse(gated.text().isPresent());
    }

    /** The files in the place's folder, or all of them where it names none. */
    Listing list(HuggingFaceFile place) {
        var subject = "the list of files of " + place.repository() + " on Hugging Face";
        return switch (asker.ask(question(place))) {
            case Answer.Told told
            when told.ok() && told.body() instanceof Json.Arr -> {
                ledger.validate(told.received());
                yield new Listing.Entries(entries(told.body()));
            }
            case Answer.Told told
            when told.ok() ->
                new Listing.Nothing(unreachable("what Hugging Face answered to " + subject + " is no list"));
            case Answer.Told told -> new Listing.Nothing(refused(told, subject));
            case Answer.Silent(var _, var message) -> new Listing.Nothing(unreachable(subject + ": " + message));
        };
    }

    private static Question question(HuggingFaceFile place) {
        var tree = "/api/models/" + place.repository() + "/tree/" + encoded(place.revision());
        if (place.path().isEmpty()) {
            return Question.of(tree).with("recursive", "true");
        }
        var folder = Arrays.stream(place.folder().split("/"))
                .map(Repositories::encoded)
                .collect(Collectors.joining("/"));
        return Question.of(folder.isEmpty() ? tree : tree + "/" + folder);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<Entry> entries(Json list) {
        return list.items().stream()
                .limit(MOST_FILES)
                .filter(entry -> entry.at("type").text().orElse("").equals("file"))
                .map(entry -> new Entry(
                        entry.at("path").text().orElse(""),
                        entry.at("lfs")
                                .at("size")
                                .integer()
                                .or(() -> entry.at("size").integer())
                                .orElse(0L),
                        entry.at("lfs").at("oid").text().flatMap(Sha256::parse).filter(Sha256::identifies)))
                .toList();
    }

    /** Who is not signed in gets 401 for what is not there as well. */
    private static Resolution refused(Answer.Told told, String subject) {
        var reason = ErrorText.of(told.body());
        var said =
                "Hugging Face answered " + told.status() + " to " + subject + (reason.isEmpty() ? "" : ": " + reason);
        return switch (told.status()) {
            case 404, 410 -> new Resolution.Gone(said);
            case 401, 403 -> new Resolution.Restricted(said + "; it is not there, or not shown to you");
            default -> unreachable(said);
        };
    }

    private static Resolution unreachable(String why) {
        return new Resolution.Unreachable(why);
    }
}
