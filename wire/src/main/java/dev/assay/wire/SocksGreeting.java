package dev.assay.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a SOCKS 5 proxy for a connection to a host (RFC 1928, with user and password of RFC 1929). */
final class SocksGreeting {

    private static final int VERSION = 5;
    private static final int NO_SECRET = 0;
    private static final int USER_AND_PASSWORD = 2;
    private static final int MAX_TEXT = 255;

    private final Link link;
    private final Duration silence;
    private final Route.Socks proxy;

    private SocksGreeting(Link link, Duration silence, Route.Socks proxy) {
        this.link = link;
        this.silence = silence;
        this.proxy = proxy;
    }

    static void exchange(Link link, Duration silence, Origin origin, Route.Socks proxy) throws IOException {
        var greeting = new SocksGreeting(link, silence, proxy);
        greeting.agreeOnMethod();
        greeting.connect(origin);
    }

    private void agreeOnMethod() throws IOException {
        send(
                proxy.secret().isPresent()
                        ? new byte[] {VERSION, 2, NO_SECRET, USER_AND_PASSWORD}
                        : new byte[] {VERSION, 1, NO_SECRET});
        var answer = receive(2);
        var method = answer[1];
        if (answer[0] != VERSION || (method != NO_SECRET && method != USER_AND_PASSWORD)) {
            throw refused("it wants a sign-in that is not offered, or is no SOCKS 5 proxy");
        }
        if (method == USER_AND_PASSWORD) {
            signIn();
        }
    }

    private void signIn() throws IOException {
        var secret = proxy.secret().orElseThrow(() -> refused("it wants a user and a password"));
        var message = new ByteArrayOutputStream();
        message.write(1);
        put(message, secret.user());
        put(message, secret.password());
        send(message.toByteArray());
        if (receive(2)[1] != 0) {
            throw refused("it does not accept the user and the password");
        }
    }

    private void connect(Origin origin) throws IOException {
        var message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {VERSION, 1, 0});
        var literal = Addresses.literal(origin.host());
        if (literal.isPresent()) {
            var bytes = literal.get().getAddress();
            message.write(bytes.length == 4 ? 1 : 4);
            message.writeBytes(bytes);
        } else {
            message.write(3);
            put(message, origin.host());
        }
        message.write(origin.port() >> 8);
        message.write(origin.port());
        send(message.toByteArray());
        var answer = receive(4);
        if (answer[0] != VERSION || answer[1] != 0) {
            throw refused("it answers with code " + answer[1]);
        }
        // Where it connected from: nobody needs it, but it must be read.
        receive(2
                + switch (answer[3]) {
                    case 1 -> 4;
                    case 3 -> receive(1)[0] & 0xff;
                    case 4 -> 16;
                    default -> throw refused("its answer makes no sense");
                });
    }

    private static void put(ByteArrayOutputStream message, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT) {
            throw new WireException("a name is too long for the proxy");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private void send(byte[] bytes) throws IOException {
        link.write(ByteBuffer.wrap(bytes));
    }

    private byte[] receive(int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (link.within(silence, () -> link.read(bytes)) < 0) {
                throw new WireException("the proxy " + proxy.host() + " closed the connection");
            }
        }
        return bytes.array();
    }

    private WireException refused(String why) {
        return new WireException("the proxy " + proxy.host() + " refuses the connection: " + why);
    }
}
