package dev.assay.replica.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a {@link Model} together. */
public final class ModelBuilder {

    private final long id;
    private final String name;
    private final String type;
    private final List<VersionBuilder> versions = new ArrayList<>();
    private boolean shown = true;

    ModelBuilder(long id, String name, String type) {
        this.id = id;
        this.name = name;
        this.type = type;
    }

    public ModelBuilder version(VersionBuilder version) {
        versions.add(version);
        return this;
    }

    /** The model is unpublished or deleted; {@code /model-versions/:id} does not look at that (quirk 16). */
    public ModelBuilder hidden() {
        this.shown = false;
        return this;
    }

    public Model build() {
        var built =
                versions.stream().map(version -> version.build(id, name, type)).toList();
        return new Model(id, name, type, shown, built, Optional.empty());
    }
}
