package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.app.ExitCode;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Preference;
import dev.assay.core.ingredient.Resolution;

/** Which file of workflows a reference means: identified as {@code get} does it. */
public sealed interface SharedWorkflow {

    record Known(ModelFile file) implements SharedWorkflow {}

    record Failed(Problem problem) implements SharedWorkflow {}

    /** Says which. */
    static SharedWorkflow of(GetJob.Services services, GetRequest.Wanted wanted, boolean offline) {
        var request = new GetRequest(
                List.of(wanted),
                Preference.NONE,
                OptionalLong.empty(),
                Optional.empty(),
                true,
                false,
                offline,
                false,
                false);
        var resolved = services.resolver()
                .resolveEach(List.of(Wishes.of(wanted, request)))
                .getFirst();
        if (resolved.resolution() instanceof Resolution.Exact(var file, var _)) {
            return file.holdsWorkflows() ? new Known(file) : new Failed(model(wanted, file));
        }
        var placing = new Placing(services.disk(), new Handling(Handling.Names.WANTED, false, false));
        placing.place(resolved, Optional.empty());
        return new Failed(placing.problems().getFirst());
    }

    private static Problem model(GetRequest.Wanted wanted, ModelFile file) {
        return new Problem(
                ExitCode.USAGE,
                "\"" + wanted.given() + "\"",
                "It is no model of type Workflows but "
                        + (file.modelType().isEmpty() ? "another one" : "a " + file.modelType()) + ", \"" + file.name()
                        + "\".",
                "A model needs nothing; workflows and images do.",
                "To download it: assay get " + wanted.given());
    }
}
