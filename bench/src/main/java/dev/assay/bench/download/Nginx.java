package dev.assay.bench.download;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** nginx, with a configuration of its own. */
record Nginx(Process process, URI origin) implements FileServer {

    static Nginx start(Path program, Path folder, Path work, Optional<Integer> perConnection) throws IOException {
        var port = freePort();
        var configuration = Files.createDirectories(work).resolve("nginx.conf");
        Files.writeString(
                configuration, configuration(work.toAbsolutePath(), port, folder.toAbsolutePath(), perConnection));
        var process = new ProcessBuilder(
                        program.toString(), "-c", configuration.toAbsolutePath().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitAnswer(process, port);
        return new Nginx(process, URI.create("http://127.0.0.1:" + port));
    }

    private static String configuration(Path work, int port, Path folder, Optional<Integer> perConnection) {
        // Started by root, its workers would be somebody else, who may not look into a temporary folder.
        var user = System.getProperty("user.name", "").equals("root") ? "user root;" : "";
        return """
            daemon off;
            %1$s
            pid %2$s/nginx.pid;
            error_log %2$s/error.log;
            events {}
            http {
                access_log off;
                sendfile on;
                default_type application/octet-stream;
                client_body_temp_path %2$s/body;
                proxy_temp_path %2$s/proxy;
                fastcgi_temp_path %2$s/fastcgi;
                uwsgi_temp_path %2$s/uwsgi;
                scgi_temp_path %2$s/scgi;
                server {
                    listen 127.0.0.1:%3$d;
                    root %4$s;
                    limit_rate %5$d;
                }
            }
            """.formatted(user, work, port, folder, perConnection.orElse(0));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(Process process, int port) throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IOException("nginx does not start", e);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
