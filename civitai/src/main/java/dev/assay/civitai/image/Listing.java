package dev.assay.civitai.image;

import java.util.List;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.evidence.Observation;

/** What the lists of the site say of one image. */
sealed interface Listing {

    /** It is listed; strangers beside it are among the observations. */
    record Listed(List<Observation> observations, boolean withMeta, Answer.Received received) implements Listing {}

    /** Other images came instead: the filter was ignored. */
    record Strangers(List<Observation> observations) implements Listing {}

    /** No list shows it. */
    record Empty() implements Listing {}

    /** The site refused in so many words. */
    record Refused(String message) implements Listing {}

    record Failed(Answer.Kind kind, String message) implements Listing {}
}
