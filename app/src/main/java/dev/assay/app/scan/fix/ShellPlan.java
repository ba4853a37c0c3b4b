package dev.assay.app.scan.fix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.Site;

/**
 * The fetches of a plan as a plain shell script, for machines without Assay. Each text stands in single quotes; a key comes
 * from the environment at the time, goes to the site alone, by way of standard input, and never into a command line.
 */
public final class ShellPlan {

    private static final String BEGINNING = """
            #!/bin/sh
            # Fetches the models that workflows need, each checked before it gets its name. Run it again where it broke off.
            # Usage: COMFYUI_ROOT=/path/to/ComfyUI sh plan.sh     (a key: CIVITAI_API_KEY in the environment)
            set -eu
            : "${COMFYUI_ROOT:?set COMFYUI_ROOT to your ComfyUI folder}"
            failed=0

            # whole FILE SHA256
            whole() {
                [ -e "$1" ] && sum=$(sha256sum <"$1") && [ "${sum%% *}" = "$2" ]
            }

            # download PART KEYED URL
            download() {
                if [ "$2" = yes ] && [ -n "${CIVITAI_API_KEY:-}" ]; then
                    printf 'header = "Authorization: Bearer %s"\n' "$CIVITAI_API_KEY" |
                        curl -fL --proto 'PROTOCOLS' --proto-redir 'PROTOCOLS' --retry 5 -C - -o "$1" -K - -- "$3"
                else
                    curl -fL --proto 'PROTOCOLS' --proto-redir 'PROTOCOLS' --retry 5 -C - -o "$1" -- "$3"
                fi
            }

            # fetch FOLDER NAME SHA256 KEYED URL
            fetch() {
                target="$COMFYUI_ROOT/models/$1/$2"
                if [ -e "$target" ]; then
                    if whole "$target" "$3"; then echo "there already: $target"; return 0; fi
                    echo "another file has its name, and is not replaced: $target" >&2
                    return 1
                fi
                mkdir -p "$(dirname "$target")"
                part="$target.part"
                if ! whole "$part" "$3"; then
                    # What an earlier run left may be no beginning of it: then from the start, once.
                    download "$part" "$4" "$5" || { rm -f "$part"; download "$part" "$4" "$5"; } || return 1
                fi
                if ! whole "$part" "$3"; then
                    echo "not what was promised, and removed: $part" >&2
                    rm -f "$part"
                    return 1
                fi
                # Neither of the two replaces a file that came there meanwhile.
                if ln "$part" "$target" 2>/dev/null; then rm -f "$part"; else mv -n "$part" "$target"; fi
                echo "fetched: $target"
            }

            """;

    private ShellPlan() {}

    /**
     * The script.
     *
     * @param site the one that is asked, to which alone a key may go
     */
    public static String of(Plan plan, Site site) {
        // Plain http is for a site that is set on this computer, such as a replica.
        var protocols = site.origin().getScheme().equals("http") ? "=http,https" : "=https";
        var out = new StringBuilder(BEGINNING.replace("PROTOCOLS", protocols));
        for (var fetch : plan.fetches()) {
            var address = address(fetch, site);
            if (fetch.sha256().isEmpty() || address.isEmpty()) {
                comment(out, "Left out, since nothing could be checked: " + fetch.name());
                continue;
            }
            out.append("fetch ")
                    .append(String.join(
                            " ",
                            List.of(
                                    quoted(fetch.folder()),
                                    quoted(fetch.name()),
                                    fetch.sha256().get().hex(),
                                    site.mayCarryKey(address.get()) ? "yes" : "no",
                                    quoted(address.get().toString()))))
                    .append(" || failed=1\n");
        }
        plan.rewirings()
                .forEach(one -> one.changes()
                        .forEach(change -> comment(
                                out,
                                "To be changed in " + one.file() + ": "
                                        + change.names().from() + " becomes "
                                        + change.names().to())));
        plan.byHand().forEach(line -> comment(out, line));
        return out.append("exit \"$failed\"\n").toString();
    }

    /** Where it is fetched from; empty where that may not be contacted. */
    private static Optional<URI> address(Errand fetch, Site site) {
        try {
            return Optional.of(site.map(new URI(fetch.url()))).filter(site::permits);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Nothing in single quotes means anything to a shell; a single quote ends them, and is put between. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static void comment(StringBuilder out, String text) {
        var line = new StringBuilder();
        text.codePoints()
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        out.append("# ").append(line).append('\n');
    }
}
