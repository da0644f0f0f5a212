package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rhyton.artifact.ArtifactException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/**
 * Corrupts valid files at random and reads everything in them: reading succeeds or the file is
 * rejected, in bounded time and memory. {@code -Drhyton.hdf5.fuzz=100000} tries this many
 * corruptions of each file.
 */
class Hdf5FuzzTest {
  private static final int CASES = Integer.getInteger("rhyton.hdf5.fuzz", 150);
  private static final String OURS = "ours";
  private static final int MOST_NODES = 30;

  /** Far more than any case takes, to detect reads that do not terminate. */
  private static final long MOST_NANOSECONDS = 3_000_000_000L;

  private static final long MOST_BYTES = 1L << 30;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Traverses a file and reads everything, up to a number of groups and datasets. */
  private static final class Walk {
    private final Hdf5File file;
    private int nodesLeft = MOST_NODES;

    Walk(Hdf5File file) {
      this.file = file;
    }

    void read(String group) {
      for (String name : file.children(group)) {
        String path = group + "/" + name;
        nodesLeft--;
        if (nodesLeft > 0) {
          attempt(() -> readNode(path));
        }
      }
    }

    private void readNode(String path) {
      for (String attribute : List.of("name", "names", "weight_names")) {
        attempt(() -> file.strings(path, attribute));
      }
      if (file.isGroup(path)) {
        read(path);
      } else if (file.isDataset(path)) {
        attempt(() -> file.integer(path));
        long size = file.shape(path).size();
        assertThat(file.floats(path)).hasSize((int) size);
      }
    }
  }

  private static void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (ArtifactException e) {
      assertThat(e).hasMessageStartingWith("HDF5 file 'fuzz.h5': expected ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OURS,
        "keras-3.15.1.weights.h5",
        "keras-3.15.1-legacy.h5",
        "h5py-3.14-numbers.h5",
        "h5py-3.16-numbers.h5",
        "h5py-3.16-strings.h5",
        "h5py-3.16-many.h5"
      })
  void aCorruptedFileIsReadOrRejected(String name) {
    byte[] good = name.equals(OURS) ? ours() : GoldenHdf5File.bytes(name);
    byte[] other = GoldenHdf5File.bytes("h5py-3.16-odd.h5");
    for (int seed = 0; seed < CASES; seed++) {
      byte[] damaged = damage(good, other, new Random(seed));
      long started = THREAD.getCurrentThreadCpuTime();
      long allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());

      attempt(
          () -> {
            try (Hdf5File file =
                Hdf5File.open("HDF5 file", Path.of("fuzz.h5"), ByteBuffer.wrap(damaged))) {
              new Walk(file).read("");
            }
          });

      assertThat(THREAD.getCurrentThreadCpuTime() - started)
          .as("time of %s with seed %s", name, seed)
          .isLessThan(MOST_NANOSECONDS);
      assertThat(THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated)
          .as("memory of %s with seed %s", name, seed)
          .isLessThan(MOST_BYTES);
    }
  }

  private static byte[] ours() {
    Hdf5Group root = Hdf5Group.root().attribute("name", "größe").attribute("names", List.of("a"));
    root.group("a").group("b").dataset("0", ExampleTree.counting(Shape.of(3, 4)));
    root.group("a").dataset("1", Hdf5Dataset.int64(7)).dataset("2", Hdf5Dataset.float32(1));
    return ExampleTree.bytes(root);
  }

  private static byte[] damage(byte[] good, byte[] other, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(4);
    for (int time = 0; time < times; time++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, end(bytes, at, random), (byte) -random.nextInt(2));
        case 3 -> copy(bytes, random.nextInt(bytes.length), bytes, at, random);
        case 4 -> copy(other, random.nextInt(other.length), bytes, at, random);
        case 5 -> putNumber(bytes, at & ~7, random);
        default -> bytes = random.nextInt(8) > 0 ? bytes : Arrays.copyOf(bytes, at + 1);
      }
    }
    if (random.nextInt(4) > 0) {
      RawHdf5File.repairChecksums(bytes);
    }
    return bytes;
  }

  private static int end(byte[] bytes, int start, Random random) {
    return Math.min(bytes.length, start + 1 + random.nextInt(16));
  }

  private static void copy(byte[] from, int start, byte[] bytes, int at, Random random) {
    int length = Math.min(1 + random.nextInt(64), Math.min(from.length - start, bytes.length - at));
    System.arraycopy(from, start, bytes, at, length);
  }

  /** Writes a number that may be a plausible address or size, or not. */
  private static void putNumber(byte[] bytes, int at, Random random) {
    if (at + 8 > bytes.length) {
      return;
    }
    long number =
        switch (random.nextInt(5)) {
          case 0 -> random.nextInt(bytes.length) & ~7;
          case 1 -> random.nextLong();
          case 2 -> 1L << random.nextInt(64);
          case 3 -> -1;
          default -> random.nextInt(300);
        };
    RawHdf5File.put(bytes, at, new LittleEndianBytes().u64(number));
  }
}
