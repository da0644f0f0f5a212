package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.weight.WeightSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworksTest {

  /** Judged by Keras's {@code model.count_params()}. */
  @ParameterizedTest
  @CsvSource({
    "BASELINE, 1341226",
    "DROPOUT, 1341226",
    "BATCHNORM, 1345066",
    "AUGMENTED, 1345066",
    "RESNET9, 1648362",
    "RESNET20, 274042",
    "MOBILENET, 209610"
  })
  void theNetworksHaveAsManyParametersAsInKeras(Variant variant, long parameters) {
    assertThat(variant.spec(32, 10).resolve().weights().stream().mapToLong(WeightSpec::size).sum())
        .isEqualTo(parameters);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void networksAreNamedAsOnTheCommandLine(Variant variant) {
    assertThat(variant.spec(32, 10).name()).isEqualTo(variant.toString());
  }
}
