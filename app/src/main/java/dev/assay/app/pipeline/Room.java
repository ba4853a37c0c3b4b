package dev.assay.app.pipeline;

import java.nio.file.FileStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;

/** Whether what is missing fits. Each disk is looked at by itself: people keep their models elsewhere than ComfyUI. */
final class Room {

    private Room() {}

    /** What keeps the parts that are missing from being downloaded. */
    static List<Problem> lacking(Disk disk, List<Part> parts) {
        Map<FileStore, List<Part>> disks = new LinkedHashMap<>();
        for (var part : parts) {
            if (part.state() instanceof PartState.Missing missing) {
                FreeSpace.store(missing.directory())
                        .ifPresent(store -> disks.computeIfAbsent(store, _ -> new ArrayList<>())
                                .add(part));
            }
        }
        return disks.values().stream()
                .flatMap(on -> lackingOnOne(disk, on).stream())
                .toList();
    }

    private static Optional<Problem> lackingOnOne(Disk disk, List<Part> parts) {
        var taken = disk.comfy().map(comfy -> Fetching.taken(parts, comfy)).orElse(0L);
        var needed = missingBytes(parts) - taken;
        var folder = ((PartState.Missing) parts.getFirst().state()).directory();
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
