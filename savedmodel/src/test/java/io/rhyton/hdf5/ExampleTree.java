package io.rhyton.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/**
 * A tree with everything that can be written; {@code hdf5_checks.py} expects exactly this content.
 */
final class ExampleTree {
  static final String LONG_TEXT = "größe ".repeat(50_000);
  static final List<String> NAMES = List.of("conv2d", "größe", "", "层");
  static final List<String> MANY_NAMES =
      IntStream.range(0, 4_000).mapToObj(index -> "layer_" + index).toList();
  static final int LINKS = 5_000;
  static final int DEPTH = 30;
  static final float[] EXTREMES = {
    0f,
    -0f,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  private ExampleTree() {}

  static Hdf5Group root() {
    Hdf5Group root = Hdf5Group.root();
    root.attribute("text", "größe ✓").attribute("long", LONG_TEXT).attribute("nothing", "");
    root.attribute("names", NAMES).attribute("none", List.of()).attribute("many", MANY_NAMES);
    root.group("vars").attribute("name", "model");
    Hdf5Group ranks = root.group("ranks");
    for (int rank = 0; rank <= 5; rank++) {
      Shape shape = rank == 0 ? Shape.scalar() : Shape.of(1, 2, 3, 4, 5).take(rank);
      ranks.dataset(String.valueOf(rank), counting(shape));
    }
    root.group("scalars").dataset("int64", Hdf5Dataset.int64(Long.MIN_VALUE + 7));
    root.group("scalars").dataset("float32", Hdf5Dataset.float32(5e-4f));
    root.dataset("empty", counting(Shape.of(0, 3)));
    root.dataset(
        "extremes",
        Hdf5Dataset.floats(Shape.of(EXTREMES.length), () -> FloatBuffer.wrap(EXTREMES)));
    root.dataset("large", counting(Shape.of(700_001)));
    Hdf5Group links = root.group("links");
    for (int index = 0; index < LINKS; index++) {
      links.dataset(String.valueOf(index), Hdf5Dataset.float32(index));
    }
    Hdf5Group deep = root.group("größe/层".replace('/', ' '));
    for (int depth = 0; depth < DEPTH; depth++) {
      deep = deep.group("g" + depth);
    }
    return root;
  }

  /** Returns a dataset of this shape in which value i is i / 2. */
  static Hdf5Dataset counting(Shape shape) {
    return Hdf5Dataset.floats(shape, () -> FloatBuffer.wrap(countingValues((int) shape.size())));
  }

  static float[] countingValues(int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = index / 2f;
    }
    return values;
  }

  static byte[] bytes(Hdf5Group root) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Hdf5Writer.write(root, Channels.newChannel(bytes));
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Writes the tree to a file, for Python. */
  static void write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Hdf5Writer.write(root(), channel);
    }
  }
}
