package dev.assay.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;
import dev.assay.models.library.ModelFile;
import dev.assay.models.library.Stamp;
import dev.assay.models.store.Content;
import dev.assay.models.store.Entry;
import dev.assay.models.store.SiteAnswer;
import dev.assay.models.store.StoredFile;

/**
 * A recorded file, and whether the record still holds.
 *
 * @param presence as the file system shows it now; the file is not read
 */
public record LibraryItem(Entry entry, Presence presence) {

    /** How a file is, compared with its record. */
    public enum Presence {
        /** There, with the size and time that it had. */
        THERE,
        /** There, but somebody has written to it since; what is recorded is of another content. */
        CHANGED,
        GONE
    }

    public static LibraryItem now(Entry entry) {
        return new LibraryItem(entry, presence(entry.file()));
    }

    static Presence presence(StoredFile file) {
        try {
            return Stamp.of(ModelFile.at(file.path())).equals(file.stamp()) ? Presence.THERE : Presence.CHANGED;
        } catch (IOException _) {
            return Files.exists(file.path()) ? Presence.CHANGED : Presence.GONE;
        }
    }

    public StoredFile file() {
        return entry.file();
    }

    /** The folder's key; empty where nobody can tell. */
    public String folder() {
        return file().folder().map(folder -> folder.key()).orElse("");
    }

    /** What its header shows; where that shows nothing, what its folder is for. */
    public ModelKind kind() {
        var shown = shownKind();
        return shown == ModelKind.UNKNOWN ? file().folder().map(Kinds::of).orElse(ModelKind.UNKNOWN) : shown;
    }

    public boolean isKindShown() {
        return shownKind() != ModelKind.UNKNOWN;
    }

    private ModelKind shownKind() {
        return entry.content().map(content -> content.architecture().kind()).orElse(ModelKind.UNKNOWN);
    }

    /** Why it is of no use where it lies; empty where it may be. */
    public Optional<String> misplaced() {
        return file().folder().flatMap(folder -> Kinds.misplaced(shownKind(), folder));
    }

    public Family family() {
        return entry.content().map(content -> content.architecture().family()).orElse(Family.UNKNOWN);
    }

    public String variant() {
        return entry.content().map(content -> content.architecture().variant()).orElse("");
    }

    /** What the site calls it; empty where it was not asked, or does not know it. */
    public Optional<SiteAnswer.Named> named() {
        return entry.site().flatMap(SiteAnswer::named);
    }

    /** What to call it: by the site, or else by its author; the latter is nobody's proof. */
    public String title() {
        return named().map(SiteAnswer.Named::words)
                .or(() -> metadata("modelspec.title"))
                .or(() -> metadata("ss_output_name"))
                .or(() -> metadata("general.name"))
                .orElse("");
    }

    private Optional<String> metadata(String key) {
        return entry.content()
                .map(Content::metadata)
                .map(metadata -> metadata.getOrDefault(key, ""))
                .filter(text -> !text.isBlank());
    }

    /** Whether it is of the kind that somebody names: a kind, or the key of a folder. */
    public boolean isOfKind(String wanted) {
        var plain = singular(wanted);
        return plain.equals(singular(kind().words()))
                || plain.equals(singular(kind().name()))
                || plain.equals(singular(folder()))
                || (plain.equals("unet") && kind() == ModelKind.UNET_ONLY)
                || (plain.equals("textualinversion") && kind() == ModelKind.EMBEDDING);
    }

    private static String singular(String kind) {
        var plain = plain(kind);
        return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Whether it is made for the base model that somebody names: a family, a variant, or the site's own word. */
    public boolean isMadeFor(String wanted) {
        var plain = plain(wanted);
        return plain(family().name()).startsWith(plain)
                || plain(family().words()).startsWith(plain)
                || plain(family().words() + variant()).startsWith(plain)
                || named().filter(named -> plain(named.baseModel()).startsWith(plain))
                        .isPresent();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
