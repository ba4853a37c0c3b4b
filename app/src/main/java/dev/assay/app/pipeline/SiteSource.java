package dev.assay.app.pipeline;

import java.util.Optional;

import dev.assay.civitai.download.FileDownloads;
import dev.assay.civitai.download.Located;
import dev.assay.civitai.download.OpenedFile;
import dev.assay.civitai.download.Wish;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.models.download.ByteSource;
import dev.assay.models.download.Refusal;

/** The site as a source of bytes. */
public final class SiteSource {

    private final FileDownloads downloads;

    public SiteSource(FileDownloads downloads) {
        this.downloads = downloads;
    }

    /** Where a file of the site comes from. */
    public ByteSource of(ModelFile file) {
        return wanted -> answer(downloads.open(file, wish(wanted)));
    }

    private ByteSource at(Located place) {
        return wanted -> answer(downloads.open(place, wish(wanted)));
    }

    private static Wish wish(ByteSource.Wanted wanted) {
        return new Wish(wanted.from(), wanted.to(), wanted.ifUnchanged().map(ByteSource.Validator::etag));
    }

    private ByteSource.Answer answer(OpenedFile opened) {
        return switch (opened) {
            case OpenedFile.Body body ->
                new ByteSource.Body(
                        body.bytes(),
                        body.total(),
                        body.startsAt(),
                        body.etag().map(ByteSource.Validator::new),
                        body.contentType(),
                        more(body));
            case OpenedFile.Refused(var reason, var message) -> new ByteSource.Refused(refusal(reason), message);
            case OpenedFile.Transient(var message, var retryAfter) -> new ByteSource.Transient(message, retryAfter);
            case OpenedFile.RangeNotSatisfiable() -> new ByteSource.UnsatisfiableRange();
        };
    }

    private Optional<ByteSource> more(OpenedFile.Body body) {
        return body.place().map(this::at);
    }

    private static Refusal refusal(OpenedFile.Reason reason) {
        return switch (reason) {
            case SIGN_IN, LOGIN_PAGE -> Refusal.SIGN_IN;
            case EARLY_ACCESS -> Refusal.EARLY_ACCESS;
            case DISABLED -> Refusal.DISABLED;
            case ARCHIVED -> Refusal.ARCHIVED;
            case NOT_FOUND -> Refusal.NOT_FOUND;
            case NO_ACCESS, FORBIDDEN -> Refusal.FORBIDDEN;
            case QUOTA -> Refusal.QUOTA;
            case BAD_REQUEST, MISLED -> Refusal.NOT_UNDERSTOOD;
        };
    }
}
