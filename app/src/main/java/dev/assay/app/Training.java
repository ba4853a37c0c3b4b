package dev.assay.app;

import dev.assay.app.cli.CommandLines;

/**
 * What the launcher runs once after a build, so that the class-data archive holds the classes that the usual commands
 * load. It prints what those commands print, and needs no network.
 */
final class Training {

    private Training() {}

    public static void main(String[] args) {
        CommandLines.run(new String[] {"--help"});
        CommandLines.run(new String[] {"make", "--help"});
    }
}
