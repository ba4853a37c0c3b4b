package dev.assay.app.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.app.ExitCode;
import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.image.Visibility;
import dev.assay.core.evidence.Verdict;
import dev.assay.core.evidence.Weighed;

/** Turns what went wrong with an image into an exit code and sentences for people. */
final class Troubles {

    private Troubles() {}

    static Optional<Problem> of(long id, Visibility visibility) {
        var subject = "image " + id;
        return switch (visibility) {
            case Visibility.Visible _, Visibility.VisibleByLinkOnly _, Visibility.MetaHidden _, Visibility.MetaNone _ ->
                Optional.empty();
            case Visibility.NotVisible(var message) ->
                Optional.of(new Problem(
                        ExitCode.NO_SUCH_IMAGE,
                        subject,
                        message,
                        "The image may be deleted, may never have existed, or may not be shown to you; the site does"
                                + " not tell these apart.",
                        "Check the number; with an API key in CIVITAI_API_KEY the site tells more."));
            case Visibility.Gone() ->
                Optional.of(new Problem(
                        ExitCode.NO_SUCH_IMAGE,
                        subject,
                        "The site's own records have no such image.",
                        "It was deleted, or never there.",
                        "Check the number. If you have the picture itself, give the file instead."));
            case Visibility.Restricted(var message) ->
                Optional.of(new Problem(
                        ExitCode.NO_ACCESS,
                        subject,
                        message,
                        "It exists, but its owner has not published it to you; nothing that the site said of it is used.",
                        "Ask its owner, or give your own metadata with --metadata."));
            case Visibility.OnlyOthers(var _, var received) ->
                Optional.of(new Problem(
                        ExitCode.IDENTITY,
                        subject,
                        "Asked for image " + id + ", the site answered about " + named(received) + ".",
                        "Nothing of these answers is used: they are about something else.",
                        "Try again later; with an API key in CIVITAI_API_KEY further witnesses can be heard. Your own"
                                + " metadata can be given with --metadata."));
            case Visibility.KeyInvalid() ->
                Optional.of(new Problem(
                        ExitCode.NO_ACCESS,
                        subject,
                        "Nothing was visible, and the site does not know your API key.",
                        "An invalid key counts as none, without a word; the image may be visible with a valid one.",
                        "Make a new key in your account settings on the site and set CIVITAI_API_KEY."));
            case Visibility.RegionBlocked(var message) ->
                Optional.of(new Problem(
                        ExitCode.NO_ACCESS,
                        subject,
                        message,
                        "The site does not serve your region.",
                        "Nothing that Assay can do."));
            case Visibility.Failed(var kind, var message) -> Optional.of(failed(subject, kind, message));
        };
    }

    private static String named(List<Long> received) {
        return received.isEmpty()
                ? "something that carries no possible number of an image"
                : received.stream().map(other -> "image " + other).collect(Collectors.joining(", "));
    }

    static Problem failed(String subject, Answer.Kind kind, String message) {
        return switch (kind) {
            case REGION_BLOCKED ->
                new Problem(
                        ExitCode.NO_ACCESS,
                        subject,
                        message,
                        "The site does not serve your region.",
                        "Nothing that Assay can do.");
            case NOT_IN_JOURNAL ->
                new Problem(
                        ExitCode.SERVICE,
                        subject,
                        message,
                        "Offline, only answers that were proven before are used.",
                        "Run it once without --offline.");
            case UNREACHABLE ->
                new Problem(
                        ExitCode.SERVICE,
                        subject,
                        message,
                        "The site could not be reached.",
                        "Check the connection (assay doctor), then run it again.");
            case NOT_AN_ANSWER ->
                new Problem(
                        ExitCode.SERVICE,
                        subject,
                        message,
                        "The site answered, but not with data: mostly maintenance or a check for robots.",
                        "Open the site in a browser to see what it says; try again later.");
            case BUSY ->
                new Problem(ExitCode.SERVICE, subject, message, "The site is too busy to answer.", "Try again later.");
        };
    }

    static Problem unproven(String subject, Verdict.Unproven verdict) {
        var foreign = verdict.foreign();
        var what = foreign.isEmpty()
                ? "Nobody says that the answers are about it."
                : foreign.stream()
                        .map(weighed -> weighed.observation().witness().words() + ": " + weighed.why() + ".")
                        .distinct()
                        .collect(Collectors.joining(" "));
        return new Problem(
                ExitCode.IDENTITY,
                subject,
                what,
                "It is not proven whose metadata these are; none of them is used.",
                "Try again later. Your own metadata can be given with --metadata.");
    }

    static Problem contradicted(String subject, Verdict.Contradicted verdict) {
        return new Problem(
                ExitCode.IDENTITY,
                subject,
                String.join(" ", verdict.conflicts()),
                "Answers about the right image contradict each other, so that none can be trusted.",
                "Try again later. Your own metadata can be given with --metadata.");
    }

    /** Metadata that were there, but spoke of another image. */
    static Problem foreignMetadata(String subject, Weighed foreign) {
        return new Problem(
                ExitCode.IDENTITY,
                subject,
                foreign.observation().witness().words() + ": " + foreign.why() + ".",
                "The image is proven, but its metadata are another image's; they are not used, and there are no others.",
                "Try again later. Your own metadata can be given with --metadata.");
    }
}
