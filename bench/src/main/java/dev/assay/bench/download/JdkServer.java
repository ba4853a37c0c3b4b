package dev.assay.bench.download;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;

/** The JDK's own server of files: slower than a real one, and there on every computer. */
record JdkServer(HttpServer server) implements FileServer {

    static JdkServer start(Path folder) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(address, folder.toAbsolutePath(), OutputLevel.NONE);
        server.start();
        return new JdkServer(server);
    }

    @Override
    public String name() {
        return "the JDK's file server (nginx is not installed)";
    }

    @Override
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
