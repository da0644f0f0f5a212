package io.rhyton.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class ImageNetClassesTest {
  @TempDir private Path folder;

  private Path index() throws IOException {
    String text =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\"%d\": [\"n%08d\", \"name_%d\"]".formatted(i, i, i))
            .collect(Collectors.joining(", ", "{", "}"));
    return Files.writeString(folder.resolve("imagenet_class_index.json"), text);
  }

  @Test
  void theHighestScoresComeFirst() throws IOException {
    ImageNetClasses classes = ImageNetClasses.read(index());
    float[] scores = new float[2_000];
    scores[7] = 0.25f;
    scores[999] = 0.75f;
    scores[1_000] = 1;
    FloatNdArray predictions = NdArrays.wrap(Shape.of(2, 1_000), DataBuffers.of(scores));

    assertThat(classes.decodePredictions(predictions, 2))
        .containsExactly(
            List.of(
                new ClassPrediction("n00000999", "name_999", 0.75f),
                new ClassPrediction("n00000007", "name_7", 0.25f)),
            List.of(
                new ClassPrediction("n00000000", "name_0", 1),
                new ClassPrediction("n00000999", "name_999", 0)));
    float[] first = new float[1_000];
    first[3] = 1;
    assertThat(classes.decodePredictions(first, 1))
        .containsExactly(new ClassPrediction("n00000003", "name_3", 1));
    assertThat(classes.decodePredictions(first, 2_000)).hasSize(1_000);
    assertThat(classes.descriptions()).hasSize(1_000).startsWith("name_0", "name_1");
  }

  @Test
  void predictionsAreThoseOfAThousandClasses() throws IOException {
    ImageNetClasses classes = ImageNetClasses.read(index());
    assertThatThrownBy(() -> classes.decodePredictions(NdArrays.ofFloats(Shape.of(2, 10)), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("predictions must be of shape [samples, 1000], got [2, 10]");
    assertThatThrownBy(() -> classes.decodePredictions(new float[10], 5))
        .hasMessage("predictions must be of shape [1000], got [10]");
    assertThatThrownBy(() -> classes.decodePredictions(new float[1_000], 0))
        .hasMessage("top must be > 0, got 0");
  }

  @Test
  void theChecksumIsVerified() throws IOException {
    index();
    URI address = URI.create("https://example.org/data/imagenet_class_index.json");
    try (LoopbackServer server = new LoopbackServer(folder)) {
      RemoteFile file = new RemoteFile(server.address(address), "c2c37ea517e94d9795004a39431a14cb");
      assertThatThrownBy(
              () -> ImageNetClasses.load(file, folder.resolve("cache"), Downloader.standard()))
          .hasMessageContaining("expected a file with MD5 c2c37ea517e94d9795004a39431a14cb, got ");
      assertThat(server.requests()).containsExactly("imagenet_class_index.json");
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path file = folder.resolve("other.json");
    String start = "Class index '" + file + "': expected the names of 1000 classes as JSON, got ";
    String end = ". Delete it, and download it again with ImageNetClasses.load().";
    Files.writeString(file, "{");
    assertThatThrownBy(() -> ImageNetClasses.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(start + "other text" + end);
    Files.writeString(file, "{\"0\": [\"n1\", \"a\"], \"1\": [1, 2]}");
    assertThatThrownBy(() -> ImageNetClasses.read(file))
        .hasMessage(start + "no two names of class 1" + end);
    Files.delete(file);
    assertThatThrownBy(() -> ImageNetClasses.read(file))
        .hasMessageStartingWith(start + "java.nio.file.NoSuchFileException");
  }
}
