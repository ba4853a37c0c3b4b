package dev.assay.replica.site;

import java.util.Optional;

import dev.assay.replica.fault.Fault;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;

/** Answers of the first hop that come whatever the file is. */
final class DownloadFaults {

    private DownloadFaults() {}

    static Optional<Answer> answer(Request request, DownloadRefusals refusals, Strikes strikes) {
        if (strikes.by(Fault.TRANSIENT_404)) {
            return Optional.of(refusals.notFoundForNow());
        }
        if (strikes.by(Fault.ARCHIVED_410)) {
            return Optional.of(refusals.archived());
        }
        if (strikes.by(Fault.EARLY_ACCESS_403)) {
            return Optional.of(refusals.earlyAccess());
        }
        if (strikes.by(Fault.SIGN_IN_401)) {
            return Optional.of(refusals.signInNeeded());
        }
        if (strikes.by(Fault.DOWNLOADS_DISABLED_401)) {
            return Optional.of(refusals.downloadsDisabled());
        }
        if (strikes.by(Fault.LOGIN_REDIRECT)) {
            return Optional.of(refusals.loginRedirect());
        }
        if (strikes.by(Fault.REDIRECT_LOOP)) {
            return Optional.of(Answer.redirect(request.target()));
        }
        return strikes.by(Fault.REDIRECT_TO_HTTP_OTHER_HOST)
                ? Optional.of(Answer.redirect("http://storage.example/model/file.safetensors"))
                : Optional.empty();
    }
}
