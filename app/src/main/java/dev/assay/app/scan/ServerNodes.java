package dev.assay.app.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.needs.PackNames;
import dev.assay.core.workflow.needs.PackNeed;
import dev.assay.core.workflow.ui.UiInventory;

/** What a server says of itself, or said once ({@code /object_info}). */
final class ServerNodes implements NodeCheck {

    private static final String CUSTOM = "custom_nodes.";

    private final Json answer;
    private final String source;
    private final Set<String> folders = new HashSet<>();

    /**
     * @param answer of {@code /object_info}
     * @param source where it comes from, for people
     */
    ServerNodes(Json answer, String source) {
        this.answer = answer;
        this.source = source;
        answer.members().values().stream()
                .flatMap(node -> node.at("python_module").text().stream())
                .filter(module -> module.startsWith(CUSTOM))
                .map(module -> PackNames.plain(module.substring(CUSTOM.length())))
                .forEach(folders::add);
    }

    @Override
    public PackState of(PackNeed pack) {
        var unknown = pack.classes().stream()
                .filter(type -> !answer.has(type) && !(UiInventory.isVirtual(type) && isThere(pack)))
                .toList();
        return unknown.isEmpty() ? new PackState.There(source) : new PackState.Missing(unknown);
    }

    /** Of a pack all of whose classes only the front end knows, its folder tells. */
    private boolean isThere(PackNeed pack) {
        return names(pack).anyMatch(folders::contains);
    }

    /** What the folder of a pack may be called. */
    static Stream<String> names(PackNeed pack) {
        return Stream.concat(pack.id().stream(), pack.repository().stream())
                .map(PackNames::plain)
                .map(name -> name.substring(name.lastIndexOf('/') + 1));
    }

    @Override
    public List<String> unknownCore(List<String> classes) {
        return classes.stream()
                .filter(type -> !answer.has(type) && !UiInventory.isVirtual(type))
                .toList();
    }

    @Override
    public Optional<String> source() {
        return Optional.of(source);
    }
}
