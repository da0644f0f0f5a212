package io.rhyton.data;

import io.rhyton.model.layer.Size2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Images that stay in their files until they are needed.
 *
 * @param folder that the files are in
 * @param files their paths in it
 * @param format what the images are delivered as
 */
record ImageFiles(Path folder, List<String> files, ImageFormat format) implements DistantSamples {
  private static final int LARGEST_FILE = 1 << 28;

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    Path file = folder.resolve(files.get(index));
    byte[] content = read(file);
    Size2D size = size(file, content);
    try {
      ImageDecoder.of(format).decode(content, size, into, at);
    } catch (TensorFlowException | IllegalArgumentException e) {
      throw new DataException(
          where(file),
          "an image of " + format.colorMode() + " that can be decoded",
          String.valueOf(e.getMessage()),
          "Replace the file, or leave it out: skipBroken.",
          e);
    }
  }

  /**
   * Decodes each once; returns the places of those that can be decoded.
   *
   * @param report is told what is wrong with each of the others, in order
   * @throws DataException if no image can be decoded
   */
  int[] whole(Consumer<DataException> report) {
    DataException[] broken = new DataException[files.size()];
    IntStream.range(0, broken.length).parallel().forEach(place -> broken[place] = check(place));
    Arrays.stream(broken).filter(Objects::nonNull).forEach(report);
    int[] whole =
        IntStream.range(0, broken.length).filter(place -> broken[place] == null).toArray();
    if (whole.length == 0) {
      throw new DataException(
          "Folder " + folder,
          "an image that can be read",
          broken.length + " that cannot",
          "Look at what was reported of them.",
          broken[0]);
    }
    return whole;
  }

  private @Nullable DataException check(int place) {
    try {
      copy(place, new float[(int) format.shape().size()], 0);
      return null;
    } catch (DataException e) {
      return e;
    }
  }

  /** Some of the images. */
  ImageFiles only(int[] places) {
    return new ImageFiles(folder, Arrays.stream(places).mapToObj(files::get).toList(), format);
  }

  private static byte[] read(Path file) {
    try {
      long length = Files.size(file);
      if (length > LARGEST_FILE) {
        throw new DataException(
            where(file),
            "a file of at most " + LARGEST_FILE + " bytes",
            length + " bytes",
            "Make the image smaller, or leave it out.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Believes no file: the decoder takes the memory that it speaks of before it finds the pixels.
   */
  private Size2D size(Path file, byte[] content) {
    ImageHeader header = ImageHeader.of(content);
    if (header == null || header.height() < 1 || header.width() < 1) {
      throw new DataException(
          where(file),
          "a JPEG, PNG, GIF or BMP",
          header == null ? "none of these" : header.height() + "x" + header.width() + " pixels",
          "Replace the file, or leave it out: skipBroken.");
    }
    if (header.pixels() > format.maxPixels()) {
      throw new DataException(
          where(file),
          "at most " + format.maxPixels() + " pixels",
          header.pixels() + " pixels",
          "Make the image smaller, or allow more by maxPixels.");
    }
    return new Size2D((int) header.height(), (int) header.width());
  }

  private static DataException unreadable(Path file, IOException cause) {
    return new DataException(
        where(file),
        "a file that can be read",
        cause instanceof NoSuchFileException ? "none" : cause.toString(),
        "Leave the files of a data set where they are while it is used.",
        cause);
  }

  private static String where(Path file) {
    return "Image " + file;
  }

  /** A pixel is a mean of bytes. */
  @Override
  public int firstNotFinite(int from, int count) {
    return -1;
  }

  /** Where the folder is does not matter. */
  @Override
  public void identify(int from, int count, Fingerprint fingerprint) {
    format.identify(fingerprint);
    for (String name : files.subList(from, from + count)) {
      Path file = folder.resolve(name);
      try {
        fingerprint.add(name).add(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new Rescaled(this, (int) format.shape().size(), scale, offset);
  }
}
