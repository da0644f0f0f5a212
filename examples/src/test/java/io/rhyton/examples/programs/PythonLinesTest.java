package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class PythonLinesTest {

  @Test
  void theCodeLoadsTheModelFolder() {
    assertThat(PythonLines.forModel(Path.of("runs", "dropout", "model"), Shape.of(32, 48, 3), 10))
        .contains("model = tf.saved_model.load(\"runs/dropout/model\")\n")
        .contains("tf.random.uniform([64, 32, 48, 3])")
        .contains("tf.one_hot(tf.range(64) % 10, 10)")
        .contains("tf.saved_model.save(model, \"runs/dropout/model-from-python\")\n");
  }

  @Test
  void quotesInTheFolderNameAreEscaped() {
    assertThat(PythonLines.forModel(Path.of("my \"best\" model"), Shape.of(8, 8, 3), 2))
        .contains("tf.saved_model.load(\"my \\\"best\\\" model\")");
  }
}
