package dev.assay.core.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Role;
import dev.assay.core.prompt.ExtraNetwork;
import dev.assay.core.prompt.ExtraNetworks;

/**
 * The LoRAs and hypernetworks of each pass. A hires prompt of its own brings a set of its own: what only the first prompt
 * asks for is not loaded in the second pass, and the other way round. What no tag names works in both.
 */
final class Networks {

    /** What {@code LoraLoader} takes; {@code HypernetworkLoader} takes a tenth of it. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Canvas canvas;
    private final List<Placed> placed;
    private final List<ExtraNetwork> tags;
    private final Optional<List<ExtraNetwork>> hiresTags;

    Networks(Canvas canvas, Settled settled, Materials materials) {
        this.canvas = canvas;
        this.placed = new ArrayList<>(materials.loras());
        placed.addAll(materials.hypernetworks());
        this.tags = ExtraNetworks.inPrompt(settled.prompt()).networks();
        this.hiresTags = settled.hires()
                .flatMap(Settled.Hires::prompt)
                .map(prompt -> ExtraNetworks.inPrompt(prompt).networks());
    }

    List<Weighed> first() {
        return placed.stream().filter(this::isInFirst).map(this::asStated).toList();
    }

    /** Those for one of two experts: what no name tells of is for both. */
    List<Weighed> of(Half half) {
        return first().stream()
                .filter(network -> Half.of(network.placed()).orElse(half) == half)
                .toList();
    }

    /** What both prompts leave to the recipe is in the first pass too. */
    private boolean isInFirst(Placed network) {
        return tag(tags, network).isPresent()
                || hiresTags.flatMap(own -> tag(own, network)).isEmpty();
    }

    List<Weighed> second() {
        if (hiresTags.isEmpty()) {
            return first();
        }
        var own = hiresTags.get();
        own.stream().filter(tag -> !isKnown(tag)).map(Networks::missing).forEach(canvas::find);
        return placed.stream().flatMap(network -> second(network, own).stream()).toList();
    }

    private Optional<Weighed> second(Placed network, List<ExtraNetwork> own) {
        var tag = tag(own, network);
        if (tag.isPresent()) {
            return tag.map(asked -> weighed(network, asked.strengthModel(), asked.strengthClip()));
        }
        return tag(tags, network).isPresent() ? Optional.empty() : Optional.of(asStated(network));
    }

    /** What the first prompt asks for as well is an ingredient of the recipe, and missed there. */
    private boolean isKnown(ExtraNetwork tag) {
        return placed.stream().anyMatch(network -> isOf(tag, network))
                || tags.stream().anyMatch(first -> Stem.base(first.name()).equalsIgnoreCase(Stem.base(tag.name())));
    }

    private static Optional<ExtraNetwork> tag(List<ExtraNetwork> tags, Placed network) {
        return tags.stream().filter(tag -> isOf(tag, network)).findFirst();
    }

    private static boolean isOf(ExtraNetwork tag, Placed network) {
        var role = switch (tag.kind()) {
            case LORA, LYCORIS -> Role.LORA;
            case HYPERNETWORK -> Role.HYPERNETWORK;
        };
        return network.ingredient().role() == role && network.goesBy(tag.name());
    }

    /** A weight that nobody states is not 1 by itself (quirk 33): it is assumed, and said. */
    private Weighed asStated(Placed network) {
        var ingredient = network.ingredient();
        if (ingredient.strength().isEmpty()) {
            canvas.find(Assumptions.assumed(
                    "LORA_STRENGTH",
                    "No weight is stated for " + ingredient.role().words() + " \"" + ingredient.name()
                            + "\"; 1 is assumed."));
        }
        var strength = ingredient.strength().orElse(BigDecimal.ONE);
        return weighed(network, strength, ingredient.clipStrength().orElse(strength));
    }

    private Weighed weighed(Placed network, BigDecimal model, BigDecimal clip) {
        return new Weighed(network, held(network, model), held(network, clip));
    }

    private BigDecimal held(Placed network, BigDecimal weight) {
        var most = network.ingredient().role() == Role.HYPERNETWORK ? BigDecimal.TEN : MOST;
        var held = weight.min(most).max(most.negate());
        if (held.compareTo(weight) != 0) {
            canvas.find(Finding.warning(
                    "LORA_RANGE",
                    Effect.APPROXIMATES,
                    "The weight " + weight.toPlainString() + " of \""
                            + network.ingredient().name() + "\" is beyond what ComfyUI takes; "
                            + held.toPlainString() + " is used."));
        }
        return held;
    }

    private static Finding missing(ExtraNetwork tag) {
        return Finding.warning(
                "LORA_MISSING",
                Effect.LEAVES_OUT,
                "The prompt of the second pass asks for \"" + tag.name()
                        + "\", which is not identified; it is left out.");
    }

    /** Whether both passes load the same. */
    static boolean alike(List<Weighed> one, List<Weighed> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> one.get(i).isLike(other.get(i)));
    }
}
