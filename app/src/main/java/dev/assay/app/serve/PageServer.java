package dev.assay.app.serve;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

import dev.assay.app.config.Settings;
import dev.assay.app.serve.api.PageApi;
import dev.assay.app.serve.http.LocalServer;
import dev.assay.app.serve.http.Session;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.work.Tools;
import dev.assay.app.serve.work.Work;

/** The page, for as long as it is open. */
public final class PageServer implements AutoCloseable {

    private final LocalServer server;
    private final Session session;
    private final FileChannel lock;

    private PageServer(LocalServer server, Session session, FileChannel lock) {
        this.server = server;
        this.session = session;
        this.lock = lock;
    }

    /** What came of opening it. */
    public sealed interface Opening {
        record Open(PageServer server) implements Opening {}

        /** Something listens on that port. */
        record PortTaken() implements Opening {}

        /** Another page of the same data is open; two would lose each other's jobs. */
        record OpenAlready(Path home) implements Opening {}
    }

    /**
     * Opens it.
     *
     * @param port 0 for any that is free
     */
    public static Opening open(Settings settings, int port) throws IOException {
        var tools = new Tools(settings);
        var lock = lock(tools.home());
        if (lock.isEmpty()) {
            return new Opening.OpenAlready(tools.home());
        }
        var session = Session.begin();
        try {
            var jobs = new Jobs(tools.home().resolve("jobs"), new Work(tools), Clock.systemUTC(), new Random());
            var server = LocalServer.start(port, session, PageApi.routes(session, tools, jobs));
            return new Opening.Open(new PageServer(server, session, lock.get()));
        } catch (BindException _) {
            lock.get().close();
            return new Opening.PortTaken();
        } catch (IOException e) {
            lock.get().close();
            throw e;
        }
    }

    private static Optional<FileChannel> lock(Path home) throws IOException {
        Files.createDirectories(home);
        var channel = FileChannel.open(home.resolve("open"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isOurs(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    public int port() {
        return server.port();
    }

    /** Where it is. Whoever has it acts as the user. */
    public String address() {
        return root() + "#secret=" + session.secret();
    }

    /** What to open the browser with: it is of use once. */
    public String invitation() {
        return session.ticket().map(ticket -> root() + "#ticket=" + ticket).orElseGet(this::address);
    }

    private String root() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }
}
