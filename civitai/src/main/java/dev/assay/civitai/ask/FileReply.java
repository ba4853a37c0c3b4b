package dev.assay.civitai.ask;

import dev.assay.core.hash.Sha256;

/** What became of a file that was to be fetched. */
public sealed interface FileReply {

    /** It is whole, as far as the connection tells. */
    record Whole(String contentType, long bytes, Sha256 digest) implements FileReply {}

    /** The host answered, but has no such file for us. */
    record Denied(int status) implements FileReply {}

    /** No usable answer, after patient retries. */
    record Silent(Answer.Kind kind, String message) implements FileReply {}

    /** This computer's own trouble: disk full, permission. */
    record NotKept(String message) implements FileReply {}
}
