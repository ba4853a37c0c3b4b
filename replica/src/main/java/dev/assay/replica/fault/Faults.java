package dev.assay.replica.fault;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The faults that are on. Any thread may switch them while the replica runs. */
public final class Faults {

    private final Map<Fault, FaultOrder> active = new ConcurrentHashMap<>();

    /** Switches a fault on, everywhere and for ever; {@link Fault#ONE_SHOT_EMPTY} for once. */
    public Faults on(Fault fault) {
        var order = FaultOrder.of(fault);
        return on(fault == Fault.ONE_SHOT_EMPTY ? order.times(1) : order);
    }

    /** Switches a fault on for the next so many times it can strike. */
    public Faults on(Fault fault, int times) {
        return on(FaultOrder.of(fault).times(times));
    }

    public Faults on(FaultOrder order) {
        active.put(order.fault(), order);
        return this;
    }

    public Faults off(Fault fault) {
        active.remove(fault);
        return this;
    }

    public Faults clear() {
        active.clear();
        return this;
    }

    public Set<Fault> active() {
        return new TreeSet<>(active.keySet());
    }

    /** Whether the fault strikes a request to that path now; where it does, it is counted. */
    public boolean strikes(Fault fault, String path) {
        return strike(fault, path).isPresent();
    }

    /** As {@link #strikes}, with what was ordered. */
    public Optional<FaultOrder> strike(Fault fault, String path) {
        // A one-element array carries the decision out of the atomic step.
        var struck = new FaultOrder[1];
        active.computeIfPresent(fault, (_, order) -> {
            if (!path.startsWith(order.path())) {
                return order;
            }
            struck[0] = order;
            return counted(order);
        });
        return Optional.ofNullable(struck[0]);
    }

    /** What is left of an order once it struck; null, which takes it off, after the last time. */
    private static @Nullable FaultOrder counted(FaultOrder order) {
        OptionalInt times = order.times();
        if (times.isEmpty()) {
            return order;
        }
        return times.getAsInt() <= 1 ? null : order.times(times.getAsInt() - 1);
    }
}
