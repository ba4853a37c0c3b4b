package dev.assay.app.pipeline;

import java.nio.file.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;

/** Whether what is missing fits. Each disk is looked at by itself: people keep their models elsewhere than ComfyUI. */
final class Room {

    private Room() {}

    /**
     * Something that is to come.
     *
     * @param bytes that are still to be taken from the disk
     */
    record Need(Path directory, long bytes) {}

    /** What keeps the parts that are missing from being downloaded. */
    static List<Problem> lacking(Disk disk, List<Part> parts) {
        return lacking(parts.stream()
                .flatMap(part -> part.state() instanceof PartState.Missing missing
                        ? Stream.of(new Need(missing.directory(), missing.bytes() - taken(disk, part)))
                        : Stream.empty())
                .toList());
    }

    private static long taken(Disk disk, Part part) {
        return disk.comfy().map(comfy -> Fetching.taken(List.of(part), comfy)).orElse(0L);
    }

    /** What keeps all of these from being downloaded; a problem for each disk that has no room. */
    static List<Problem> lacking(List<Need> needs) {
        Map<FileStore, List<Need>> disks = new LinkedHashMap<>();
        for (var need : needs) {
            FreeSpace.store(need.directory())
                    .ifPresent(store ->
                            disks.computeIfAbsent(store, _ -> new ArrayList<>()).add(need));
        }
        return disks.values().stream().flatMap(on -> lackingOnOne(on).stream()).toList();
    }

    private static Optional<Problem> lackingOnOne(List<Need> needs) {
        var needed = needs.stream().mapToLong(Need::bytes).sum();
        var folder = needs.getFirst().directory();
        var free = FreeSpace.at(folder);
        return free < 0 || needed <= free
                ? Optional.empty()
                : Optional.of(new Problem(
                        ExitCode.THIS_COMPUTER,
                        "disk",
                        "The downloads need " + needed + " bytes, and " + free + " are free in " + folder + ".",
                        "They would not fit; nothing was downloaded.",
                        "Make room, or name another folder in extra_model_paths.yaml."));
    }

    static long missingBytes(List<Part> parts) {
        return parts.stream()
                .mapToLong(part -> part.state() instanceof PartState.Missing missing ? missing.bytes() : 0)
                .sum();
    }
}
