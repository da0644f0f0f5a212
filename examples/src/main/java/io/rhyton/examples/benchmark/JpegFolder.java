package io.rhyton.examples.benchmark;

import io.rhyton.file.Folders;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * A folder of JPEG images of different sizes in ten classes, which both sides read.
 *
 * @param path the path of the folder
 */
record JpegFolder(Path path) {
  private static final int CLASSES = 10;
  private static final int SHORTEST = 200;
  private static final int LONGEST = 400;
  private static final int PATCH = 16;

  static JpegFolder beside(Path images) {
    return new JpegFolder(images.resolveSibling("jpegs"));
  }

  /** Generates and writes {@code count} images. */
  void write(int count) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      Path file = path.resolve("class" + i % CLASSES).resolve(i + ".jpg");
      Files.createDirectories(file.getParent());
      ImageIO.write(generate(random), "jpg", file.toFile());
    }
  }

  /** Generates noisy color patches: flat ones would decode faster than photos do. */
  private static BufferedImage generate(SplittableRandom random) {
    int height = random.nextInt(SHORTEST, LONGEST);
    int width = random.nextInt(SHORTEST, LONGEST);
    int[] colors = random.ints((LONGEST / PATCH) * (LONGEST / PATCH), 0, 1 << 24).toArray();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int color = colors[y / PATCH * (LONGEST / PATCH) + x / PATCH];
        image.setRGB(x, y, color ^ (random.nextInt() & 0x0f0f0f));
      }
    }
    return image;
  }

  /** Deletes the folder, if it exists. */
  void delete() throws IOException {
    Folders.delete(path);
  }
}
