package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import io.rhyton.error.ModelException;
import io.rhyton.examples.cli.CommandRun;
import io.rhyton.inference.Predictor;
import io.rhyton.model.shape.Size2D;
import io.rhyton.savedmodel.SavedModel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class ImageDataTest {
  private static final Size2D SIZE = new Size2D(8, 12);

  @TempDir private Path folder;

  /** Ten images in each of three colors, of different sizes. */
  private Path photos() throws IOException {
    Path photos = folder.resolve("photos");
    write(photos.resolve("blue"), "png", Color.BLUE);
    write(photos.resolve("green"), "jpg", Color.GREEN);
    write(photos.resolve("red"), "gif", Color.RED);
    return photos;
  }

  private static void write(Path target, String format, Color color) throws IOException {
    Files.createDirectories(target);
    for (int i = 0; i < 10; i++) {
      BufferedImage image = new BufferedImage(20 + i, 30, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(color);
      graphics.fillRect(0, 0, 20 + i, 30);
      graphics.dispose();
      ImageIO.write(image, format, target.resolve(i + "." + format).toFile());
    }
  }

  @Test
  void theSameFifthOfAFolderIsAlwaysHeldOutForTesting() throws IOException {
    Path photos = photos();
    ImageData data = ImageData.of(photos.toString(), SIZE, 1.0 / 255);
    assertThat(data.classes()).containsExactly("blue", "green", "red");
    assertThat(data.train()).hasToString("24 samples of [8, 12, 3] with targets [3]");
    assertThat(data.test()).hasToString("6 samples of [8, 12, 3] with targets [3]");
    assertThat(data.take(5).train().size()).isEqualTo(5);
    ImageData again = ImageData.of(photos.toString(), SIZE, 1.0 / 255);
    for (int i = 0; i < 6; i++) {
      assertThat(again.test().input().values(i)).isEqualTo(data.test().input().values(i));
      assertThat(again.test().label().classIndex(i)).isEqualTo(data.test().label().classIndex(i));
    }
  }

  @Test
  void trainAcceptsAFolderOfImages() throws IOException {
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            ("train --variant mobilenet --image-size 12 --epochs 1 --batch-size 8 --data "
                    + photos()
                    + " --out "
                    + out)
                .split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.resolve("report.html")).content().contains("blue", "green", "red");
    try (Predictor predictor = SavedModel.read(out.resolve("model"))) {
      assertThat(predictor.inputShape().tail()).isEqualTo(Shape.of(12, 12, 3));
      assertThat(predictor.outputShape().tail()).isEqualTo(Shape.of(3));
    }
  }

  @Test
  void foldersWithoutADataSetAreRejected() throws IOException {
    Path photos = photos();
    assertRejected(folder.resolve("none"), "no such folder");
    assertRejected(photos.resolve("red"), "neither");
    assertRejected(folder, "one subfolder");
    Files.createDirectory(photos.resolve("yellow"));
    assertThatThrownBy(() -> ImageData.of(photos.toString(), SIZE, 1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Folder " + photos.resolve("yellow"))
        .hasMessageContaining(": expected at least one image ");
  }

  private static void assertRejected(Path target, String received) {
    assertThatThrownBy(() -> ImageData.of(target.toString(), SIZE, 1))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            target
                + ": expected CIFAR-10's binary files, or one subfolder of images for each of at"
                + " least two classes, got "
                + received
                + ". Pass another folder with --data.");
  }
}
