package dev.assay.core.json;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads text into {@link Json} by way of Jackson's streaming parser. */
public final class JsonReader {

    /** A factory is costly to make, and remembers the names of members. */
    private static final JsonFactory USUAL = made(JsonLimits.DEFAULT);

    private JsonReader() {}

    /**
     * Reads exactly one value; anything but white space behind it is an error.
     *
     * @throws MalformedJsonException where the text is not JSON, is cut short, or goes beyond the limits
     */
    public static Json read(String text, JsonLimits limits) throws MalformedJsonException {
        if (text.length() > limits.maxCharacters()) {
            throw new MalformedJsonException("longer than " + limits.maxCharacters() + " characters", false);
        }
        try (JsonParser parser = factory(limits).createParser(ObjectReadContext.empty(), withoutMark(text))) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("empty", true);
            }
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("more text behind the value", false);
            }
            return value;
        } catch (UnexpectedEndOfInputException e) {
            throw new MalformedJsonException("cut short: " + words(e), true);
        } catch (JacksonException e) {
            throw new MalformedJsonException(words(e), false);
        }
    }

    /** Without where it began, which the parser describes in words about its own settings. */
    private static String words(JacksonException e) {
        var message = e.getOriginalMessage();
        var aside = message.indexOf(" (start marker at [Source");
        return aside < 0 ? message : message.substring(0, aside);
    }

    /** A byte order mark, which some editors write, may be ignored (RFC 8259 §8.1). */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static JsonFactory factory(JsonLimits limits) {
        return limits.equals(JsonLimits.DEFAULT) ? USUAL : made(limits);
    }

    private static JsonFactory made(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxStringLength())
                        .maxNumberLength(400)
                        .build())
                .build();
    }

    private static Json value(JsonParser parser) throws MalformedJsonException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.none();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new MalformedJsonException("unexpected " + parser.currentToken(), false);
        };
    }

    private static Json object(JsonParser parser) throws MalformedJsonException {
        var members = new MembersBuilder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            members.put(key, value(parser));
        }
        return new Json.Obj(members.build());
    }

    private static Json array(JsonParser parser) throws MalformedJsonException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }
}
