package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rhyton.codegen.KerasSource;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values of 50 KB in files and arguments: each problem stays a line of some length. */
class LongValuesTest {
  private static final String LONG = "a value\\t\\n".repeat(6_000);

  private static final String CONFIG =
      """
      {"class_name": "Sequential", "config": {"name": "m", "layers": [
        {"class_name": "InputLayer", "config": {"name": "in", "batch_shape": [null, 3]}},
        {"class_name": "Dense", "config": {"name": "dense", "units": 1, "activation": "linear"}}]}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Sequential\"",
        "\"m\"",
        "\"InputLayer\"",
        "\"in\"",
        "[null, 3]",
        "\"Dense\"",
        "\"dense\"",
        "1",
        "\"linear\"",
        "\"batch_shape\"",
        "\"units\"",
        "\"activation\"",
        "}}"
      })
  void ofAConfigurationAreRefusedInLines(String value) throws IOException {
    String damaged = CONFIG.replace(value, "\"" + LONG + "\"");
    Path config = Files.writeString(folder.resolve("config.json"), damaged);
    assertRefusedInLines(() -> KerasFile.read(config));
  }

  @Test
  void ofWeightsAndClassesAreRefusedInLines() {
    String name = "layer".repeat(10_000);
    ModelSpec spec = Sequential.vector(3).add(name, Dense.of(1)).build("m");
    Path file = folder.resolve("m.keras");
    assertRefusedInLines(() -> KerasFile.write(spec, Weights.builder().build(), file));
    assertRefusedInLines(() -> KerasSource.print(LONG, spec));
  }

  private static void assertRefusedInLines(ThrowingCallable refused) {
    Throwable thrown = catchThrowable(refused);
    assertThat(thrown).isInstanceOf(RuntimeException.class);
    assertThat(String.valueOf(thrown.getMessage()).lines())
        .hasSizeLessThan(4)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(2_000).doesNotContain("\t"));
  }
}
