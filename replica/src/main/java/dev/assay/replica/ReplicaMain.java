package dev.assay.replica;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.Captured;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.World;

/** Starts a world for playing with by hand; called wrongly, it says how, and names every fault. */
public final class ReplicaMain {

    private final PrintStream out;
    private final List<FaultOrder> orders = new ArrayList<>();
    private int port;
    private Source world = IncidentWorld::world;
    private Optional<Path> comfyFolder = Optional.empty();

    /** Where the world comes from; it is made once all arguments are understood. */
    @FunctionalInterface
    private interface Source {
        World world() throws IOException;
    }

    private ReplicaMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var main = new ReplicaMain(out);
        if (main.read(List.of(arguments))) {
            main.run();
        } else {
            out.println("usage: [--port N] [--world incident|quirks | --captured DIR] [--comfy FOLDER]"
                    + " [--fault NAME[=VALUE][*TIMES][@PATH]]...");
            out.println("DIR holds answers captured from the real site, as JSON files");
            out.println("FOLDER is one that a ComfyUI server should be played in");
            out.println(
                    "faults: " + Arrays.stream(Fault.values()).map(Fault::text).collect(Collectors.joining(" ")));
            System.exit(2);
        }
    }

    private boolean read(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (!read(arguments.get(i), arguments.get(i + 1))) {
                return false;
            }
        }
        return arguments.size() % 2 == 0;
    }

    private boolean read(String option, String value) {
        return switch (option) {
            case "--port" -> port(value);
            case "--world" -> named(value);
            case "--captured" -> captured(Path.of(value));
            case "--comfy" -> comfy(Path.of(value));
            case "--fault" -> FaultOrder.parse(value).map(orders::add).orElse(false);
            default -> false;
        };
    }

    private boolean port(String value) {
        if (!value.matches("\\d{1,5}")) {
            return false;
        }
        port = Integer.parseInt(value);
        return true;
    }

    private boolean named(String name) {
        switch (name) {
            case "incident" -> world = IncidentWorld::world;
            case "quirks" -> world = QuirksWorld::world;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean captured(Path folder) {
        world = () -> Captured.world(folder).build();
        return Files.isDirectory(folder);
    }

    private boolean comfy(Path folder) {
        comfyFolder = Optional.of(folder);
        return Files.isDirectory(folder);
    }

    private void run() throws IOException, InterruptedException {
        try (var replica = Replica.start(world.world(), port, InstantSource.system())) {
            orders.forEach(replica.faults()::on);
            out.println(replica.site());
            out.println("Hugging Face " + replica.hub());
            out.println("image " + IncidentWorld.IMAGE + ", key " + IncidentWorld.KEY + "; stop with Ctrl-C");
            if (comfyFolder.isPresent()) {
                var comfy = Comfy.start(comfyFolder.get());
                orders.forEach(comfy.faults()::on);
                out.println("ComfyUI " + comfy.address());
            }
            new CountDownLatch(1).await();
        }
    }
}
