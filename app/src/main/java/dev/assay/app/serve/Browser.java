package dev.assay.app.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens the user's browser, by the means of their system. */
public final class Browser {

    private Browser() {}

    /** Asks for it; whether anything opens, only the user sees. */
    public static boolean open(String address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException _) {
            // There is no such program here: the address was printed.
            return false;
        }
    }

    private static List<String> command(String system, String address) {
        if (system.contains("mac")) {
            return List.of("open", address);
        }
        return system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of("xdg-open", address);
    }
}
