package dev.assay.comfyui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComfyServerTest {

    private HttpServer server;
    private String body = "";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void tellsTheVersionOfARunningServer() {
        body = "{\"system\":{\"comfyui_version\":\"0.24.0\"},\"devices\":[{\"name\":\"cpu\"}]}";
        assertThat(comfy().look()).isEqualTo(new ComfyServer.Look.Running("0.24.0", "cpu"));
    }

    @Test
    void doesNotTakeAnotherProgramForComfy() {
        body = "{\"hello\":1}";
        assertThat(comfy().look()).isInstanceOf(ComfyServer.Look.NotThere.class);
        body = "<html>";
        assertThat(comfy().look()).isInstanceOf(ComfyServer.Look.NotThere.class);
        status = 500;
        assertThat(comfy().look()).isInstanceOf(ComfyServer.Look.NotThere.class);
    }

    @Test
    void saysThatNothingIsThere() {
        server.stop(0);
        assertThat(comfy().look()).isEqualTo(new ComfyServer.Look.NotThere("no connection"));
    }

    private ComfyServer comfy() {
        return new ComfyServer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
