package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

  @Test
  void comparisonsOfRhytonWithItselfNeedNoPython() throws IOException {
    BenchmarkOptions options = new BenchmarkOptions();
    options.only =
        List.of(new Selection(List.of(Measure.LOOP, Measure.STREAM, Measure.CHECKPOINT)));
    options.python = "no-such-python";
    options.pairs = 2;
    options.steps = 2;
    List<Comparison> comparisons = Benchmark.run(options);
    assertThat(comparisons).hasSize(3);
    for (Comparison comparison : comparisons) {
      assertThat(comparison.ours()).hasSize(2).allMatch(value -> value > 0);
      assertThat(comparison.others()).hasSize(2).allMatch(value -> value > 0);
    }
  }

  @Test
  void thePythonScriptImplementsEveryTaskOfKeras() throws IOException {
    String script;
    try (InputStream file = Benchmark.class.getResourceAsStream("keras_benchmark.py")) {
      script = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Measure measure : Measure.values()) {
      if (measure.rival() == Rival.KERAS) {
        String function = measure.otherTask().toString().replace('-', '_');
        assertThat(script).contains("\ndef " + function + "(images, steps");
      }
    }
  }
}
