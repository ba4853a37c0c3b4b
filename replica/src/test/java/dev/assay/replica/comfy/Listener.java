package dev.assay.replica.comfy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** A client's WebSocket: collects what it hears. */
final class Listener implements WebSocket.Listener {

    private static final Json END = Json.of("end");

    private final BlockingQueue<Json> heard = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private int previews;

    static Listener of(HttpClient client, Comfy comfy, String id) {
        var listener = new Listener();
        var address = URI.create(comfy.address().toString().replace("http", "ws") + "/ws?clientId=" + id);
        client.newWebSocketBuilder().buildAsync(address, listener).join();
        return listener;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                heard.add(Json.parse(text.toString()));
            } catch (MalformedJsonException e) {
                throw new AssertionError(e);
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        previews += last ? 1 : 0;
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        heard.add(END);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        heard.add(END);
    }

    int previews() {
        return previews;
    }

    /** The events up to the one of that name, or to the end of the connection. */
    List<String> until(String event) throws InterruptedException {
        List<String> events = new ArrayList<>();
        while (true) {
            var message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing more after " + events);
            }
            if (message.equals(END)) {
                events.add("end");
                return events;
            }
            var name = message.at("type").text().orElse("");
            var isLast =
                    name.equals("executing") && message.at("data").at("node").isNull();
            events.add(isLast ? "last" : name);
            if (events.getLast().equals(event)) {
                return events;
            }
        }
    }
}
