package dev.assay.civitai;

import java.util.regex.Pattern;

/** What a host's name alone says of where it is; nothing is looked up. Names are in lower case. */
final class Hosts {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern PRIVATE = Pattern.compile(
            "(?:10|0)(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}"
                    + "|169\\.254(?:\\.\\d{1,3}){2}|\\[f[cde][^]]*]|\\[::[^]]*]|[^.]*\\.localhost|.*\\.local");

    private Hosts() {}

    /** Whether it is this computer. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether it is this computer or its network. */
    static boolean isLocal(String host) {
        return isLoopback(host) || PRIVATE.matcher(host).matches();
    }
}
