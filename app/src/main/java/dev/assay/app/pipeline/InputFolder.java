package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.assay.core.disk.DiskWords;
import dev.assay.models.name.SafeName;

/**
 * ComfyUI's folder of pictures to begin with. A picture gets its own name there, or where another file has it, one told apart
 * by content: what is there is never replaced (law 3), and the same picture is never put there twice.
 */
final class InputFolder {

    private static final int DIGITS = 12;

    private final Path folder;

    InputFolder(Path comfy) {
        this.folder = comfy.resolve("input");
    }

    /** What came of putting a picture there. */
    sealed interface Placed {
        /** It is there, under that name. */
        record There(String name) implements Placed {}

        /** It is not. */
        record Failed(String why) implements Placed {}
    }

    /** The name that it would get, as nodes take it. */
    String planned(PictureFile.Read picture) {
        if (picture.file().startsWith(folder.toAbsolutePath().normalize())) {
            var own = folder.toAbsolutePath().normalize().relativize(picture.file());
            return own.toString().replace('\\', '/');
        }
        for (var name : names(picture)) {
            var target = folder.resolve(name.text());
            if (!Files.exists(target) || isSame(target, picture)) {
                return name.text();
            }
        }
        return names(picture).getLast().text();
    }

    private static List<SafeName> names(PictureFile.Read picture) {
        var name = picture.name();
        return List.of(name, name.withHash(picture.content(), DIGITS));
    }

    private static boolean isSame(Path target, PictureFile.Read picture) {
        try {
            return Files.isRegularFile(target) && Files.mismatch(target, picture.file()) < 0;
        } catch (IOException _) {
            // What cannot be read is not known to be the same.
            return false;
        }
    }

    Placed place(PictureFile.Read picture) {
        if (picture.file().startsWith(folder.toAbsolutePath().normalize())) {
            return new Placed.There(planned(picture));
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            for (var name : names(picture)) {
                if (isPlaced(picture, folder.resolve(name.text()))) {
                    return new Placed.There(name.text());
                }
            }
            return new Placed.Failed("other files have the names that it could get");
        } catch (IOException e) {
            return new Placed.Failed(DiskWords.of(e));
        }
    }

    /** Whether it is there afterwards; false where another file has the name. */
    private static boolean isPlaced(PictureFile.Read picture, Path target) throws IOException {
        if (Files.exists(target)) {
            return isSame(target, picture);
        }
        try (var staging = Staging.of(target)) {
            staging.write(Files.readAllBytes(picture.file()));
            FreshName.take(staging.path(), target);
            return true;
        } catch (FileAlreadyExistsException _) {
            // Somebody took the name just now.
            return isSame(target, picture);
        }
    }
}
