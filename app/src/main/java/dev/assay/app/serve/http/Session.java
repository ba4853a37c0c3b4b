package dev.assay.app.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret of one start: whoever shows it is the user. It is never in a request's address; what the browser is opened
 * with is a ticket that is exchanged for it once, since other users of this computer may see how programs are started.
 */
public final class Session {

    private static final int BYTES = 32;

    private final String secret;
    private Optional<String> ticket;

    private Session(String secret, String ticket) {
        this.secret = secret;
        this.ticket = Optional.of(ticket);
    }

    /** A new one. */
    public static Session begin() {
        var random = new SecureRandom();
        return new Session(word(random), word(random));
    }

    private static String word(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String secret() {
        return secret;
    }

    /** What is good for one exchange; empty where it took place. */
    public synchronized Optional<String> ticket() {
        return ticket;
    }

    /** Gives the secret for the ticket, once. */
    public synchronized Optional<String> exchange(String shown) {
        if (ticket.filter(good -> same(good, shown)).isEmpty()) {
            return Optional.empty();
        }
        ticket = Optional.empty();
        return Optional.of(secret);
    }

    boolean isShown(String authorization) {
        return same("Bearer " + secret, authorization);
    }

    /** Takes the same time wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
