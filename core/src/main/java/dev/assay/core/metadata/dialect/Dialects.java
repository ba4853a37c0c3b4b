package dev.assay.core.metadata.dialect;

import java.util.List;
import java.util.Optional;

/** All dialects, in the order in which they are tried; graphs are looked for before any of them. */
final class Dialects {

    private static final List<Dialect> ALL = List.of(
            new SwarmUi(),
            new RuinedFooocus(),
            new Fooocus(),
            new InvokeAi(),
            new InvokeAiTwo(),
            new InvokeDream(),
            new NovelAi(),
            new DrawThings(),
            new EasyDiffusion(),
            new StabilityMatrix(),
            new TensorArt(),
            new LoraManagerRecipe(),
            new ForeignTool(),
            new GenerationRows(),
            new CivitaiMeta(),
            new Infotext());

    private Dialects() {}

    /** The first that can read it. */
    static Optional<Dialect> of(Passage passage) {
        return ALL.stream().filter(dialect -> dialect.canRead(passage)).findFirst();
    }
}
