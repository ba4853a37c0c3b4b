package dev.assay.app.scan.reference;

import dev.assay.core.reference.Reference;
import dev.assay.core.reference.WantedModel;

/** What somebody points at who does not name a file. */
public sealed interface Pointed {

    /** As given. */
    String given();

    /** An image: the workflow that it carries, or what {@code make} would draw. */
    record AtImage(String given, Reference image) implements Pointed {}

    /** A post: each of its images. */
    record AtPost(String given, Reference.Post post) implements Pointed {}

    /** A model, which must be one of type Workflows. */
    record AtModel(String given, WantedModel model) implements Pointed {}
}
