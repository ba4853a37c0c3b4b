package dev.assay.app.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.replica.Replica;
import dev.assay.replica.wire.RecordedRequest;

/** What a replica was asked. */
final class Requests {

    private Requests() {}

    /** Those whose path starts so, in order of arrival. */
    static List<RecordedRequest> to(Replica replica, String path) {
        return replica.requests().stream()
                .filter(request -> request.path().startsWith(path))
                .toList();
    }

    /** The names of its parameters. */
    static Set<String> parameters(RecordedRequest request) {
        return query(request).map(pair -> pair.split("=", 2)[0]).collect(Collectors.toSet());
    }

    /** The value of a parameter as it was sent; empty without it. */
    static String parameter(RecordedRequest request, String name) {
        return query(request)
                .filter(pair -> pair.startsWith(name + "="))
                .findFirst()
                .map(pair -> pair.substring(name.length() + 1))
                .orElse("");
    }

    private static Stream<String> query(RecordedRequest request) {
        var at = request.target().indexOf('?');
        return at < 0
                ? Stream.empty()
                : Stream.of(request.target().substring(at + 1).split("&", -1));
    }
}
