package dev.assay.app.compare;

import dev.assay.core.metadata.Document;
import dev.assay.core.metadata.carrier.CarrierFile;
import dev.assay.core.metadata.dialect.MetadataReader;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.RecipeMerge;
import dev.assay.core.source.Origin;
import dev.assay.core.source.Source;

/** What a file says of its own making. */
final class FileRecipe {

    private FileRecipe() {}

    static Recipe of(CarrierFile.Read image) {
        return RecipeMerge.merge(
                MetadataReader.read(new Document.FileTexts(image.entries()), new Source(Origin.FILE, "")));
    }
}
