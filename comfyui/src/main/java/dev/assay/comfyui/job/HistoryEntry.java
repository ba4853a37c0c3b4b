package dev.assay.comfyui.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.assay.core.json.Json;

/** Reads what {@code GET /history/ID} says of a job. The question proves nothing: each entry says itself whose it is. */
final class HistoryEntry {

    private HistoryEntry() {}

    /** What the answer says of that job; empty where it says nothing of any. */
    static Optional<JobState> read(JobId id, Json answer) {
        if (answer.members().isEmpty()) {
            return Optional.empty();
        }
        var entry = answer.at(id.value());
        if (entry.isNull()) {
            return Optional.of(new JobState.Foreign(List.copyOf(answer.members().keySet())));
        }
        var inner = entry.at("prompt").at(1).text();
        if (inner.filter(named -> !named.equals(id.value())).isPresent()) {
            return Optional.of(new JobState.Foreign(List.of(inner.get())));
        }
        return Optional.of(
                new JobState.Ended(result(id, entry), entry.at("prompt").at(2)));
    }

    private static JobResult result(JobId id, Json entry) {
        var messages = entry.at("status").at("messages").items();
        var error = find(messages, "execution_error", id);
        if (error.isPresent()) {
            return new JobResult.Failed(
                    error.get().at("node_id").scalar().orElse(""),
                    error.get().at("node_type").text().orElse(""),
                    error.get().at("exception_message").text().orElse("").strip());
        }
        var interrupted = find(messages, "execution_interrupted", id);
        if (interrupted.isPresent()) {
            return new JobResult.Interrupted(
                    interrupted.get().at("node_id").scalar().orElse(""));
        }
        if (entry.at("status").at("status_str").text().filter("error"::equals).isPresent()) {
            return new JobResult.Failed("", "", "");
        }
        return new JobResult.Done(OutputFile.in(entry.at("outputs")));
    }

    private static Optional<Json> find(List<Json> messages, String event, JobId id) {
        Predicate<Json> isOwn = message ->
                message.at("prompt_id").text().map(id.value()::equals).orElse(true);
        return messages.stream()
                .filter(message -> message.at(0).text().filter(event::equals).isPresent())
                .map(message -> message.at(1))
                .filter(isOwn)
                .findFirst();
    }
}
