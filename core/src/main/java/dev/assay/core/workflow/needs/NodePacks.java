package dev.assay.core.workflow.needs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pack of custom nodes brings a class, for workflows that do not say so: the table that comes with the program. */
final class NodePacks {

    private static final String RESOURCE = "node-packs.tsv";
    private static final int COLUMNS = 3;

    /**
     * A row of the table.
     *
     * @param form a class, or what one begins or ends with and an asterisk
     * @param id the pack's name in the registry
     * @param repository {@code owner/name}
     */
    record Pack(String form, String id, String repository) {

        private boolean isExact() {
            return !form.startsWith("*") && !form.endsWith("*");
        }

        private boolean fits(String type) {
            return form.startsWith("*")
                    ? type.endsWith(form.substring(1))
                    : type.startsWith(form.substring(0, form.length() - 1));
        }
    }

    private final Map<String, Pack> exact = new HashMap<>();
    private final List<Pack> forms = new ArrayList<>();
    private final Map<String, Pack> byRepository = new HashMap<>();

    private NodePacks() {}

    static NodePacks load() {
        var stream = NodePacks.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("the table of packs of nodes is not in this build");
        }
        var packs = new NodePacks();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", COLUMNS))
                    .map(cells -> new Pack(cells[0], cells[1], cells[2]))
                    .forEach(packs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packs;
    }

    private void add(Pack pack) {
        if (pack.isExact()) {
            exact.putIfAbsent(pack.form(), pack);
        } else {
            forms.add(pack);
        }
        byRepository.putIfAbsent(PackNames.plain(pack.repository()), pack);
        byRepository.putIfAbsent(PackNames.plain(pack.id()), pack);
    }

    Optional<Pack> of(String type) {
        var known = exact.get(type);
        return known != null
                ? Optional.of(known)
                : forms.stream().filter(pack -> pack.fits(type)).findFirst();
    }

    /** What the table says of a pack that a workflow names by its registry name or its repository. */
    Optional<Pack> named(String idOrRepository) {
        return Optional.ofNullable(byRepository.get(PackNames.plain(idOrRepository)));
    }
}
