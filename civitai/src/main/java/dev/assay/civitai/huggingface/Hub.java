package dev.assay.civitai.huggingface;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.model.SecondSource;
import dev.assay.civitai.model.Terms;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.StandardFile;
import dev.assay.core.ingredient.StandardFiles;
import dev.assay.core.reference.HuggingFaceFile;

/**
 * Asks Hugging Face what lies at a place. The SHA-256 and the size are those under which the repository stores the file
 * (Git LFS). A repository that answers for another one is not believed.
 */
public final class Hub implements SecondSource {

    private static final List<String> MODELS = List.of(".safetensors", ".sft", ".gguf", ".ckpt", ".pt", ".pth", ".bin");
    private static final int MOST_CANDIDATES = 50;

    private final Repositories repositories;
    private final StandardFiles standard;
    private final boolean hasToken;

    /**
     * @param asker asks Hugging Face
     * @param hasToken whether a token is set, so that files whose terms must be accepted may be had
     */
    public Hub(Asker asker, Ledger ledger, boolean hasToken) {
        this.repositories = new Repositories(asker, ledger);
        this.standard = StandardFiles.load();
        this.hasToken = hasToken;
    }

    /** Under what terms a file is given. */
    public Terms terms(HuggingFaceFile place) {
        return repositories.about(place) instanceof Found.Repository(var about)
                ? new Terms(about.licence(), Optional.empty(), Optional.of(about.gated()))
                : Terms.UNKNOWN;
    }

    @Override
    public Resolution resolve(HuggingFaceFile place) {
        return switch (repositories.about(place)) {
            case Found.Nothing(var why) -> why;
            case Found.Repository(var about) -> in(about, place);
        };
    }

    /** Only where the repository itself says so now: the table may be older than the file. */
    @Override
    public Optional<ModelFile> withContent(Sha256 hash) {
        return standard.withContent(hash)
                .flatMap(file -> HuggingFaceFile.of(file.repository(), "main", file.path()))
                .map(this::resolve)
                .flatMap(resolution ->
                        resolution instanceof Resolution.Exact(var file, var _) ? Optional.of(file) : Optional.empty())
                .filter(file -> file.sha256().filter(hash::equals).isPresent());
    }

    @Override
    public List<ModelFile> named(String name) {
        return standard.named(name).stream()
                .flatMap(file -> HuggingFaceFile.of(file.repository(), "main", file.path()).stream()
                        .map(place -> new HubFile(
                                        place,
                                        new Entry(file.path(), file.bytes().orElse(0), file.sha256()),
                                        Optional.of(file.folder()),
                                        new About(Optional.empty(), false),
                                        hasToken)
                                .modelFile()))
                .toList();
    }

    private Resolution in(About about, HuggingFaceFile place) {
        return switch (repositories.list(place)) {
            case Listing.Nothing(var why) -> why;
            case Listing.Entries(var entries) -> {
                var models = entries.stream().filter(Hub::isModel).toList();
                yield place.path().isEmpty() ? onlyOne(models, about, place) : named(models, about, place);
            }
        };
    }

    private Resolution named(List<Entry> entries, About about, HuggingFaceFile place) {
        // An AIR may leave the extension out.
        return entries.stream()
                .filter(entry -> Stream.concat(Stream.of(""), MODELS.stream())
                        .anyMatch(end -> entry.path().equals(place.path() + end)))
                .findFirst()
                .<Resolution>map(entry -> new Resolution.Exact(file(entry, about, place), "its place on Hugging Face"))
                .orElseGet(() -> new Resolution.Gone("there is no model file " + place + " on Hugging Face"));
    }

    private Resolution onlyOne(List<Entry> entries, About about, HuggingFaceFile place) {
        var files = entries.stream()
                .limit(MOST_CANDIDATES)
                .map(entry -> file(entry, about, place))
                .toList();
        return switch (files.size()) {
            case 0 -> new Resolution.Gone("the repository " + place + " on Hugging Face has no model file");
            case 1 -> new Resolution.Exact(files.getFirst(), "the only model file of " + place + " on Hugging Face");
            default ->
                new Resolution.Ambiguous(
                        files, "the repository " + place + " on Hugging Face has " + entries.size() + " model files");
        };
    }

    private ModelFile file(Entry entry, About about, HuggingFaceFile asked) {
        var place = asked.withPath(entry.path());
        var known =
                entry.sha256().flatMap(standard::withContent).or(() -> standard.at(place.repository(), place.path()));
        return new HubFile(place, entry, known.map(StandardFile::folder), about, hasToken).modelFile();
    }

    private static boolean isModel(Entry entry) {
        var name = entry.path().toLowerCase(Locale.ROOT);
        return MODELS.stream().anyMatch(name::endsWith);
    }
}
