package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a whole file its final name, if nobody has it: what the user already has is never replaced (law 3). */
public final class FreshName {

    private FreshName() {}

    /**
     * Moves the file to that name.
     *
     * <p>A link fails where the name is taken, even if it was taken this very moment; a move would replace.
     *
     * @throws FileAlreadyExistsException where somebody has the name
     */
    public static void take(Path whole, Path target) throws IOException {
        try {
            Files.createLink(target, whole);
            Files.deleteIfExists(whole);
        } catch (UnsupportedOperationException _) {
            Files.move(whole, target);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException _) {
            // No hard links here (FAT, some network drives): a plain move still refuses a taken name.
            Files.move(whole, target);
        }
    }
}
