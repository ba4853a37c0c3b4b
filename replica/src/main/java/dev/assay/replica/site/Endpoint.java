package dev.assay.replica.site;

import java.util.regex.MatchResult;

import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** One kind of path, and what is answered there. */
@FunctionalInterface
interface Endpoint {

    /** Answers a request to a path that matched. */
    Answer answer(Request request, MatchResult path);
}
