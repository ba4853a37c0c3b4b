package dev.assay.app.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Scrub;
import dev.assay.core.reference.Parsed;
import dev.assay.core.reference.ParsedWanted;
import dev.assay.core.reference.Reference;
import dev.assay.core.reference.ReferenceParser;
import dev.assay.core.reference.SiteHosts;
import dev.assay.core.reference.WantedModelParser;

/** What somebody names to get, told apart before anything is asked. */
public sealed interface GetReferences {

    /**
     * All of it, each in the order given.
     *
     * @param models by themselves
     * @param posts whose images may carry workflows
     */
    record Understood(List<GetRequest.Wanted> models, List<Post> posts) implements GetReferences {}

    /** A post, as given and as understood. */
    record Post(String given, Reference.Post post) {}

    /** One of them cannot be understood: nothing is done then. */
    record Refused(String reason, String advice) implements GetReferences {}

    /**
     * Tells them apart.
     *
     * @param huggingFace what stands in the place of Hugging Face, if anything does
     */
    static GetReferences of(List<String> given, SiteHosts hosts, Optional<URI> huggingFace) {
        var parser = new WantedModelParser(hosts, huggingFace);
        List<GetRequest.Wanted> models = new ArrayList<>();
        List<Post> posts = new ArrayList<>();
        for (var one : given) {
            if (new ReferenceParser(hosts, _ -> false).parse(one) instanceof Parsed.Understood(var reference)
                    && reference instanceof Reference.Post post) {
                posts.add(new Post(shown(one), post));
                continue;
            }
            switch (parser.parse(one)) {
                case ParsedWanted.Refused(var reason, var advice) -> {
                    return new Refused(shown(reason), advice);
                }
                case ParsedWanted.Understood(var model) -> models.add(new GetRequest.Wanted(shown(one), model));
            }
        }
        return new Understood(models, posts);
    }

    /** Download addresses that people copy may carry their key. */
    private static String shown(String text) {
        return new Scrub(Optional.empty()).text(text);
    }
}
