package dev.assay.replica.site;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.fault.Faults;

/** The faults that strike one request. A fault is counted once for a request, however often it is looked at. */
final class Strikes {

    private final Faults faults;
    private final String path;
    private final Map<Fault, Optional<FaultOrder>> asked = new EnumMap<>(Fault.class);

    Strikes(Faults faults, String path) {
        this.faults = faults;
        this.path = path;
    }

    boolean by(Fault fault) {
        return order(fault).isPresent();
    }

    Optional<FaultOrder> order(Fault fault) {
        return asked.computeIfAbsent(fault, f -> faults.strike(f, path));
    }
}
