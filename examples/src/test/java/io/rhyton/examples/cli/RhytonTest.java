package io.rhyton.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

class RhytonTest {

  @Test
  void helpListsTheCommands() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: rhyton", "train", "segment", "benchmark");
  }

  @Test
  void everyCommandAndArgumentIsDescribedInOneSentence() {
    for (CommandLine command : Rhyton.commandLine().getSubcommands().values()) {
      assertOneSentence(
          command.getCommandName(), command.getCommandSpec().usageMessage().description());
      for (ArgSpec argument : command.getCommandSpec().args()) {
        assertOneSentence(
            command.getCommandName() + " " + argument.paramLabel(), argument.description());
      }
    }
  }

  private static void assertOneSentence(String what, String[] description) {
    assertThat(description).as(what).hasSize(1);
    assertThat(description[0]).as(what).matches("[A-Z].+\\.").doesNotContainPattern("[.!?] +[A-Z]");
  }

  @Test
  void everyOptionWithAValueShowsItsDefault() {
    for (CommandLine command : Rhyton.commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.arity().max() > 0) {
          assertThat(String.join(" ", option.description()))
              .as(command.getCommandName() + " " + option.longestName())
              .contains("(default: ");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "train --nonsense, rhyton: Unknown option: '--nonsense' (see rhyton train --help)",
    "train --epochs many, 'Invalid value for option ''--epochs'': ''many'' is not an int'",
    "train --variant vgg, 'expected one of [BASELINE, DROPOUT, BATCHNORM, AUGMENTED, RESNET9,"
        + " RESNET20, MOBILENET]'",
    "train --dtype-policy float8, 'expected one of [FLOAT32, MIXED_BFLOAT16, MIXED_FLOAT16]'",
    "benchmark --only speed, 'expected one of [network, layers, augmentation, '",
    "nonsense, rhyton: Unmatched argument at index 0: 'nonsense' (see rhyton --help)"
  })
  void anInvalidCommandLineIsReportedInOneLineWithExitCode2(String line, String message) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
  }

  @Test
  void theHelpIsPrintedIfNoCommandIsGiven() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Usage: rhyton").contains("train", "benchmark");
  }

  @Test
  void devicesAreListedOnePerLine() {
    CommandRun run = CommandRun.of("devices");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("/CPU:0" + System.lineSeparator());
  }

  @Test
  void anErrorIsReportedInOneLine() {
    CommandRun run = CommandRun.of("train", "--epochs", "0");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualToIgnoringNewLines("rhyton: epochs must be > 0, got 0");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theStackTraceIsPrintedOnRequest() {
    assertThat(CommandRun.of("train", "--epochs", "0", "--stacktrace").err())
        .contains(
            "rhyton: epochs must be > 0, got 0", "at io.rhyton.examples.programs.TrainCifar10.run");
  }

  @Test
  void theVersionIncludesTensorFlowAndJava() {
    assertThat(CommandRun.of("--version").out())
        .contains("rhyton ", "TensorFlow 2.", "Java " + Runtime.version());
  }
}
