package dev.assay.app.mcp;

import java.io.InputStream;
import java.io.OutputStream;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerSession;

/** The SDK's transport over standard input and output, with sessions that can be cancelled. */
final class StandardStreams extends StdioServerTransportProvider {

    private final Runnable whenClosed;

    StandardStreams(McpJsonMapper mapper, InputStream in, OutputStream out, Runnable whenClosed) {
        super(mapper, in, out);
        this.whenClosed = whenClosed;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        super.setSessionFactory(transport -> new CancellableSession(factory.create(transport), transport, whenClosed));
    }
}
