package dev.assay.models.verify;

import dev.assay.core.hash.Sha256;
import dev.assay.models.store.StoredFile;

/** What comparing a file with its record came to. */
public sealed interface Check {

    StoredFile file();

    /** It has the recorded content, which is what its name says. */
    record Intact(StoredFile file) implements Check {}

    /** It has the recorded content, which was never what its name says: cut short, a web page, and the like. */
    record Broken(StoredFile file) implements Check {}

    /** It has another content, though neither its size nor its time tells: it was damaged, or replaced in secret. */
    record Damaged(StoredFile file, Sha256 found) implements Check {}

    /** It has another content, and its size or time says so: somebody has written to it since it was recorded. */
    record Changed(StoredFile file, Sha256 found) implements Check {}

    /** It is no longer there. */
    record Gone(StoredFile file) implements Check {}

    /** It could not be read. */
    record Unreadable(StoredFile file, String reason) implements Check {}

    /** It was not read, since the work was ended. */
    record NotRead(StoredFile file) implements Check {}
}
