package io.rhyton.keras.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.keras.GoldenConfigs;
import io.rhyton.keras.GoldenModels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What three versions of Keras wrote for the same program is read as the same model. */
class ConfigReaderTest {
  private static final List<String> VERSIONS =
      List.of("keras-3.15.1", "keras-3.3.3", "tf-keras-2.21.0");

  private static final List<String> MODELS =
      List.of(
          "compiled",
          "defaults",
          "functional",
          "images",
          "mixed",
          "model_first",
          "no_input_layer",
          "options",
          "sequences",
          "single");

  static Stream<Arguments> files() {
    return VERSIONS.stream()
        .flatMap(version -> MODELS.stream().map(model -> Arguments.of(version, model)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aKerasFileIsReadAsTheModelBuiltInPython(String version, String model) {
    assertRead(GoldenConfigs.read(version, model), version, model);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aLegacyFileIsReadAsTheModelBuiltInPython(String version, String model) {
    assertRead(GoldenConfigs.readLegacy(version, model), version, model);
  }

  private static void assertRead(ParsedConfig read, String version, String model) {
    assertThat(read.model()).isEqualTo(GoldenModels.model(model, version));
    assertThat(read.notCompiled()).isEmpty();
    assertThat(read.compile()).isEqualTo(GoldenModels.compileSpec(model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras-3.15.1", "keras-3.3.3"})
  void filesOfKeras3AreRecognized(String version) {
    assertThat(GoldenConfigs.read(version, "functional").dialect()).isEqualTo(KerasDialect.KERAS_3);
  }

  @Test
  void filesOfKeras2AreRecognized() {
    assertThat(GoldenConfigs.read("tf-keras-2.21.0", "functional").dialect())
        .isEqualTo(KerasDialect.KERAS_2);
    assertThat(GoldenConfigs.readLegacy("tf-keras-2.21.0", "no_input_layer").dialect())
        .isEqualTo(KerasDialect.KERAS_2);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aMixedPolicyIsReported(String version) {
    assertThat(GoldenConfigs.read(version, "mixed").policies())
        .containsExactlyInAnyOrder(DTypePolicy.FLOAT32, DTypePolicy.MIXED_BFLOAT16);
  }

  static List<String> versions() {
    return VERSIONS;
  }
}
