package dev.assay.civitai.ask;

import dev.assay.civitai.Site;

/** Asks the site whether it knows the key: everywhere else an invalid one counts as none, without a word (quirk 40). */
public final class KeyCheck {

    private final Site site;
    private final Asker asker;

    public KeyCheck(Site site, Asker asker) {
        this.site = site;
        this.asker = asker;
    }

    /** What the site says of the key. */
    public sealed interface Result {

        record Valid(String username) implements Result {}

        record Invalid() implements Result {}

        record NoKey() implements Result {}

        /** It could not be found out. */
        record Unknown(String message) implements Result {}
    }

    public Result check() {
        if (site.key().isEmpty()) {
            return new Result.NoKey();
        }
        return switch (asker.ask(Question.of("/api/v1/me"))) {
            case Answer.Told told when told.status() == 401 -> new Result.Invalid();
            case Answer.Told told
            when told.ok() ->
                told.body()
                        .at("username")
                        .text()
                        .<Result>map(Result.Valid::new)
                        .orElseGet(() -> new Result.Unknown("The site's answer names no user."));
            case Answer.Told told -> new Result.Unknown("Status " + told.status() + ": " + ErrorText.of(told.body()));
            case Answer.Silent(var _, var message) -> new Result.Unknown(message);
        };
    }
}
