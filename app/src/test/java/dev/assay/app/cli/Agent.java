package dev.assay.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import tools.jackson.databind.json.JsonMapper;

/** An agent: the SDK's own client, and the program as a process of its own at the other end of its streams. */
final class Agent implements AutoCloseable {

    static final JacksonMcpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());

    private final McpSyncClient client;
    private final List<McpSchema.ProgressNotification> progress = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Agent(StdioClientTransport transport) {
        transport.setStdErrorHandler(errors::add);
        client = McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(1))
                .jsonSchemaValidator(unasked())
                .progressConsumer(progress::add)
                .build();
    }

    /** Starts {@code assay mcp} as the program would be started there. */
    static Agent of(Program program, String... options) {
        var words = new ArrayList<>(List.of("mcp"));
        words.addAll(List.of(options));
        var line = program.commandLine(words.toArray(String[]::new));
        var parameters = ServerParameters.builder(line.getFirst())
                .args(line.subList(1, line.size()))
                .env(program.variables())
                .build();
        var agent = new Agent(new StdioClientTransport(parameters, MAPPER));
        agent.client.initialize();
        return agent;
    }

    private static JsonSchemaValidator unasked() {
        return (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid("");
    }

    List<McpSchema.Tool> tools() {
        return client.listTools().tools();
    }

    McpSyncClient client() {
        return client;
    }

    List<McpSchema.ProgressNotification> progress() {
        return List.copyOf(progress);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    Answer call(String tool, Map<String, Object> arguments) {
        var request = McpSchema.CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("token of " + tool)
                .build();
        return Answer.of(client.callTool(request));
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * What a tool answered.
     *
     * @param words all its texts but the last, which is the document again
     */
    record Answer(boolean isError, Json document, String words) {

        static Answer of(McpSchema.CallToolResult result) {
            try {
                var texts = result.content().stream()
                        .map(content -> ((McpSchema.TextContent) content).text())
                        .toList();
                var structured = Json.parse(MAPPER.writeValueAsString(result.structuredContent()));
                var words = texts.subList(0, texts.size() - 1).stream().collect(Collectors.joining("\n"));
                return new Answer(Boolean.TRUE.equals(result.isError()), structured, words);
            } catch (MalformedJsonException | IOException e) {
                throw new AssertionError("no JSON document: " + result, e);
            }
        }

        int code() {
            return document.at("exitCode").integer().orElseThrow().intValue();
        }
    }
}
