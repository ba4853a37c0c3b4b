package dev.assay.civitai.download;

import java.util.Optional;

import dev.assay.civitai.Site;
import dev.assay.civitai.ask.ErrorText;
import dev.assay.civitai.download.OpenedFile.Reason;
import dev.assay.core.json.Json;

/** The refusals of Hugging Face, which answers 401 for what is not there as well, where nobody has signed in. */
record HubRefusals(Site hub) implements Refusing {

    @Override
    public Optional<OpenedFile> of(int status, Json body) {
        return switch (status) {
            case 400 -> refused(Reason.BAD_REQUEST, "Hugging Face did not understand the question", body);
            case 401 ->
                refused(
                        Reason.SIGN_IN,
                        hub.key().isPresent()
                                ? "Hugging Face does not accept the token that is set, or has no such file"
                                : "Hugging Face wants a sign-in, or has no such file: a token in HF_TOKEN",
                        body);
            case 403 ->
                refused(
                        Reason.NO_ACCESS,
                        "The token's owner has no access: the terms of the repository must be accepted on its page",
                        body);
            case 404, 410 -> refused(Reason.NOT_FOUND, "Hugging Face has no such file", body);
            case 429 -> Optional.empty();
            case 451 -> refused(Reason.FORBIDDEN, "Hugging Face gives it to nobody in this region", body);
            default ->
                status >= 500
                        ? Optional.empty()
                        : refused(Reason.FORBIDDEN, "Hugging Face answered with status " + status, body);
        };
    }

    @Override
    public OpenedFile page() {
        return new OpenedFile.Refused(Reason.NOT_FOUND, "Hugging Face showed a page instead of the file.");
    }

    private static Optional<OpenedFile> refused(Reason reason, String meaning, Json body) {
        var said = ErrorText.of(body);
        return Optional.of(
                new OpenedFile.Refused(reason, said.isEmpty() ? meaning + "." : meaning + " (it said: " + said + ")."));
    }
}
