package dev.assay.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * What a report tells of an image, shortened to what can be written down beforehand.
 *
 * @param witnesses who says of itself that it is the image
 * @param ingredients {@code role "name" xSTRENGTH: clues: resolution}, sorted; a name that is a title of the site's is
 *     written {@code (titled)}
 * @param problems exit codes, sorted
 * @param findings codes, sorted
 */
record Told(
        long exit,
        String witnesses,
        Map<String, String> parameters,
        List<String> ingredients,
        String problems,
        String findings) {

    /** As a report says it. */
    static Told of(Json report) {
        return new Told(
                report.at("exitCode").integer().orElseThrow(),
                words(report.at("verdict").at("evidence").items().stream()
                        .filter(one -> text(one, "standing").equals("witness"))
                        .map(one -> text(one, "witness"))
                        .distinct()
                        .toList()),
                parameters(report),
                report.at("ingredients").items().stream()
                        .map(Told::ingredient)
                        .sorted()
                        .toList(),
                words(report.at("problems").items().stream()
                        .map(problem -> problem.at("code").scalar().orElseThrow())
                        .toList()),
                words(report.at("findings").items().stream()
                        .map(finding -> text(finding, "code"))
                        .distinct()
                        .toList()));
    }

    /** As it is written down in a table of reports; a caller with a key is told more. */
    static Told expected(Json entry, boolean withKey) {
        var more = withKey ? entry.at("withKey") : Json.none();
        return new Told(
                member(entry, more, "exit").integer().orElseThrow(),
                words(List.of(text(member(entry, more, "witnesses")).split(" "))),
                texts(member(entry, more, "parameters")),
                member(entry, more, "ingredients").items().stream()
                        .map(Told::text)
                        .sorted()
                        .toList(),
                text(member(entry, more, "problems")),
                words(List.of(text(member(entry, more, "findings")).split(" "))));
    }

    /** The same, with long values shortened as the expected ones are: {@code beginning…end}. */
    Told shortenedAs(Told expected) {
        var values = new TreeMap<>(parameters);
        values.replaceAll((key, value) -> shortened(value, expected.parameters.getOrDefault(key, "")));
        return new Told(exit, witnesses, values, ingredients, problems, findings);
    }

    /** The text as the pattern writes it, where it fits. */
    static String shortened(String text, String pattern) {
        var regex = Stream.of(pattern.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches() ? pattern : text;
    }

    /** A table of reports, by what each is of. */
    static Map<String, Json> table(String resource) {
        try (var in = Told.class.getResourceAsStream(resource)) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .members();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedJsonException e) {
            throw new AssertionError(resource + " is no JSON", e);
        }
    }

    private static Json member(Json entry, Json more, String name) {
        return more.has(name) ? more.at(name) : entry.at(name);
    }

    private static Map<String, String> parameters(Json report) {
        var values = new TreeMap<String, String>();
        report.at("recipe").at("parameters").members().forEach((key, value) -> values.put(key, text(value, "value")));
        return values;
    }

    private static Map<String, String> texts(Json object) {
        var values = new TreeMap<String, String>();
        object.members().forEach((key, value) -> values.put(key, text(value)));
        return values;
    }

    private static String ingredient(Json one) {
        var name = text(one, "name");
        var clues = new ArrayList<>(
                one.at("clues").items().stream().map(Told::text).sorted().toList());
        var titled = clues.stream().anyMatch(clue -> clue.startsWith("title \"" + name + "\""));
        clues.removeIf(clue -> clue.startsWith("title "));
        return text(one, "role")
                + (titled ? " (titled)" : " \"" + name + "\"")
                + one.at("strength").scalar().map(strength -> " x" + strength).orElse("")
                + ": " + String.join(", ", clues)
                + ": " + text(one.at("resolution"), "kind");
    }

    private static String words(List<String> all) {
        return all.stream().sorted().collect(Collectors.joining(" "));
    }

    private static String text(Json object, String member) {
        return text(object.at(member));
    }

    private static String text(Json value) {
        return value.text().orElseThrow(() -> new AssertionError(value.write() + " is no text"));
    }
}
