package dev.assay.civitai.ask;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

import dev.assay.wire.WireException;

/** What a failed connection means, for people. The exceptions' own texts are left out: nobody vouches for them. */
public final class NetworkTrouble {

    private NetworkTrouble() {}

    /** A sentence. */
    public static String words(IOException trouble) {
        if (trouble instanceof UnknownHostException || trouble.getCause() instanceof UnresolvedAddressException) {
            return "Its host is not known; is this computer online?";
        }
        return switch (trouble) {
            case HttpConnectTimeoutException _ -> "The connection could not be made in time.";
            case ConnectException _
            when trouble.getCause() instanceof ConnectException cause
                    && cause.getCause() instanceof UnresolvedAddressException ->
                "Its host is not known; is this computer online?";
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
