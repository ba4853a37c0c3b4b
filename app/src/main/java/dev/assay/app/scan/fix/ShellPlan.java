package dev.assay.app.scan.fix;

import java.util.List;

/**
 * The fetches of a plan as a plain shell script, for machines without Assay. Each text stands in single quotes; a key comes
 * from the environment at the time, goes to the site alone, by way of standard input, and never into a command line.
 */
public final class ShellPlan {

    private static final String BEGINNING = """
            #!/bin/sh
            # Fetches the models that workflows need, each checked before it gets its name.
            # Usage: COMFYUI_ROOT=/path/to/ComfyUI sh plan.sh     (a key: CIVITAI_API_KEY in the environment)
            set -eu
            : "${COMFYUI_ROOT:?set COMFYUI_ROOT to your ComfyUI folder}"
            failed=0

            # fetch FOLDER NAME SHA256 KEYED URL
            fetch() {
                target="$COMFYUI_ROOT/models/$1/$2"
                if [ -e "$target" ]; then
                    echo "there already: $target"
                    return 0
                fi
                mkdir -p "$(dirname "$target")"
                part="$target.part"
                if [ "$4" = yes ] && [ -n "${CIVITAI_API_KEY:-}" ]; then
                    printf 'header = "Authorization: Bearer %s"\\n' "$CIVITAI_API_KEY" |
                        curl -fL --proto '=https' --proto-redir '=https' --retry 5 -C - -o "$part" -K - -- "$5" || return 1
                else
                    curl -fL --proto '=https' --proto-redir '=https' --retry 5 -C - -o "$part" -- "$5" || return 1
                fi
                if ! printf '%s  %s\\n' "$3" "$part" | sha256sum -c - >/dev/null 2>&1; then
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
     * @param site the origin that a key may go to, with its slash
     */
    public static String of(Plan plan, String site) {
        var out = new StringBuilder(BEGINNING);
        for (var fetch : plan.fetches()) {
            if (fetch.sha256().isEmpty() || !fetch.url().startsWith("https://")) {
                comment(out, "Left out, since nothing could be checked: " + fetch.name());
                continue;
            }
            var keyed = fetch.url().startsWith(site) ? "yes" : "no";
            out.append("fetch ")
                    .append(String.join(
                            " ",
                            List.of(
                                    quoted(fetch.folder()),
                                    quoted(fetch.name()),
                                    fetch.sha256().get().hex(),
                                    keyed,
                                    quoted(fetch.url()))))
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
