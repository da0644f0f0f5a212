package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkOptionsTest {

  @Test
  void theNetworkTableIsMeasuredByDefault() {
    assertThat(measures())
        .isEqualTo(Selection.of(Table.NETWORK).measures())
        .startsWith(Measure.FIT)
        .doesNotContain(Measure.DEPTHWISE);
  }

  @Test
  void selectedMeasuresRunOnceAndInTableOrder() {
    assertThat(measures("--only", "separable", "fit", "Separable"))
        .containsExactly(Measure.FIT, Measure.SEPARABLE);
    assertThat(measures("--only", "applications", "files", "augmentation", "layers", "network"))
        .containsExactly(Measure.values());
  }

  private static List<Measure> measures(String... arguments) {
    BenchmarkOptions options = new BenchmarkOptions();
    new CommandLine(options).parseArgs(arguments);
    return options.measures();
  }
}
