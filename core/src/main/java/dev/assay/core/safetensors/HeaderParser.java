package dev.assay.core.safetensors;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of a header as a stream: a header may be 100 MB, and no more of it is held than is meant. */
final class HeaderParser {

    private static final String METADATA = "__metadata__";
    private static final int MAX_TENSORS = 500_000;
    private static final int MAX_DIMENSIONS = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNameLength(4 << 10)
                    // Trainers put tag counts and pictures into the metadata.
                    .maxStringLength(32 << 20)
                    .maxNumberLength(20)
                    .build())
            .build();

    private final JsonParser json;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private HeaderParser(JsonParser json) {
        this.json = json;
    }

    record Contents(Map<String, Tensor> tensors, Map<String, String> metadata) {}

    static Contents parse(InputStream header) throws BrokenHeaderException {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), header)) {
            var parser = new HeaderParser(json);
            parser.header();
            return new Contents(parser.tensors, parser.metadata);
        } catch (JacksonException e) {
            throw new BrokenHeaderException("the header is no sound JSON: " + e.getOriginalMessage());
        }
    }

    private void header() throws BrokenHeaderException {
        expect(json.nextToken(), JsonToken.START_OBJECT, "the header");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            expect(json.nextToken(), JsonToken.START_OBJECT, name);
            if (name.equals(METADATA)) {
                metadata();
            } else {
                tensors.put(name, tensor(name));
                require(tensors.size() <= MAX_TENSORS, "more than " + MAX_TENSORS + " tensors");
            }
        }
        require(json.nextToken() == null, "more JSON behind the header");
    }

    private void metadata() throws BrokenHeaderException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING, METADATA);
            metadata.put(key, json.getString());
        }
    }

    private Tensor tensor(String name) throws BrokenHeaderException {
        var dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = json.currentName();
            var token = json.nextToken();
            switch (key) {
                case "dtype" -> {
                    expect(token, JsonToken.VALUE_STRING, name);
                    dtype = json.getString();
                }
                case "shape" -> shape = numbers(token, name);
                case "data_offsets" -> offsets = numbers(token, name);
                default -> json.skipChildren();
            }
        }
        require(!dtype.isEmpty() && offsets.size() == 2, "incomplete entry of tensor " + name);
        return new Tensor(dtype, shape, offsets.get(0), offsets.get(1));
    }

    private List<Long> numbers(JsonToken token, String name) throws BrokenHeaderException {
        expect(token, JsonToken.START_ARRAY, name);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, name);
            var number = json.getLongValue();
            require(number >= 0, "a negative number in the entry of tensor " + name);
            numbers.add(number);
            require(numbers.size() <= MAX_DIMENSIONS, "too many dimensions of tensor " + name);
        }
        return numbers;
    }

    private static void expect(JsonToken found, JsonToken wanted, String where) throws BrokenHeaderException {
        require(found == wanted, "unexpected JSON in " + where);
    }

    private static void require(boolean holds, String otherwise) throws BrokenHeaderException {
        if (!holds) {
            throw new BrokenHeaderException(otherwise);
        }
    }
}
