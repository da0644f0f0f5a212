package io.rhyton.data.image;

import io.rhyton.data.DataException;
import io.rhyton.data.DistantSamples;
import io.rhyton.data.Fingerprint;
import io.rhyton.data.Rescaled;
import io.rhyton.data.Samples;
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

/**
 * Images that stay in their files until they are needed.
 *
 * @param folder that the files are in
 * @param files their paths in it
 * @param format what the images are delivered as
 */
record ImageFiles(Path folder, List<String> files, ImageFormat format) implements DistantSamples {
  private static final int LARGEST_FILE = 1 << 28;
  private static final String FIX = "Replace the file, or leave it out: skipBroken.";

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    Path file = folder.resolve(files.get(index));
    new EncodedImages(format, FIX).copy(where(file), read(file), into, at);
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
