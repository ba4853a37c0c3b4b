package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;

import dev.assay.app.ExitCode;
import dev.assay.models.download.DownloadResult;
import dev.assay.models.download.Refusal;

/**
 * What it means for people that a file has not arrived.
 *
 * @param subject the file
 * @param page where people can look at it
 * @param key the variable in which a key of the source goes
 * @param directory where it should have gone
 */
record DownloadProblems(String subject, String page, String key, Path directory) {

    private static final String AGAIN = "Run the same command again later.";

    /** The problem behind a result that is neither done nor already there. */
    Problem of(DownloadResult result) {
        return switch (result) {
            case DownloadResult.Done _, DownloadResult.AlreadyThere _ ->
                throw new IllegalArgumentException("there is no problem with " + result);
            case DownloadResult.WrongContent wrong -> wrong(wrong);
            case DownloadResult.NotAModel(var reason) ->
                new Problem(
                        ExitCode.INTEGRITY,
                        subject,
                        reason,
                        "What arrived is no model; nothing of it is kept.",
                        "Open its page in a browser to see what the site says: " + page);
            case DownloadResult.Refused(var reason, var message) -> refused(reason, message);
            case DownloadResult.Unreachable unreachable ->
                new Problem(
                        ExitCode.SERVICE,
                        subject,
                        unreachable(unreachable),
                        "What has arrived is kept, and the next run goes on from there.",
                        AGAIN);
            case DownloadResult.NoSpace(var needed, var free) ->
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        subject,
                        "It needs " + needed + " bytes, and " + free + " are free in " + directory + ".",
                        "The disk is full; what has arrived is kept.",
                        "Make room, then run the same command again.");
            case DownloadResult.CannotWrite(var path, var reason) ->
                new Problem(
                        ExitCode.THIS_COMPUTER,
                        subject,
                        path + ": " + reason + ".",
                        "The file cannot be written there.",
                        "Check the folder's permissions.");
            case DownloadResult.Cancelled() ->
                new Problem(
                        ExitCode.DECLINED,
                        subject,
                        "The download was ended.",
                        "What has arrived is kept.",
                        "Run the same command again to go on.");
        };
    }

    private Problem wrong(DownloadResult.WrongContent wrong) {
        var what = wrong.expected().isPresent() && wrong.got().isPresent()
                ? "Promised was SHA-256 " + wrong.expected().get() + ", received "
                        + wrong.got().get() + ", " + wrong.attempts() + " times."
                : "Promised were " + wrong.expectedSize() + ", received " + wrong.gotBytes() + " bytes.";
        return new Problem(
                ExitCode.INTEGRITY,
                subject,
                what,
                "What arrived is not what was promised; nothing of it is kept.",
                "Try again later; if it stays so, the site's file is not the one it describes.");
    }

    private static String unreachable(DownloadResult.Unreachable unreachable) {
        var asked = unreachable
                .retryAfter()
                .map(wait -> "; asked to wait " + words(wait))
                .orElse("");
        return unreachable.reason() + " (" + unreachable.attempts() + " attempts in a row)" + asked + ".";
    }

    private static String words(Duration wait) {
        return wait.toMinutes() > 2 ? wait.toMinutes() + " minutes" : wait.toSeconds() + " seconds";
    }

    private Problem refused(Refusal reason, String message) {
        var code = switch (reason) {
            case SIGN_IN, EARLY_ACCESS, DISABLED, FORBIDDEN -> ExitCode.NO_ACCESS;
            case ARCHIVED, NOT_FOUND -> ExitCode.INGREDIENT;
            case QUOTA, NOT_UNDERSTOOD -> ExitCode.SERVICE;
        };
        var next = switch (reason) {
            case SIGN_IN ->
                "Set " + key + " to a key of your account, then run the same command again; see its page: " + page;
            case EARLY_ACCESS, DISABLED, FORBIDDEN, ARCHIVED, NOT_FOUND -> "See its page: " + page;
            case QUOTA -> "Wait some hours, then run the same command again.";
            case NOT_UNDERSTOOD -> "Report it; this is not your fault.";
        };
        return new Problem(code, subject, message, "The site does not give the file.", next);
    }
}
