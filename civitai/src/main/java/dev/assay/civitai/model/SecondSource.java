package dev.assay.civitai.model;

import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.reference.HuggingFaceFile;

/** Where models lie besides the site. */
public interface SecondSource {

    /** There is none. */
    SecondSource NONE = new SecondSource() {
        @Override
        public Resolution resolve(HuggingFaceFile place) {
            return new Resolution.Unidentified(
                    List.of("Hugging Face is not asked, since another site is set in place of the real one, and none in"
                            + " place of Hugging Face (ASSAY_HUGGINGFACE_URL)"),
                    List.of());
        }

        @Override
        public Optional<ModelFile> withContent(Sha256 hash) {
            return Optional.empty();
        }

        @Override
        public List<ModelFile> named(String name) {
            return List.of();
        }
    };

    /** What lies at that place. */
    Resolution resolve(HuggingFaceFile place);

    /** A file that has this very content, as the source itself says when it is asked. */
    Optional<ModelFile> withContent(Sha256 hash);

    /** Files that everybody calls by exactly that name; nothing is asked, and none of them is proven to be meant. */
    List<ModelFile> named(String name);
}
