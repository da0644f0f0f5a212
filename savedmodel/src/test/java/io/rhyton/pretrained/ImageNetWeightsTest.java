package io.rhyton.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.applications.Application;
import io.rhyton.applications.ApplicationWeights;
import io.rhyton.applications.Applications;
import io.rhyton.data.DataException;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is downloaded from elsewhere: the files are served on this machine. */
class ImageNetWeightsTest {
  private static final Application<?> BODY =
      Applications.mobileNet()
          .alpha(0.25)
          .includeTop(false)
          .weights(ApplicationWeights.IMAGENET)
          .inputShape(128, 128, 3);

  @TempDir private Path published;
  @TempDir private Path cache;

  private final Downloader downloader =
      new Downloader(
          Duration.ofSeconds(10),
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
          false);
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer(published);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Weights load(Application<?> application) {
    RemoteFile remote = ImageNetWeights.remote(application);
    RemoteFile here = new RemoteFile(server.address(remote.address()), remote.hash());
    return ImageNetWeights.load(application, here, cache, downloader);
  }

  /** Weights that differ from each other. */
  private static Weights weights(ModelSpec spec) {
    Weights.Builder weights = Weights.builder();
    int number = 0;
    for (WeightSpec weight : spec.resolve().weights()) {
      float[] values = new float[Math.toIntExact(weight.size())];
      Arrays.fill(values, number++);
      weights.add(weight.name(), weight.shape(), values);
    }
    return weights.build();
  }

  @Test
  void publishedWeightsAreDownloadedOnce() throws IOException {
    ModelSpec spec = BODY.build();
    Weights expected = weights(spec);
    Path file = published.resolve("some.weights.h5");
    KerasWeights.write(spec, expected, file);
    String name = "mobilenet_2_5_128_tf_no_top.h5";
    Files.move(file, published.resolve(name));

    Weights first = load(BODY);
    Weights second = load(BODY);

    assertThat(server.requests()).containsExactly(name);
    assertThat(cache.resolve(name)).exists();
    assertThat(first).isEqualTo(expected);
    assertThat(second).isEqualTo(expected);
  }

  @Test
  void thePublishedChecksumIsVerified() throws IOException {
    Application<?> application = Applications.resNet50().weights(ApplicationWeights.IMAGENET);
    String name = "resnet50_weights_tf_dim_ordering_tf_kernels.h5";
    Files.writeString(published.resolve(name), "other weights");

    assertThatThrownBy(() -> load(application))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            name + ": expected a file with MD5 2cb95161c43110f7111970584f804107, got ");
    assertThat(cache.resolve(name)).doesNotExist();
  }

  @Test
  void theApplicationIsBuiltForTheseWeights() {
    assertThatThrownBy(() -> ImageNetWeights.load(Applications.efficientNetB0()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("application must be built with weights(IMAGENET), got NONE");
    assertThatThrownBy(
            () -> load(Applications.vgg16().weights(ApplicationWeights.IMAGENET).classes(10)))
        .hasMessage(
            "classes must be 1000 with the weights of ImageNet and includeTop(true), got 10");
    assertThat(server.requests()).isEmpty();
  }
}
