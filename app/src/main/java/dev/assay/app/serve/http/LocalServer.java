package dev.assay.app.serve.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.Problem;

/** Listens on the loopback, where nobody but this computer's own programs can call. */
public final class LocalServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes;
    private final Guard guard;

    private LocalServer(HttpServer server, Session session, List<Route> routes) {
        this.server = server;
        this.routes = List.copyOf(routes);
        this.guard = new Guard(server.getAddress().getPort(), session);
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @throws java.net.BindException where the port is taken
     */
    public static LocalServer start(int port, Session session, List<Route> routes) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var local = new LocalServer(HttpServer.create(address, 0), session, routes);
        local.server.createContext("/", local::handle);
        local.server.setExecutor(local.workers);
        local.server.start();
        return local;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            new Responder(exchange).send(answer(exchange));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws InterruptedException {
        var path = exchange.getRequestURI().getPath();
        try {
            var refusal = guard.refusal(exchange.getRequestHeaders(), path);
            return refusal.isPresent() ? refusal.get() : route(exchange, path);
        } catch (RefusedException e) {
            return e.answer();
        } catch (IOException | RuntimeException e) {
            return Answer.failed(
                    500,
                    new Problem(
                            ExitCode.DEFECT,
                            "request",
                            "A defect in Assay itself: " + e,
                            "The request was not carried out.",
                            "Please report it."));
        }
    }

    private Answer route(HttpExchange exchange, String path)
            throws IOException, RefusedException, InterruptedException {
        var method = exchange.getRequestMethod();
        var known = false;
        for (var route : routes) {
            Optional<Map<String, String>> captured = route.match(path);
            if (captured.isPresent() && route.method().equals(method)) {
                return route.handler().answer(new Call(exchange, captured.get()));
            }
            known |= captured.isPresent();
        }
        if (known || (!method.equals("GET") && !path.startsWith("/api/"))) {
            return Answer.failed(
                    405, new Problem(ExitCode.USAGE, path, method + " is not done here.", "Nothing was done.", ""));
        }
        var own = path.startsWith("/api/") ? Optional.<Answer>empty() : OwnFiles.find(path);
        return own.orElseGet(() -> Answer.notFound("\"" + path + "\"", "There is nothing of that name."));
    }

    /** Whoever is being answered is not waited for. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
