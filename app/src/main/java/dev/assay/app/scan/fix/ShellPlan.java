package dev.assay.app.scan.fix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.assay.civitai.Site;

/**
 * The fetches of a plan as a plain shell script, for machines without Assay. Each text stands in single quotes; a key comes
 * from the environment at the time, goes to its owner's server alone, by way of standard input, and never into a command
 * line.
 */
public final class ShellPlan {

    private ShellPlan() {}

    /**
     * The script.
     *
     * @param site the one that is asked, to which alone its key may go
     * @param hub what stands for Hugging Face; empty where that is not asked
     */
    public static String of(Plan plan, Site site, Optional<Site> hub) {
        // Plain http is for a site that is set on this computer, such as a replica.
        var local = site.origin().getScheme().equals("http")
                || hub.filter(one -> one.origin().getScheme().equals("http")).isPresent();
        var protocols = local ? "=http,https" : "=https";
        var out = new StringBuilder(beginning().replace("PROTOCOLS", protocols));
        for (var fetch : plan.fetches()) {
            var address = ScriptAddress.of(fetch.url(), site, hub);
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
                                    address.get().whose(),
                                    quoted(address.get().uri().toString()))))
                    .append('\n');
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

    private static String beginning() {
        try (var script = Objects.requireNonNull(ShellPlan.class.getResourceAsStream("plan.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
