package io.rhyton.python;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * Float32 arrays in NumPy's file format.
 *
 * <p>Source: {@code numpy/lib/format.py}, version 1.0 of the format.
 */
public final class NpyFile {
  /** The first byte, NumPy's name, and the version. */
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private static final int PREFIX = MAGIC.length + Short.BYTES;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

  private NpyFile() {}

  public static void write(Path file, Shape shape, float[] values) throws IOException {
    String sizes =
        LongStream.of(shape.asArray()).mapToObj(size -> size + ",").collect(Collectors.joining());
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
    // NumPy aligns the values.
    int length = (PREFIX + header.length() + 1 + 63) / 64 * 64 - PREFIX;
    byte[] padded = new byte[length];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(ascii(header), 0, padded, 0, header.length());
    padded[length - 1] = '\n';
    ByteBuffer bytes =
        ByteBuffer.allocate(PREFIX + length + values.length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MAGIC)
            .putShort((short) length)
            .put(padded);
    bytes.asFloatBuffer().put(values);
    Files.write(file, bytes.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public static FloatNdArray read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[MAGIC.length];
    bytes.get(magic);
    byte[] header = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!Arrays.equals(magic, MAGIC) || !matcher.matches()) {
      throw new IOException(file + " is not a float32 NumPy array");
    }
    Shape shape = shape(matcher.group(1));
    float[] values = new float[(int) shape.size()];
    bytes.asFloatBuffer().get(values);
    return NdArrays.wrap(shape, DataBuffers.of(values, false, false));
  }

  private static Shape shape(String sizes) {
    return Shape.of(
        Pattern.compile("[0-9]+")
            .matcher(sizes)
            .results()
            .mapToLong(size -> Long.parseLong(size.group()))
            .toArray());
  }
}
