package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.Terms;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;

/**
 * What became of what was wanted.
 *
 * @param items one for each model, in the user's order
 * @param posted one for each image of each post, in the site's order
 * @param freeBytes free space where ComfyUI is; -1 where unknown
 */
public record GetReport(
        List<Item> items,
        List<Posted> posted,
        List<Finding> findings,
        List<Problem> problems,
        long freeBytes,
        ExitCode code) {

    public GetReport {
        items = List.copyOf(items);
        posted = List.copyOf(posted);
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
            return new Item(given, note, new Part(part.resolved(), after.directory(), after.state()), terms, others);
        }
    }

    /**
     * An image of a post, and where the workflow that it carries went.
     *
     * @param given the post, as given
     * @param subject the image, for people
     */
    public record Posted(String given, String subject, PartState state) {}

    /** The same, and what became of posts. */
    GetReport with(List<Posted> more, List<Finding> said, List<Problem> troubles) {
        var all = Stream.concat(problems.stream(), troubles.stream()).distinct().toList();
        return new GetReport(
                items,
                more,
                Stream.concat(findings.stream(), said.stream()).distinct().toList(),
                all,
                freeBytes,
                ExitCode.first(all.stream().map(Problem::code).toList()).orElse(ExitCode.OK));
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
