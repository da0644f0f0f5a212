package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.error.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContenderTest {
  private static final Path NO_IMAGES = Path.of("none");

  @TempDir private Path folder;

  @Test
  void aWorkerReturnsItsResultAndElapsedTime() throws IOException {
    Path images = folder.resolve("images");
    ImageFile.write(SyntheticShapes.dataset(64, 1), images);
    Answer answer = Contender.rhyton().run(Task.FIRST_STEP, images, 1);
    assertThat(answer.text()).startsWith("loss: ");
    assertThat(answer.seconds()).isPositive();
  }

  @Test
  void aMissingProgramIsNamedInTheError() {
    Contender keras = Contender.keras("no-such-python", Path.of("script.py"));
    assertThatThrownBy(() -> keras.run(Task.VERSIONS, NO_IMAGES, 1))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Keras, task versions: expected a result, got ")
        .hasMessageContaining("no-such-python")
        .hasMessageEndingWith(
            ". Install tensorflow-cpu and keras for no-such-python, or pass another interpreter"
                + " with --python.");
  }

  @Test
  void theOutputOfAFailedProgramIsQuotedInTheError() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Contender contender = new Contender("Java", List.of(java, "-cp", "none"), "Look closer.");
    assertThatThrownBy(() -> contender.run(Task.FIT, NO_IMAGES, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Java, task fit: expected a result, got exit code 1 after 'Caused by:"
                + " java.lang.ClassNotFoundException: fit'. Look closer.");
  }
}
