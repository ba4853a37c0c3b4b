package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Role;

/** What identification has to say beside its result. */
final class Findings {

    private Findings() {}

    private static final int SHOWN = 5;

    /** The same, the first of them with what the site said besides. */
    static List<ResolvedIngredient> withStrangers(List<String> strangers, List<ResolvedIngredient> resolved) {
        if (strangers.isEmpty() || resolved.isEmpty()) {
            return resolved;
        }
        var all = new ArrayList<>(resolved);
        all.set(0, resolved.getFirst().and(foreignAnswer(strangers)));
        return List.copyOf(all);
    }

    private static Finding foreignAnswer(List<String> strangers) {
        return Finding.info(
                "FOREIGN_ANSWER",
                Effect.NONE,
                "Asked about several hashes, the site also answered "
                        + strangers.stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + (strangers.size() > SHOWN ? " and " + (strangers.size() - SHOWN) + " more" : "")
                        + ", none of whose files has any of them: set aside");
    }

    static Finding primaryChosen(ModelVersion version, ModelFile chosen, List<ModelFile> all) {
        return Finding.info(
                        "PRIMARY_CHOSEN",
                        Effect.DOUBT,
                        version.words() + " has " + all.size() + " such files (" + names(all)
                                + "); nothing says which one was used, so the site's primary one is: "
                                + chosen.name())
                .advise("Give the number of the file with --file, or its SHA-256, to use another one.");
    }

    static Finding preferredChosen(ModelVersion version, ModelFile chosen, List<ModelFile> all, Preference preference) {
        return Finding.info(
                        "PREFERRED_CHOSEN",
                        Effect.DOUBT,
                        version.words() + " has " + all.size() + " such files (" + names(all) + "); of them you prefer "
                                + String.join(", ", preference.words()) + ": " + chosen.name())
                .advise("Give the number of the file with --file, or its SHA-256, to use another one.");
    }

    static Finding fileChosen(ModelVersion version, ModelFile chosen, List<ModelFile> all) {
        return Finding.info(
                "FILE_CHOSEN",
                Effect.DOUBT,
                version.words() + " has " + all.size() + " such files (" + names(all)
                        + "); nothing says which one was used, and of them you chose " + chosen.name());
    }

    private static String names(List<ModelFile> files) {
        return files.stream()
                .map(file -> file.name() + " (file " + file.fileId() + ")")
                .collect(Collectors.joining(", "));
    }

    static Finding hashNotInFile(String hashes, ModelFile file) {
        return Finding.warning(
                        "HASH_NOT_IN_VERSION",
                        Effect.DOUBT,
                        "The metadata give the hash " + hashes + ", which is not that of " + file.name() + " (file "
                                + file.fileId() + " of model version " + file.versionId() + ")")
                .advise("Hashes in metadata may be of a local conversion or of a file since replaced; the result can"
                        + " differ if the maker's file did.");
    }

    static Finding nameOnly(String name, ModelFile file, String how) {
        return Finding.warning(
                        "NAME_ONLY",
                        Effect.DOUBT,
                        "Nothing but a name says that " + name + " is " + file.name() + ": " + how)
                .advise("Check on the model's page that it is the one.");
    }

    static Finding versionGone(String gone) {
        return Finding.info(
                "VERSION_GONE", Effect.NONE, gone + "; the file with the same hash is still there in another version");
    }

    static Finding fromElsewhere(ModelFile file) {
        return Finding.info(
                "FROM_HUGGING_FACE",
                Effect.NONE,
                "The site does not have it; the same content, by its SHA-256, lies on Hugging Face: "
                        + file.elsewhere().map(Object::toString).orElse(""));
    }

    static Finding roleDisagrees(Role said, ModelFile file, Role taken) {
        return Finding.warning(
                "ROLE_DISAGREES",
                Effect.DOUBT,
                "The metadata speak of a " + said.words() + ", but " + file.name() + " is of the model type "
                        + file.modelType() + "; it is taken for a " + taken.words());
    }

    static Finding strengthDisagrees(String name, String taken, String other) {
        return Finding.warning(
                "LORA_WEIGHT_DISAGREES",
                Effect.DOUBT,
                "The sources give different weights of " + name + ": " + taken + " is taken, not " + other);
    }

    static Finding linkedOnly(long versionId) {
        return Finding.info(
                "LINKED_ONLY",
                "The site links model version " + versionId
                        + " to this image or its post, but no metadata name it: it is left out");
    }
}
