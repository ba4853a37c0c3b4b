package dev.assay.app.mcp;

import java.util.Map;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;

/**
 * The SDK wants somebody who holds values against schemas. Arguments are read by {@link Invocation}, strictly and in our
 * words, and the documents have their schemas and tests; so there is nothing left to do here.
 */
final class NoValidation implements JsonSchemaValidator {

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object value) {
        return ValidationResponse.asValid("");
    }
}
