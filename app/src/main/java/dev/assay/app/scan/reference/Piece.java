package dev.assay.app.scan.reference;

import java.nio.file.Path;

import dev.assay.app.scan.ScannedFile;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.workflow.needs.WorkflowNeeds;

/** Something that was read at an address, before it is compared with what is here. */
sealed interface Piece {

    /** The workflow that an image carries. */
    record Carried(String name, EmbeddedGraph graph, Proofs proofs) implements Piece {}

    /** What the workflow would need that {@code make} draws. */
    record Drawn(String name, WorkflowNeeds needs, Proofs proofs) implements Piece {}

    /** A file in Assay's own store. */
    record Shared(String name, Path file) implements Piece {}

    /** There is no workflow, or it cannot be had. */
    record Nothing(ScannedFile what) implements Piece {}
}
