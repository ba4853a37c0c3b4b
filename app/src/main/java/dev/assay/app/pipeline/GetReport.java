package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.Terms;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;

/**
 * What became of the models that were wanted.
 *
 * @param items one for each reference, in the user's order
 * @param freeBytes free space where ComfyUI is; -1 where unknown
 */
public record GetReport(
        List<Item> items, List<Finding> findings, List<Problem> problems, long freeBytes, ExitCode code) {

    public GetReport {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /**
     * One model that was wanted.
     *
     * @param given the reference, as given
     * @param note how it was understood, where it could be meant otherwise
     * @param part what it is, and where
     * @param terms under which it is given
     * @param others the other files of the same version
     */
    public record Item(String given, Optional<String> note, Part part, Terms terms, List<ModelFile> others) {
        public Item {
            others = List.copyOf(others);
        }

        /** The same where it went; who named the same file in another way has it there as well. */
        Item with(Part after) {
            return new Item(
                    given, note, new Part(part.resolved(), after.directory(), after.state()), terms, others);
        }
    }

    /** What is missing and would be fetched, in bytes; what two references name is counted once. */
    public long missingBytes() {
        return Room.missingBytes(items.stream()
                .map(Item::part)
                .filter(part -> part.state() instanceof PartState.Missing)
                .distinct()
                .toList());
    }
}
