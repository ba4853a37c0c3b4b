package dev.assay.core.disk;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Says what a failed operation on a file means; Java's own words are mostly the file's name alone. */
public final class DiskWords {

    private DiskWords() {}

    /** A few words without the file's name, such as {@code no permission}, to stand behind a colon. */
    public static String of(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "something of that name is in the way";
            case NotDirectoryException _ -> "a file is in the way where a folder should be";
            case DirectoryNotEmptyException _ -> "it is a folder that holds something";
            case FileSystemLoopException _ -> "its links go in a circle";
            case CharacterCodingException _ -> "it is no text in UTF-8";
            case FileSystemException system -> reason(system);
            default -> plain(trouble.getMessage(), trouble);
        };
    }

    private static String reason(FileSystemException trouble) {
        var reason = plain(trouble.getReason(), trouble);
        return reason.toLowerCase(Locale.ROOT).startsWith("too many levels of symbolic links")
                ? "it is a link, which is not followed here"
                : reason;
    }

    private static String plain(@Nullable String words, IOException trouble) {
        return Optional.ofNullable(words)
                .filter(text -> !text.isBlank())
                .map(DiskWords::uncapitalized)
                .orElseGet(() -> "the system refused it (" + trouble.getClass().getSimpleName() + ")");
    }

    private static String uncapitalized(String text) {
        var isName = text.length() > 1 && !Character.isLowerCase(text.charAt(1));
        return isName ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
