package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.python.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of models that were written as Keras users write them, with dropout, augmentation, shared,
 * nested and partly frozen models, predict and train in Java as in Keras. {@code user_models.py}
 * writes them; nothing in it comes from Rhyton.
 *
 * <p>{@code -Drhyton.user.models=1000} draws so many of Keras 3 and of Keras 2, {@code
 * -Drhyton.user.first=300} from another seed on.
 */
@Tag("python")
class UserModelsPythonTest {
  private static final int COUNT = Integer.getInteger("rhyton.user.models", 45);
  private static final int FIRST = Integer.getInteger("rhyton.user.first", 0);

  @TempDir private Path temporary;

  @Test
  void modelsOfKeras3PredictAndTrainAsInKeras() throws IOException, InterruptedException {
    Python.find()
        .run(
            "user_models.py",
            temporary,
            Map.of(),
            Integer.toString(FIRST),
            Integer.toString(COUNT));
    assertAllAgree(List.of("model.keras", "model.h5"), false);
  }

  @Test
  void modelsOfKeras2PredictAndTrainAsInKeras() throws IOException, InterruptedException {
    Python python = Python.find();
    String path = Python.otherVersionsOf("tf_keras").get(0).toString();
    python.run(
        "user_models.py",
        temporary,
        Map.of("PYTHONPATH", path),
        Integer.toString(FIRST),
        Integer.toString(COUNT),
        "2");
    assertAllAgree(List.of("model.h5"), true);
  }

  private void assertAllAgree(List<String> files, boolean isKeras2) throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(temporary)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    List<String> differences = new ArrayList<>();
    for (Path folder : folders) {
      for (String file : files) {
        String difference = new UserCase(folder, isKeras2).difference(file);
        if (!difference.isEmpty()) {
          differences.add(folder.getFileName() + "/" + file + ": " + difference);
        }
      }
    }
    assertThat(folders).hasSize(COUNT);
    assertThat(differences).isEmpty();
    long trained = folders.stream().filter(each -> Files.exists(each.resolve("loss.txt"))).count();
    assertThat(trained).as("models that Keras loads again").isGreaterThan(COUNT * 3L / 4);
  }
}
