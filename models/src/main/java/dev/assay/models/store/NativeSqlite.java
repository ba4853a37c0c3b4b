package dev.assay.models.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into Assay's own folder. The driver would unpack it anew for each run into the
 * folder for temporary files, and leave it there whenever the process is killed.
 */
final class NativeSqlite {

    /** The driver's own log, which would go to the user's terminal. Held, since an unheld logger forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("org.sqlite");

    private NativeSqlite() {}

    /** Lets the driver load the library from that folder; does nothing where the driver has loaded it already. */
    static void prepare(Path folder) throws IOException {
        DRIVER.setLevel(Level.OFF);
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (resource == null) {
            throw new IOException("SQLite is not made for this kind of computer");
        }
        // Whatever is called "sqlite-…" here, the driver takes for its own leftover, and deletes.
        var home = Files.createDirectories(folder.resolve("of-sqlite-" + SQLiteJDBCLoader.getVersion()));
        var library = home.resolve(name);
        if (!Files.isRegularFile(library) || Files.size(library) != length(resource)) {
            unpack(resource, library);
        }
        System.setProperty("org.sqlite.lib.path", home.toString());
        System.setProperty("org.sqlite.lib.name", name);
        // Where that one cannot be loaded, the driver unpacks its own; at least not among everybody's temporary files.
        System.setProperty("org.sqlite.tmpdir", folder.toString());
    }

    private static long length(URL resource) throws IOException {
        return resource.openConnection().getContentLengthLong();
    }

    /** Under a name of its own first, so that nobody loads half of it. */
    private static void unpack(URL resource, Path library) throws IOException {
        var part = Files.createTempFile(library.getParent(), "part", null);
        try (InputStream in = resource.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
