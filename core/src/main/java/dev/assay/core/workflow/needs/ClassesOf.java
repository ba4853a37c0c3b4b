package dev.assay.core.workflow.needs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.workflow.definition.NodeDefinition;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** Gathers which classes of nodes one workflow uses, and who brings them. */
final class ClassesOf {

    private static final String CORE = "comfy-core";

    /** Nodes of the front end itself. */
    private static final Set<String> FRONT_END = Set.of("Note", "MarkdownNote", "PrimitiveNode", "Reroute");

    /** A subgraph whose definition the file lacks is no class that could be installed. */
    private static final Pattern SUBGRAPH = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is gathered of one pack. */
    private static final class Gathered {
        private final Optional<String> id;
        private final Optional<String> repository;
        private final boolean fromFile;
        private final Set<String> versions = new LinkedHashSet<>();
        private final Set<String> classes = new LinkedHashSet<>();
        private boolean active;

        Gathered(Optional<String> id, Optional<String> repository, boolean fromFile) {
            this.id = id;
            this.repository = repository;
            this.fromFile = fromFile;
        }

        PackNeed need() {
            return new PackNeed(id, repository, List.copyOf(versions), List.copyOf(classes), active, fromFile);
        }
    }

    private final NodeDefinitions definitions;
    private final NodePacks table;
    private final Map<String, Gathered> packs = new LinkedHashMap<>();
    private final Set<String> core = new LinkedHashSet<>();
    private final Set<String> coreVersions = new LinkedHashSet<>();

    ClassesOf(NodeDefinitions definitions, NodePacks table) {
        this.definitions = definitions;
        this.table = table;
    }

    void add(SeenNode node) {
        var type = node.type();
        if (FRONT_END.contains(type)
                || type.startsWith("workflow>")
                || type.startsWith("workflow/")
                || SUBGRAPH.matcher(type).matches()) {
            return;
        }
        var version = node.properties().at("ver").text();
        var named = node.properties()
                .at("cnr_id")
                .text()
                .or(() -> node.properties().at("aux_id").text())
                .filter(id -> !id.isBlank());
        if (isCore(type, named)) {
            core.add(type);
            version.ifPresent(coreVersions::add);
            return;
        }
        var pack = pack(type, named, node.properties().at("aux_id").text());
        pack.classes.add(type);
        pack.active |= node.active();
        version.filter(_ -> pack.fromFile).ifPresent(pack.versions::add);
    }

    private boolean isCore(String type, Optional<String> named) {
        return named.isPresent()
                ? named.get().equals(CORE)
                : definitions.find(type).filter(NodeDefinition::core).isPresent();
    }

    private Gathered pack(String type, Optional<String> named, Optional<String> repository) {
        if (named.isPresent()) {
            var known = table.named(named.get());
            return packs.computeIfAbsent(
                    known.map(NodePacks.Pack::id).map(PackNames::plain).orElseGet(() -> PackNames.plain(named.get())),
                    _ -> new Gathered(named, repository.or(() -> known.map(NodePacks.Pack::repository)), true));
        }
        var known = table.of(type);
        return packs.computeIfAbsent(
                known.map(pack -> PackNames.plain(pack.id())).orElse("?" + type),
                _ -> new Gathered(known.map(NodePacks.Pack::id), known.map(NodePacks.Pack::repository), false));
    }

    List<PackNeed> packs() {
        return packs.values().stream().map(Gathered::need).toList();
    }

    List<String> core() {
        return new ArrayList<>(core);
    }

    List<String> coreVersions() {
        return new ArrayList<>(coreVersions);
    }
}
