package io.rhyton.data.tfrecord;

import io.rhyton.data.DataException;
import io.rhyton.data.Fingerprint;
import io.rhyton.data.image.EncodedImages;
import io.rhyton.data.image.ImageFormat;
import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The feature of the records of a TFRecord file that forms one input or label.
 *
 * @param name the name of the feature
 * @param kind the type of its values
 * @param shape the shape of its values
 * @param images decodes images; null if the feature is not an image
 */
record RecordFeature(String name, Kind kind, Shape shape, @Nullable EncodedImages images) {
  private static final String FIX = "Replace the image, or leave its record out.";

  /** The type of the values of a feature. */
  enum Kind {
    FLOATS,
    INTS,
    /** One byte string: raw bytes with values from 0 to 255, or an encoded image. */
    BYTES
  }

  static RecordFeature of(String name, Kind kind, Shape shape) {
    return new RecordFeature(name, kind, shape, null);
  }

  static RecordFeature image(String name, ImageFormat format) {
    return new RecordFeature(name, Kind.BYTES, format.shape(), new EncodedImages(format, FIX));
  }

  int width() {
    return Math.toIntExact(shape.size());
  }

  /**
   * The values in a record.
   *
   * @param where the name of the record in messages
   * @throws DataException if the feature is missing, or has another size or type
   */
  float[] values(String where, Example example) {
    String here = here(where);
    if (images != null) {
      float[] pixels = new float[width()];
      images.copy(here, only(here, example.bytes(here, name)), pixels, 0);
      return pixels;
    }
    float[] values =
        switch (kind) {
          case FLOATS -> example.floats(here, name);
          case INTS -> floats(example.ints(here, name));
          case BYTES -> floats(only(here, example.bytes(here, name)));
        };
    requireWidth(here, values.length);
    return values;
  }

  /** Copies the values in a record. */
  void copy(String where, Example example, float[] into, int at) {
    float[] values = values(where, example);
    System.arraycopy(values, 0, into, at, values.length);
  }

  /** Adds the options, which determine the values of a record, to a fingerprint. */
  void updateFingerprint(Fingerprint fingerprint) {
    fingerprint.add(name).add(kind.name());
    if (images != null) {
      images.format().updateFingerprint(fingerprint);
    }
  }

  /**
   * Validates the values in a record, without decoding images; returns whether all are finite.
   *
   * @throws DataException if the feature is missing, or has another size or type
   */
  boolean areFinite(String where, Example example) {
    if (images != null) {
      String here = here(where);
      images.size(here, only(here, example.bytes(here, name)));
      return true;
    }
    for (float value : values(where, example)) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private String here(String where) {
    return where + ", feature " + MessageText.name(name);
  }

  /** The values as class indices. */
  int[] classIndices(String where, Example example) {
    String here = here(where);
    long[] values = example.ints(here, name);
    requireWidth(here, values.length);
    int[] numbers = new int[values.length];
    for (int i = 0; i < numbers.length; i++) {
      if (values[i] < 0 || values[i] > Integer.MAX_VALUE) {
        throw new DataException(
            here, "class indices from 0", Long.toString(values[i]), "Correct the record.");
      }
      numbers[i] = (int) values[i];
    }
    return numbers;
  }

  private static byte[] only(String here, List<byte[]> strings) {
    if (strings.size() != 1) {
      throw new DataException(
          here, "one byte string", strings.size() + " byte strings", "Write one per record.");
    }
    return strings.get(0);
  }

  private static float[] floats(long[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i];
    }
    return floats;
  }

  private static float[] floats(byte[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i] & 0xff;
    }
    return floats;
  }

  private void requireWidth(String here, int values) {
    if (values != shape.size()) {
      throw new DataException(
          here,
          shape.size() + " values " + ShapeText.of(shape),
          values + " values",
          "Set the shape of the values, which must be the same in all records.");
    }
  }
}
