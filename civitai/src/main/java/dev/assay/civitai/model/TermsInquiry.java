package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.assay.civitai.ask.Answer;
import dev.assay.civitai.ask.Asker;
import dev.assay.civitai.ask.Ledger;
import dev.assay.civitai.ask.Question;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.json.Json;
import dev.assay.core.reference.Air;

/**
 * Asks the site under what terms it gives a file: the model's page knows the licence, the version the price, and the short
 * form of the version whether a sign-in is needed (§4.5). What it does not say stays unsaid; nothing depends on it.
 */
public final class TermsInquiry {

    /** The site lists no more at once. */
    private static final int MOST_MODELS = 100;

    private final Asker asker;
    private final Ledger ledger;

    public TermsInquiry(Asker asker, Ledger ledger) {
        this.asker = asker;
        this.ledger = ledger;
    }

    public Terms of(ModelFile file) {
        var model = file.modelId() == 0 ? Json.none() : model(file);
        var version = version(file);
        var brief = brief(file);
        return new Terms(
                licence(model), price(version, brief), brief.at("requireAuth").bool());
    }

    /**
     * The same of several files, which are about to be fetched, with as few questions as that takes: one for the licences of all,
     * and, of who has no key, one for each whether it needs one.
     *
     * @param signedIn whether a key is set
     * @return the terms of each, in their order
     */
    public List<Terms> ofAll(List<ModelFile> files, boolean signedIn) {
        var models = models(files);
        return files.stream()
                .map(file -> {
                    var model = models.getOrDefault(file.modelId(), Json.none());
                    var brief = signedIn || file.versionId() == 0 ? Json.none() : brief(file);
                    return new Terms(
                            licence(model),
                            price(versionIn(model, file), brief),
                            brief.at("requireAuth").bool());
                })
                .toList();
    }

    /** The answer is a list in any order; each of it counts for the model whose number it has. */
    private Map<Long, Json> models(List<ModelFile> files) {
        var ids = files.stream()
                .map(ModelFile::modelId)
                .filter(id -> id > 0)
                .distinct()
                .limit(MOST_MODELS)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            return Map.of();
        }
        var question = Question.of("/api/v1/models").with("ids", ids).with("nsfw", "true");
        Map<Long, Json> models = new HashMap<>();
        ask(question).ifPresent(told -> {
            for (var model : told.body().at("items").items()) {
                model.at("id").integer().ifPresent(id -> models.putIfAbsent(id, model));
            }
            if (files.stream().allMatch(file -> models.containsKey(file.modelId()))) {
                ledger.validate(told.received());
            }
        });
        return models;
    }

    private static Json versionIn(Json model, ModelFile file) {
        return model.at("modelVersions").items().stream()
                .filter(version -> version.at("id").integer().equals(Optional.of(file.versionId())))
                .findFirst()
                .orElse(Json.none());
    }

    private Json model(ModelFile file) {
        var body = ask(Question.of("/api/v1/models/" + file.modelId()));
        return body.filter(told -> told.body().at("id").integer().equals(Optional.of(file.modelId())))
                .map(this::used)
                .orElse(Json.none());
    }

    private Json version(ModelFile file) {
        var body = ask(Question.of("/api/v1/model-versions/" + file.versionId()));
        return body.filter(told -> told.body().at("id").integer().equals(Optional.of(file.versionId())))
                .map(this::used)
                .orElse(Json.none());
    }

    /** Nothing but its AIR says whose it is (quirk 12). */
    private Json brief(ModelFile file) {
        var body = ask(
                Question.of("/api/v1/model-versions/mini/" + file.versionId()).with("modelFileId", file.fileId()));
        return body.filter(told -> told.body()
                        .at("air")
                        .text()
                        .flatMap(Air::parse)
                        .filter(air -> air.versionId().orElse(0) == file.versionId())
                        .isPresent())
                .map(this::used)
                .orElse(Json.none());
    }

    private Optional<Answer.Told> ask(Question question) {
        return asker.ask(question) instanceof Answer.Told told && told.ok() ? Optional.of(told) : Optional.empty();
    }

    private Json used(Answer.Told told) {
        ledger.validate(told.received());
        return told.body();
    }

    private static Optional<String> licence(Json model) {
        List<String> words = new ArrayList<>();
        model.at("allowNoCredit")
                .bool()
                .map(free -> free ? "no credit needed" : "credit needed")
                .ifPresent(words::add);
        commercial(model.at("allowCommercialUse")).ifPresent(words::add);
        model.at("allowDerivatives")
                .bool()
                .map(yes -> yes ? "merges allowed" : "no merges")
                .ifPresent(words::add);
        model.at("allowDifferentLicense")
                .bool()
                .map(yes -> yes ? "merges under other terms allowed" : "merges under the same terms only")
                .ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** One word, a list, or a list as the database writes it: <code>{Image,RentCivit}</code> (§4.2, drift). */
    private static Optional<String> commercial(Json use) {
        if (use.isNull()) {
            return Optional.empty();
        }
        var named = use.text()
                .map(text -> List.of(text.replaceAll("[{}\"]", "").split(",", -1)))
                .orElseGet(() -> use.items().stream()
                        .map(Json::text)
                        .flatMap(Optional::stream)
                        .toList());
        var uses = named.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.equalsIgnoreCase("None"))
                .toList();
        return Optional.of(uses.isEmpty() ? "no commercial use" : "commercial use: " + String.join(", ", uses));
    }

    private static Optional<String> price(Json version, Json brief) {
        List<String> words = new ArrayList<>();
        version.at("licensingFee")
                .decimal()
                .filter(fee -> fee.signum() > 0)
                .ifPresent(fee -> words.add("licensing fee " + fee.toPlainString()));
        Price.of(version).ifPresent(words::add);
        if (!brief.at("fees").items().isEmpty()) {
            words.add("fees for generating with it on the site");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }
}
