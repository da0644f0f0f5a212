package io.rhyton.examples.benchmark;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * The image file that both sides read: for each image, one byte with the class index and then 32 ·
 * 32 RGB pixels, row by row.
 */
final class ImageFile {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int LENGTH = SIDE * SIDE * CHANNELS;

  private ImageFile() {}

  /** Writes images with values from 0 to 255. */
  static void write(Dataset images, Path file) throws IOException {
    float[] values = new float[LENGTH];
    byte[] pixels = new byte[LENGTH];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < images.size(); i++) {
        images.input().copy(i, values, 0);
        for (int j = 0; j < LENGTH; j++) {
          pixels[j] = (byte) (int) values[j];
        }
        out.write(images.label().classIndex(i));
        out.write(pixels);
      }
    }
  }

  /** Streams the first images in batches of floats, each of which is read on demand. */
  static BatchSource stream(Path file, int batchSize, int batches) {
    return pass -> {
      InputStream in = open(file);
      return IntStream.range(0, batches)
          .mapToObj(batch -> read(in, batchSize))
          .onClose(() -> close(in));
    };
  }

  private static InputStream open(Path file) {
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dataset read(InputStream in, int count) {
    float[] pixels = new float[Math.multiplyExact(count, LENGTH)];
    int[] labels = new int[count];
    byte[] image = new byte[LENGTH];
    try {
      for (int i = 0; i < count; i++) {
        labels[i] = in.read();
        if (in.readNBytes(image, 0, LENGTH) < LENGTH) {
          throw new EOFException("expected a batch of " + count + " images, got " + i);
        }
        for (int j = 0; j < LENGTH; j++) {
          pixels[i * LENGTH + j] = image[j] & 0xff;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Dataset.images(SIDE, SIDE, CHANNELS, pixels, labels);
  }

  /** Returns the size of {@code count} images as floats, in MiB. */
  static double mebibytes(int count) {
    return (double) count * LENGTH * Float.BYTES / (1 << 20);
  }

  /** Reads the first images, with values from 0 to 255. */
  static Dataset read(Path file, int count) throws IOException {
    byte[] pixels = new byte[Math.multiplyExact(count, LENGTH)];
    int[] labels = new int[count];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int i = 0; i < count; i++) {
        labels[i] = in.read();
        if (in.readNBytes(pixels, i * LENGTH, LENGTH) < LENGTH) {
          throw new EOFException(file + ": expected " + count + " images, got " + i);
        }
      }
    }
    return Dataset.images(SIDE, SIDE, CHANNELS, pixels, labels);
  }
}
