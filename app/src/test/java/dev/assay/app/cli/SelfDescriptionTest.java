package dev.assay.app.cli;

import java.nio.file.Path;

import dev.assay.app.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class SelfDescriptionTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatTheParserWouldSay() {
        assertThat(SelfDescription.HELP).isEqualTo(new CommandLine(Subcommands.all()).getUsageMessage(Ansi.OFF));
    }
}
