package dev.assay.core.prompt;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.prompt.ExtraNetwork.Kind;

/** Turns tags into networks, each name once, and keeps what there is to say about them. */
final class NetworkCollector {

    private static final int MAX_TAGS = 256;

    private final Map<String, ExtraNetwork> networks = new LinkedHashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private int tags;

    List<ExtraNetwork> networks() {
        return List.copyOf(networks.values());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void add(TagScanner.Tag tag) {
        if (++tags > MAX_TAGS) {
            findings.add(PromptFindings.leftOut("LORA_LIMIT", "more than " + MAX_TAGS + " tags for extra networks"));
            return;
        }
        switch (tag.type()) {
            case "lora" -> addLora(Kind.LORA, tag);
            case "lyco" -> addLora(Kind.LYCORIS, tag);
            case "hypernet" -> addHypernetwork(tag);
            default ->
                findings.add(PromptFindings.leftOut(
                        "EXTRA_NETWORK_UNKNOWN", tag + " is no tag that ComfyUI's core nodes can follow; left out"));
        }
    }

    private void addLora(Kind kind, TagScanner.Tag tag) {
        var arguments = TagArguments.of(tag.arguments());
        var clip = strength(tag, arguments.value(1, "te"), BigDecimal.ONE);
        // One weight stands for both; with two, A1111 writes the text encoder first (ComfyUI's loader the model).
        var model = strength(tag, arguments.value(2, "unet"), clip);
        arguments.unsupported().forEach(argument -> findings.add(unsupported(tag, argument)));
        put(new ExtraNetwork(kind, arguments.name(), model, clip), tag);
    }

    private void addHypernetwork(TagScanner.Tag tag) {
        var arguments = TagArguments.of(tag.arguments());
        var strength = strength(tag, arguments.value(1, "multiplier"), BigDecimal.ONE);
        put(new ExtraNetwork(Kind.HYPERNETWORK, arguments.name(), strength, strength), tag);
    }

    private BigDecimal strength(TagScanner.Tag tag, String written, BigDecimal absent) {
        if (written.isEmpty()) {
            return absent;
        }
        return Decimals.read(written).orElseGet(() -> {
            var start = Decimals.readStart(written).orElse(absent);
            findings.add(PromptFindings.warning(
                    "LORA_ARGS",
                    Effect.APPROXIMATES,
                    tag + ": \"" + written + "\" is no single strength; " + start.toPlainString() + " is used"));
            return start;
        });
    }

    private static Finding unsupported(TagScanner.Tag tag, String argument) {
        return PromptFindings.leftOut(
                "LORA_ARGS", tag + ": \"" + argument + "\" has no counterpart in ComfyUI's core nodes; left out");
    }

    /** A name that comes again keeps its place and takes the later strengths: metadata writers repeat tags. */
    private void put(ExtraNetwork network, TagScanner.Tag tag) {
        if (network.name().isEmpty()) {
            findings.add(PromptFindings.leftOut("LORA_ARGS", tag + " names no file; left out"));
            return;
        }
        var family = network.kind().sameLoaderAs(Kind.HYPERNETWORK) ? "hypernet:" : "lora:";
        var earlier = networks.put(family + network.name().toLowerCase(Locale.ROOT), network);
        if (earlier != null) {
            findings.add(duplicate(earlier, network));
        }
    }

    private static Finding duplicate(ExtraNetwork earlier, ExtraNetwork later) {
        var agree = earlier.sameStrengths(later);
        return PromptFindings.warning(
                "DUP_LORA",
                Effect.DOUBT,
                later.name() + " is asked for twice"
                        + (agree ? ", each time alike; loaded once" : ", with different strengths; the last is used"));
    }
}
