package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;

/**
 * Makes mentions of embeddings into {@code embedding:name}. A1111 loads an embedding wherever its bare name stands;
 * ComfyUI only behind that prefix, at the start of a text or weight, or after a space or line feed, and takes the name
 * up to the next space. A name that it cannot find is dropped there without an error.
 */
public final class Embeddings {

    private static final String PREFIX = "embedding:";

    /**
     * What became of a text.
     *
     * @param found names that are mentioned, those already with a prefix included
     * @param findings names that ComfyUI cannot take, and such whose letters' case differs
     */
    public record Rewritten(String text, List<String> found, List<Finding> findings) {
        public Rewritten {
            found = List.copyOf(found);
            findings = List.copyOf(findings);
        }
    }

    private final String text;
    private final NameIndex names;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private int at;

    private Embeddings(String text, NameIndex names) {
        this.text = text;
        this.names = names;
    }

    /**
     * Rewrites plain text, which means without weights and escapes.
     *
     * @param names as the files are called, without extension; the longest that fits is taken
     */
    public static Rewritten rewrite(String text, Collection<String> names) {
        return new Embeddings(text, NameIndex.of(names)).rewrite();
    }

    private Rewritten rewrite() {
        while (at < text.length()) {
            if (!atWordStart()) {
                out.append(text.charAt(at++));
            } else if (text.startsWith(PREFIX, at)) {
                copyReference();
            } else {
                names.longestAt(text, at).ifPresentOrElse(this::refer, () -> out.append(text.charAt(at++)));
            }
        }
        return new Rewritten(out.toString(), new ArrayList<>(found), new ArrayList<>(findings));
    }

    private boolean atWordStart() {
        return at == 0 || !NameIndex.isWordPart(text.charAt(at - 1));
    }

    private void copyReference() {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        var reference = text.substring(at, end);
        var name = stripCommas(reference.substring(PREFIX.length()));
        if (name.isEmpty()) {
            // A word like any other; ComfyUI fails on a prefix without a name.
            out.append(reference.replace(":", " :"));
        } else {
            out.append(reference);
            found.add(name);
        }
        at = end;
    }

    private static String stripCommas(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == ',') {
            end--;
        }
        return name.substring(0, end);
    }

    private void refer(String name) {
        var written = text.substring(at, at + name.length());
        at += name.length();
        if (name.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',')) {
            findings.add(PromptFindings.leftOut(
                    "EMB_NAME", "ComfyUI cannot load an embedding called \"" + name + "\": rename the file"));
            out.append(written);
            return;
        }
        if (!written.equals(name)) {
            findings.add(PromptFindings.info(
                    "EMB_CASE", Effect.DOUBT, "\"" + written + "\" is taken for the embedding \"" + name + "\""));
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ' && out.charAt(out.length() - 1) != '\n') {
            out.append(' ');
        }
        out.append(PREFIX).append(name);
        found.add(name);
        if (!endsName()) {
            out.append(' ');
        }
    }

    /** Only commas may stick to a name, and only where white space or nothing follows them. */
    private boolean endsName() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ',') {
            next++;
        }
        return next == text.length() || Character.isWhitespace(text.charAt(next));
    }
}
