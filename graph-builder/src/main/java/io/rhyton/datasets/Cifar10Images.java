package io.rhyton.datasets;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.io.IOException;
import java.io.InputStream;

/**
 * The images of batches in CIFAR-10's binary format: 10,000 records of a label byte, then 1,024
 * red, 1,024 green and 1,024 blue bytes, row by row.
 */
final class Cifar10Images {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;
  private static final int IMAGE = PLANE * CHANNELS;
  private static final int RECORD = 1 + IMAGE;
  private static final int RECORDS = 10_000;
  private static final int BATCH_BYTES = RECORDS * RECORD;

  private final byte[] pixels;
  private final int[] labels;

  Cifar10Images(int batches) {
    pixels = new byte[batches * RECORDS * IMAGE];
    labels = new int[batches * RECORDS];
  }

  /**
   * Reads one batch to its end.
   *
   * @param batch the index of the batch, from 0
   * @param name the file, for messages
   * @param in its content
   * @throws DataException if the file has the wrong length, or a label is out of range
   */
  void read(int batch, String name, InputStream in) throws IOException {
    byte[] record = new byte[RECORD];
    for (int i = 0; i < RECORDS; i++) {
      int length = in.readNBytes(record, 0, RECORD);
      if (length < RECORD) {
        throw wrongLength(name, i * RECORD + length + " bytes");
      }
      int label = record[0] & 0xff;
      if (label >= Cifar10.CLASSES.size()) {
        throw new DataException(
            name,
            "labels from 0 to " + (Cifar10.CLASSES.size() - 1),
            label + " in record " + i,
            "Download the file again.");
      }
      labels[batch * RECORDS + i] = label;
      interleave(record, (batch * RECORDS + i) * IMAGE);
    }
    if (in.read() >= 0) {
      throw wrongLength(name, "more");
    }
  }

  private void interleave(byte[] record, int at) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      int plane = 1 + channel * PLANE;
      for (int pixel = 0; pixel < PLANE; pixel++) {
        pixels[at + pixel * CHANNELS + channel] = record[plane + pixel];
      }
    }
  }

  private static DataException wrongLength(String name, String received) {
    return new DataException(name, BATCH_BYTES + " bytes", received, "Download the file again.");
  }

  /** All batches, concatenated. */
  Dataset dataset() {
    return Dataset.images(SIDE, SIDE, CHANNELS, pixels, labels);
  }
}
