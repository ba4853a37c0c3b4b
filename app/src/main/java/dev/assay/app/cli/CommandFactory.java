package dev.assay.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands each what it works with. */
final class CommandFactory implements IFactory {

    private final Streams streams;

    CommandFactory(Streams streams) {
        this.streams = streams;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (StreamCommand.class.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(Streams.class).newInstance(streams);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
