package dev.assay.app.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void install() {
        program = Program.in(folder);
    }

    @Test
    void namesEveryCommandAndWhatItDoes() {
        var ended = program.run("--help");
        assertThat(ended.code()).isZero();
        for (var type : AssayCommand.COMMANDS) {
            var command = type.getAnnotation(Command.class);
            assertThat(ended.out()).contains("\n  " + command.name() + " ", command.description()[0].substring(0, 25));
        }
    }

    @Test
    void showsAnExampleOfEveryCommand() {
        for (var type : AssayCommand.COMMANDS) {
            var name = type.getAnnotation(Command.class).name();
            var ended = program.run(name, "--help");
            assertThat(ended.code()).as(name).isZero();
            assertThat(ended.out()).startsWith("Usage: assay " + name).contains("Example", "\n  assay " + name);
        }
    }

    @Test
    void isOfTheProgramWhereItIsAskedForBeforeACommand() {
        var ended = program.run("--help", "make", "96712457", "--verify");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEqualTo(program.run("--help").out());
    }

    @Test
    void isPointedAtWhereACommandIsNotKnown() {
        var ended = program.run("mak", "96712457");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("\"mak\" is no command or option", "Try 'assay --help'");
    }
}
