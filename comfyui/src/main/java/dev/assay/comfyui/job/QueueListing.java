package dev.assay.comfyui.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.core.json.Json;

/** What {@code GET /queue} says: each job as {@code [number, id, prompt, extra_data, outputs]}. */
record QueueListing(List<Json> running, List<Json> pending) {

    static QueueListing read(Json answer) {
        return new QueueListing(
                answer.at("queue_running").items(), answer.at("queue_pending").items());
    }

    /** Where the job stands; empty where it is not in the queue. */
    Optional<JobState> state(JobId id) {
        if (running.stream().anyMatch(item -> is(item, id))) {
            return Optional.of(new JobState.Running());
        }
        return pending.stream()
                .filter(item -> is(item, id))
                .findFirst()
                .map(own -> new JobState.Waiting(running.size() + before(own)));
    }

    private int before(Json own) {
        var number = own.at(0).decimal();
        return (int) pending.stream()
                .filter(item -> number.isPresent()
                        && item.at(0)
                                .decimal()
                                .filter(other -> other.compareTo(number.get()) < 0)
                                .isPresent())
                .count();
    }

    private static boolean is(Json item, JobId id) {
        return item.at(1).text().filter(id.value()::equals).isPresent();
    }

    /** The job that came from that client, whatever id it got. */
    Optional<JobId> from(String client) {
        return Stream.concat(running.stream(), pending.stream())
                .filter(item -> isFrom(item, client))
                .flatMap(item -> item.at(1).text().stream())
                .map(JobId::new)
                .findFirst();
    }

    static boolean isFrom(Json item, String client) {
        return item.at(3).at("client_id").text().filter(client::equals).isPresent();
    }
}
