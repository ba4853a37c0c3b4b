package dev.assay.app.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.family.BaseModel;
import dev.assay.core.family.Contents;
import dev.assay.core.family.Course;
import dev.assay.core.family.Families;
import dev.assay.core.family.Opening;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Materials;
import dev.assay.core.making.ModelTraits;
import dev.assay.core.making.Needs;
import dev.assay.core.making.Pictures;
import dev.assay.core.making.Placed;
import dev.assay.core.making.RecipeGraph;
import dev.assay.core.making.Settler;
import dev.assay.core.making.UiFindings;
import dev.assay.core.making.UpscalerName;
import dev.assay.core.making.own.OwnGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.sanity.Case;
import dev.assay.core.sanity.SanityRules;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.definition.NodeDefinitions;

/** The third question: how is it made? Draws the graph for what is placed, or says what it would need. */
final class Drafting {

    private final NodeDefinitions definitions;
    private final WorkflowFormat format;
    private final Shown shown;
    private final Pictures pictures;

    /**
     * Draws for one image.
     *
     * @param shown what it is to look at
     * @param pictures that the user has for it to begin with
     */
    Drafting(NodeDefinitions definitions, WorkflowFormat format, Shown shown, Pictures pictures) {
        this.definitions = definitions;
        this.format = format;
        this.shown = shown;
        this.pictures = pictures;
    }

    /** Draws from the settings. */
    Blueprint fromSettings(Recipe recipe, List<Part> parts, String prefix) {
        var placed = placed(parts);
        var checkpoint =
                Base.of(parts).map(Base::file).or(() -> Materials.base(placed).flatMap(Placed::file));
        if (checkpoint.isEmpty()) {
            return stopped(noCheckpoint(parts));
        }
        return switch (Base.of(parts)
                .<BaseModel>map(Base::base)
                .orElseGet(() -> Families.byBaseModel(checkpoint.get().baseModel()))) {
            case BaseModel.Supported supported -> draw(recipe, parts, supported, prefix);
            case BaseModel.NotYet(var label, var missing) ->
                stopped(Optional.of(outside(checkpoint.get(), label + " needs " + missing)));
            case BaseModel.RemoteOnly(var label, var engine) ->
                stopped(Optional.of(new Problem(
                        ExitCode.INGREDIENT,
                        "checkpoint \"" + label + "\"",
                        engine + " is an engine behind an interface, not a model that can be downloaded.",
                        "This image cannot be made on your own computer.",
                        "")));
            case BaseModel.Unknown(var label) ->
                stopped(Optional.of(outside(checkpoint.get(), "nothing is known of the base model \"" + label + "\"")));
        };
    }

    /** Uses the maker's own graph; the settings from elsewhere are not put into it. */
    Blueprint fromOwnGraph(OwnGraph own, Recipe recipe, List<Part> parts) {
        var placed = placed(parts);
        var named = own.named(placed);
        var findings = new ArrayList<>(named.findings());
        var checkpoint = Materials.base(placed).flatMap(Placed::file);
        var family = checkpoint
                .map(file -> Families.byBaseModel(file.baseModel()))
                .filter(BaseModel.Supported.class::isInstance)
                .map(BaseModel.Supported.class::cast);
        family.ifPresent(known -> findings.addAll(sanity(recipe, parts, known)));
        findings.addAll(ofThePage(named.api()));
        return new Blueprint(
                family.map(known -> known.family().displayName()),
                Optional.of(named.api()),
                named.ui(),
                true,
                distinct(findings),
                List.of());
    }

    private static List<Finding> sanity(Recipe recipe, List<Part> parts, BaseModel.Supported base) {
        var placed = placed(parts);
        var headers = Headers.of(parts);
        var traits = traits(base, placed, headers);
        return SanityRules.check(
                new Case(recipe, base.family(), traits.distillation(), traits.prediction(), placed, headers));
    }

    private static Problem outside(ModelFile checkpoint, String why) {
        return new Problem(
                ExitCode.METADATA,
                "checkpoint \"" + checkpoint.modelName() + "\"",
                "No workflow can be drawn for it yet: " + why + ".",
                "Assay draws " + Families.names() + ".",
                "If the image holds its maker's own ComfyUI graph, give the image file itself.");
    }

    /** Where it is mentioned but not identified, that has been said already. */
    private static Optional<Problem> noCheckpoint(List<Part> parts) {
        var mentioned = parts.stream()
                .anyMatch(part -> part.resolved().ingredient().role().isBase());
        return mentioned
                ? Optional.empty()
                : Optional.of(new Problem(
                        ExitCode.INGREDIENT,
                        "checkpoint",
                        "The metadata name no checkpoint.",
                        "Without a model no workflow can be made.",
                        "If you know which it was, give metadata that name its version or hash: --metadata FILE."));
    }

    private static Blueprint stopped(Optional<Problem> problem) {
        return new Blueprint(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                problem.stream().toList());
    }

    private Blueprint draw(Recipe recipe, List<Part> parts, BaseModel.Supported base, String prefix) {
        var placed = placed(parts);
        var headers = Headers.of(parts);
        var traits = traits(base, placed, headers);
        var family = base.family();
        var settled = Settler.settle(
                recipe,
                family,
                traits.distillation(),
                traits.prediction(),
                shown.size(),
                shown.isPicture(),
                traits.opening(),
                !pictures.sources().isEmpty());
        var findings = new ArrayList<>(settled.findings());
        findings.addAll(traits.findings());
        Base.of(parts).map(Base::findings).ifPresent(findings::addAll);
        if (settled.opening() == Opening.NOISE && settled.start().isEmpty()) {
            traits.pictureModel().ifPresent(findings::add);
        }
        var subject = new Case(recipe, family, traits.distillation(), traits.prediction(), placed, headers);
        findings.addAll(SanityRules.checkDrawn(subject));
        findings.addAll(Asides.surplus(placed, family.form().course() == Course.TWO_EXPERTS ? 2 : 1));
        var contents = Base.of(parts).map(Base::contents).orElse(Contents.WHOLE);
        var materials = Materials.of(placed, contents)
                .orElseThrow()
                .with(pictures)
                .withUnfit(SanityRules.unfitControlNets(subject));
        var missing = Needs.missing(settled, materials);
        if (!missing.isEmpty() || !Needs.canBeLoaded(settled, materials)) {
            return new Blueprint(
                    Optional.of(family.displayName()),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    distinct(findings),
                    missing.isEmpty()
                            ? cannotBeLoaded(base, parts).stream().toList()
                            : missing.stream().map(Drafting::notPlaced).toList());
        }
        var drawn = RecipeGraph.draw(settled, materials, traits.toldPrediction(), definitions, prefix);
        findings.addAll(drawn.findings());
        findings.addAll(ofThePage(drawn.graph()));
        return new Blueprint(
                Optional.of(family.displayName()),
                Optional.of(drawn.graph()),
                Optional.empty(),
                false,
                distinct(findings),
                List.of());
    }

    private List<Finding> ofThePage(Graph graph) {
        return switch (format) {
            case UI -> UiFindings.of(graph);
            case API -> List.of();
        };
    }

    private static ModelTraits traits(
            BaseModel.Supported base, List<Placed> placed, Map<Placed, Architecture> headers) {
        var header = Materials.base(placed).map(headers::get);
        return ModelTraits.of(base, placed, header);
    }

    /** Where a file that is needed cannot be had, that has been said already. */
    private static Optional<Problem> cannotBeLoaded(BaseModel.Supported base, List<Part> parts) {
        var said = parts.stream()
                .anyMatch(part -> isCompanion(part.resolved().ingredient().role())
                        && part.state() instanceof PartState.Unavailable);
        return said
                ? Optional.empty()
                : Optional.of(new Problem(
                        ExitCode.INGREDIENT,
                        "checkpoint of " + base.family().displayName(),
                        "Its file holds the diffusion model alone, and no file is known to be loaded beside it.",
                        "Without text encoders and a VAE no image can be made.",
                        "Use a checkpoint that brings them, or the image file itself if it holds its maker's graph."));
    }

    private static boolean isCompanion(Role role) {
        return role == Role.TEXT_ENCODER || role == Role.VAE;
    }

    private static Problem notPlaced(Needs.Need need) {
        return new Problem(
                ExitCode.INGREDIENT,
                need.role().words() + " \"" + need.name() + "\"",
                "The workflow needs it, and it cannot be identified.",
                "Without it the second pass cannot be drawn.",
                "If you know which it was, give metadata that name its version or hash: --metadata FILE.");
    }

    private static List<Finding> distinct(List<Finding> findings) {
        return findings.stream().distinct().toList();
    }

    /** What has a place: on the disk, fetched, or where it would be put. */
    static List<Placed> placed(List<Part> parts) {
        return parts.stream().flatMap(part -> placed(part).stream()).toList();
    }

    static Optional<Placed> placed(Part part) {
        if (!(part.resolved().resolution() instanceof Resolution.Exact exact)) {
            return Optional.empty();
        }
        return part.listingName()
                .map(name -> new Placed(
                        part.resolved().ingredient(),
                        Optional.of(exact.file()),
                        name,
                        part.directory(),
                        Optional.of(ModelLinks.downloadAddress(exact.file()).toString())));
    }

    /** Whether the second pass enlarges with a model. */
    static boolean upscalesByModel(Recipe recipe) {
        return UpscalerName.isModel(recipe.text(Parameter.HIRES_UPSCALER).orElse(""));
    }
}
