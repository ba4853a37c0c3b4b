package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

import dev.assay.wire.WireException;

/** What a failed connection means, for people. The exceptions' own texts are left out: nobody vouches for them. */
public final class NetworkTrouble {

    private NetworkTrouble() {}

    /** A sentence. */
    public static String words(IOException trouble) {
        return switch (trouble) {
            case UnknownHostException _ -> "Its host is not known; is this computer online?";
            case ConnectException _ -> "The connection was refused.";
            case WireException told -> sentence(String.valueOf(told.getMessage()));
            case SSLException _ -> "No secure connection could be made.";
            default -> "The connection broke off.";
        };
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }
}
