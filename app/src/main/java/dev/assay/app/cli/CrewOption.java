package dev.assay.app.cli;

import dev.assay.models.hash.Crew;
import picocli.CommandLine.Option;

/** How many files are read at once. */
final class CrewOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Read so many files at once (else one for each processor); 1 suits a single spinning disk.")
    private int threads;

    Crew crew() {
        return threads > 0 ? new Crew(threads) : Crew.ofAllProcessors();
    }
}
