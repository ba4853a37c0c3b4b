package dev.assay.core.safetensors;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of a header as a stream: a header may be 100 MB, and no more of it is held than is meant. */
final class HeaderParser {

    private static final String METADATA = "__metadata__";
    private static final int MAX_TENSORS = 500_000;
    private static final int MAX_DIMENSIONS = 64;
    private static final int INITIAL_DIMENSIONS = 4;

    private static final JsonFactory FACTORY = JsonFactory.builder()
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
    private boolean metadataSeen;

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
            } else if (tensors.put(name, tensor(name)) != null) {
                throw new BrokenHeaderException("twice the tensor " + name);
            } else if (tensors.size() > MAX_TENSORS) {
                throw new BrokenHeaderException("more than " + MAX_TENSORS + " tensors");
            }
        }
        if (json.nextToken() != null) {
            throw new BrokenHeaderException("more JSON behind the header");
        }
    }

    private void metadata() throws BrokenHeaderException {
        if (metadataSeen) {
            throw new BrokenHeaderException("metadata twice");
        }
        metadataSeen = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING, METADATA);
            if (metadata.put(key, json.getString()) != null) {
                throw new BrokenHeaderException("twice the metadata " + key);
            }
        }
    }

    private Tensor tensor(String name) throws BrokenHeaderException {
        Optional<String> dtype = Optional.empty();
        Optional<List<Long>> shape = Optional.empty();
        Optional<List<Long>> offsets = Optional.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var key = json.currentName();
            var token = json.nextToken();
            switch (key) {
                case "dtype" -> {
                    once(dtype, key, name);
                    expect(token, JsonToken.VALUE_STRING, name);
                    dtype = Optional.of(json.getString());
                }
                case "shape" -> {
                    once(shape, key, name);
                    shape = Optional.of(numbers(token, name));
                }
                case "data_offsets" -> {
                    once(offsets, key, name);
                    offsets = Optional.of(numbers(token, name));
                }
                default -> json.skipChildren();
            }
        }
        if (dtype.isEmpty() || offsets.isEmpty() || offsets.get().size() != 2) {
            throw new BrokenHeaderException("incomplete entry of tensor " + name);
        }
        return new Tensor(
                dtype.get(),
                shape.orElse(List.of()),
                offsets.get().get(0),
                offsets.get().get(1));
    }

    private static void once(Optional<?> before, String key, String name) throws BrokenHeaderException {
        if (before.isPresent()) {
            throw new BrokenHeaderException("twice the " + key + " of tensor " + name);
        }
    }

    private List<Long> numbers(JsonToken token, String name) throws BrokenHeaderException {
        expect(token, JsonToken.START_ARRAY, name);
        List<Long> numbers = new ArrayList<>(INITIAL_DIMENSIONS);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, name);
            var number = json.getLongValue();
            if (number < 0) {
                throw new BrokenHeaderException("a negative number in the entry of tensor " + name);
            }
            numbers.add(number);
            if (numbers.size() > MAX_DIMENSIONS) {
                throw new BrokenHeaderException("too many dimensions of tensor " + name);
            }
        }
        return numbers;
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted, String where) throws BrokenHeaderException {
        if (found != wanted) {
            throw new BrokenHeaderException("unexpected JSON in " + where);
        }
    }
}
