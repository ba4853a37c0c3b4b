package dev.assay.comfyui.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for a file, which may be large, and streams it to the disk. */
public final class FileQuestion {

    private static final Duration FIRST_BYTE = Duration.ofSeconds(30);
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final int CHUNK = 256 << 10;

    private final Caller caller;

    public FileQuestion(Caller caller) {
        this.caller = caller;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The file is there, whole as far as the connection tells. */
        record Arrived(long bytes) implements Result {}

        /** The server has no such file, or does not give it. */
        record Refused(int status) implements Result {}

        /** The connection broke off or stalled. */
        record Broken(String why) implements Result {}

        /** This computer could not take it. */
        record NotKept(String why) implements Result {}
    }

    /** Writes what is at that path of the server into a file, which must not exist yet. */
    public Result fetch(String path, Path target) {
        try (var body = open(path)) {
            return body.status() == 200 ? save(body, target) : new Result.Refused(body.status());
        } catch (IOException e) {
            return new Result.Broken(String.valueOf(e.getMessage()));
        }
    }

    private record Body(int status, InputStream stream) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private Body open(String path) throws IOException {
        var response = caller.stream(path, FIRST_BYTE);
        return new Body(response.statusCode(), response.body());
    }

    private static Result save(Body body, Path target) {
        try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return copy(body, out, threads);
        } catch (IOException e) {
            return new Result.NotKept(String.valueOf(e));
        }
    }

    /** The stream has no time-out of its own, so that each read is waited for from outside. */
    private static Result copy(Body body, OutputStream out, ExecutorService threads) throws IOException {
        var buffer = new byte[CHUNK];
        long total = 0;
        while (true) {
            int read;
            try {
                read = threads.submit(() -> body.stream().read(buffer)).get(STALL.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                body.close();
                return new Result.Broken("it stalled");
            } catch (ExecutionException _) {
                return new Result.Broken("it broke off after " + total + " bytes");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                body.close();
                return new Result.Broken("it was interrupted");
            }
            if (read < 0) {
                return new Result.Arrived(total);
            }
            out.write(buffer, 0, read);
            total += read;
        }
    }
}
