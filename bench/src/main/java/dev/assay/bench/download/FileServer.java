package dev.assay.bench.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.bench.Command;

/** Serves the files of a folder on loopback, by plain http. */
interface FileServer extends AutoCloseable {

    /** Which server it is. */
    String name();

    URI origin();

    @Override
    void close();

    /**
     * nginx where it is installed, else the one of the JDK.
     *
     * @param perConnection bytes a second that a connection gets, which only nginx can keep to
     */
    static FileServer start(Path folder, Path work, Optional<Integer> perConnection) throws IOException {
        var nginx = Command.find("nginx");
        return nginx.isPresent() ? Nginx.start(nginx.get(), folder, work, perConnection) : JdkServer.start(folder);
    }
}
