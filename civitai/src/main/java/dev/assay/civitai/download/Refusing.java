package dev.assay.civitai.download;

import java.util.Optional;

import dev.assay.core.json.Json;

/** Tells the refusals of one source apart. */
interface Refusing {

    /** What a status that is no success means; empty where the trouble may pass. */
    Optional<OpenedFile> of(int status, Json body);

    /** The source shows a page instead of the file. */
    OpenedFile page();
}
