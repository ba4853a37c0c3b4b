package dev.assay.models.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Says in words why a file could not be read. */
public final class Reasons {

    private Reasons() {}

    public static Unreadable of(Path path, IOException problem) {
        return new Unreadable(
                path,
                switch (problem) {
                    case AccessDeniedException _ -> "no permission";
                    case NoSuchFileException _ -> "no longer there";
                    default ->
                        Optional.ofNullable(problem.getMessage())
                                .orElseGet(() -> problem.getClass().getSimpleName());
                });
    }
}
