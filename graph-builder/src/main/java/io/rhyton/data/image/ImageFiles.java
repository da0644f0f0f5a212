package io.rhyton.data.image;

import io.rhyton.data.DataException;
import io.rhyton.data.Fingerprint;
import io.rhyton.data.LazySamples;
import io.rhyton.file.RegularFile;
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
 * Images that are loaded from their files lazily.
 *
 * @param folder the folder of the files
 * @param files their paths relative to the folder
 * @param format the format of the decoded images
 */
record ImageFiles(Path folder, List<String> files, ImageFormat format) implements LazySamples {
  private static final int LARGEST_FILE = 1 << 28;
  private static final String FIX = "Replace the file, or skip it with skipBroken.";

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
   * Decodes each image once; returns the indices of those that can be decoded.
   *
   * @param report receives the error of each of the others, in order
   * @throws DataException if no image can be decoded
   */
  int[] decodable(Consumer<DataException> report) {
    DataException[] broken = new DataException[files.size()];
    IntStream.range(0, broken.length).parallel().forEach(index -> broken[index] = check(index));
    Arrays.stream(broken).filter(Objects::nonNull).forEach(report);
    int[] whole =
        IntStream.range(0, broken.length).filter(index -> broken[index] == null).toArray();
    if (whole.length == 0) {
      throw new DataException(
          "Folder " + folder,
          "a readable image",
          broken.length + " unreadable images",
          "See the errors reported for them.",
          broken[0]);
    }
    return whole;
  }

  private @Nullable DataException check(int index) {
    try {
      copy(index, new float[(int) format.shape().size()], 0);
      return null;
    } catch (DataException e) {
      return e;
    }
  }

  /** The images at these indices. */
  ImageFiles select(int[] indices) {
    return new ImageFiles(folder, Arrays.stream(indices).mapToObj(files::get).toList(), format);
  }

  private static byte[] read(Path file) {
    try {
      long length = Files.size(RegularFile.require(file));
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
        "a readable file",
        cause instanceof NoSuchFileException ? "none" : cause.toString(),
        "Keep the files of a data set in place while it is used.",
        cause);
  }

  private static String where(Path file) {
    return "Image " + file;
  }

  /** Pixels are means of bytes and always finite. */
  @Override
  public int firstNotFinite(int from, int count) {
    return -1;
  }

  /** Independent of the location of the folder. */
  @Override
  public void updateFingerprint(int from, int count, Fingerprint fingerprint) {
    format.updateFingerprint(fingerprint);
    for (String name : files.subList(from, from + count)) {
      Path file = folder.resolve(name);
      try {
        fingerprint.add(name).add(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }
}
