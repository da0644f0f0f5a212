package io.rhyton.examples.programs.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.examples.programs.architectures.UNet;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.weight.WeightSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SegmentTest {
  @TempDir private Path folder;

  @Test
  void trainingWritesTheOutputFiles() throws IOException {
    String out = folder.resolve("out").toString();
    SegmentOptions options =
        CommandLine.populateCommand(
            new SegmentOptions(), "--samples=40", "--epochs=1", "--seed=7", "--out", out);
    Scores scores = Segment.run(options);

    assertThat(scores.get("accuracy")).isBetween(0.0, 1.0);
    assertThat(scores.get("mean_io_u")).isBetween(0.0, 1.0);
    assertThat(options.out.resolve("curves.png")).isNotEmptyFile();
    assertThat(KerasFile.read(options.out.resolve("unet.keras")).spec()).isEqualTo(UNet.spec(11));
    BufferedImage masks = ImageIO.read(options.out.resolve("masks.png").toFile());
    assertThat(masks.getWidth()).isEqualTo(10 * 4 * 32 + 9 * 8);
    assertThat(masks.getHeight()).isEqualTo(3 * 4 * 32 + 2 * 8);
    // The corner of the first image, and that of its mask, which is background.
    assertThat(masks.getRGB(0, 0)).isNotEqualTo(0xff000000);
    assertThat(masks.getRGB(0, 4 * 34)).isEqualTo(0xff000000);
  }

  /** Judged by Keras's {@code model.count_params()}. */
  @Test
  void theUNetHasAsManyParametersAsInKeras() {
    assertThat(UNet.spec(11).resolve().weights().stream().mapToLong(WeightSpec::size).sum())
        .isEqualTo(118_171);
  }
}
