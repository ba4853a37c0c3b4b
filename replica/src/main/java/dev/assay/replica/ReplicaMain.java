package dev.assay.replica;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;

/** Starts a world for playing with by hand; called wrongly, it says how, and names every fault. */
public final class ReplicaMain {

    private final PrintStream out;
    private final List<FaultOrder> orders = new ArrayList<>();
    private int port;
    private boolean quirks;

    private ReplicaMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var main = new ReplicaMain(out);
        if (main.read(List.of(arguments))) {
            main.run();
        } else {
            out.println("usage: [--port N] [--world incident|quirks] [--fault NAME[=VALUE][*TIMES][@PATH]]...");
            out.println(
                    "faults: " + Arrays.stream(Fault.values()).map(Fault::text).collect(Collectors.joining(" ")));
            System.exit(2);
        }
    }

    private boolean read(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            var value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--port" -> {
                    if (!value.matches("\\d{1,5}")) {
                        return false;
                    }
                    port = Integer.parseInt(value);
                }
                case "--world" -> {
                    if (!value.equals("incident") && !value.equals("quirks")) {
                        return false;
                    }
                    quirks = value.equals("quirks");
                }
                case "--fault" -> {
                    var order = FaultOrder.parse(value);
                    if (order.isEmpty()) {
                        return false;
                    }
                    orders.add(order.get());
                }
                default -> {
                    return false;
                }
            }
        }
        return arguments.size() % 2 == 0;
    }

    private void run() throws IOException, InterruptedException {
        try (var replica =
                Replica.start(quirks ? QuirksWorld.world() : IncidentWorld.world(), port, InstantSource.system())) {
            orders.forEach(replica.faults()::on);
            out.println(replica.site());
            out.println("image " + IncidentWorld.IMAGE + ", key " + IncidentWorld.KEY + "; stop with Ctrl-C");
            new CountDownLatch(1).await();
        }
    }
}
