package dev.assay.civitai.image;

import java.nio.file.Path;

import dev.assay.civitai.ask.Answer;
import dev.assay.core.hash.Sha256;

/** What became of an image's original file. */
public sealed interface Media {

    /**
     * It is here, whole; what kind of file it is, only its bytes tell (quirk 61).
     *
     * @param file in Assay's own folder; not to be changed
     * @param contentType as the host named it; empty where it was fetched before
     * @param bytes its size
     */
    record Fetched(Path file, String contentType, long bytes, Sha256 digest) implements Media {}

    /** The host has no such file, or not for us. */
    record Missing(int status) implements Media {}

    /** Its address is not on the site's hosts; nothing was sent there. */
    record NotOurs(String message) implements Media {}

    /** The host could not be heard, or sent more than is allowed; or, offline, it was never fetched. */
    record Failed(Answer.Kind kind, String message) implements Media {}

    /** This computer's own trouble: disk full, permission. */
    record NotKept(String message) implements Media {}
}
