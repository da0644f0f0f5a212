package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.DamagedBytes;
import io.rhyton.model.ModelSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Corrupts valid files at random and reads them: reading succeeds or the file is rejected, in
 * bounded time and memory. {@code -Drhyton.keras.fuzz=100000} tries this many corruptions of each
 * file.
 */
class KerasFuzzTest {
  private static final int CASES = Integer.getInteger("rhyton.keras.fuzz", 1_000);

  /** Far more than any case takes, to detect reads that do not terminate. */
  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  private static final long MOST_BYTES = 1L << 30;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A number, a string, and a list and an object that are not nested. */
  private static final List<Pattern> PARTS =
      Stream.of("-?[0-9][0-9.e-]*", "\"[^\"]*\"", "\\[[^\\[\\]]*\\]", "\\{[^{}]*\\}")
          .map(Pattern::compile)
          .toList();

  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "1e9",
          "2147483647",
          "9007199254740993",
          "1e400",
          "NaN",
          "0.5",
          "null",
          "{}",
          "[]",
          "true",
          "\"\"",
          "[[[]]]",
          "\"relu\"",
          "[null, 3]",
          "1",
          "[null, 100000, 100000, 9]");

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({
    "keras-3.15.1, chain, .keras",
    "keras-3.15.1, nested, .keras",
    "keras-3.3.3, nested, .keras",
    "tf-keras-2.21.0, nested, .keras",
    "keras-3.15.1, nested, .weights.h5",
    "keras-3.15.1, nested, -weights-only.h5",
    "keras-3.15.1, chain, .h5",
    "keras-3.3.3, nested, .h5",
    "tf-keras-2.21.0, chain-old-optimizer, .h5",
    "tf-keras-2.21.0, nested, .h5",
  })
  void aCorruptedFileIsReadOrRejected(String version, String name, String ending)
      throws IOException {
    LegacyCase example = new LegacyCase(version, name);
    ModelSpec spec = KerasFile.read(example.file(".h5")).spec();
    byte[] good = Files.readAllBytes(example.file(ending));
    Path file = temporary.resolve("fuzz");
    int read = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Files.write(file, damage(good, ending, new Random(seed)));
      long started = THREAD.getCurrentThreadCpuTime();
      long allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());

      read += attempt(seed, "Keras file", file, () -> KerasFile.read(file));
      read += attempt(seed, "Keras weights", file, () -> KerasWeights.read(spec, file));

      assertThat(THREAD.getCurrentThreadCpuTime() - started)
          .as("time with seed %s", seed)
          .isLessThan(MOST_NANOSECONDS);
      assertThat(THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated)
          .as("memory with seed %s", seed)
          .isLessThan(MOST_BYTES);
    }
    // If all or none were rejected, the corruption would miss its target.
    assertThat(read).isBetween(CASES / 20, CASES * 3 / 2);
  }

  /** Returns 1 if it was read, else 0. */
  private static int attempt(int seed, String kind, Path file, Runnable reading) {
    try {
      reading.run();
      return 1;
    } catch (ArtifactException e) {
      assertThat(e).hasMessageStartingWith("%s '%s': expected ", kind, file);
      return 0;
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed + ": " + e, e);
    }
  }

  /** Corrupts the file itself, or the entries of an archive with valid checksums. */
  private static byte[] damage(byte[] good, String ending, Random random) throws IOException {
    if (!ending.equals(".keras") || random.nextInt(4) == 0) {
      return DamagedBytes.of(good, random);
    }
    RawZipFile archive = RawZipFile.of(good);
    if (random.nextInt(3) > 0) {
      archive.replace("config.json", damageText(archive.get("config.json"), random));
    }
    if (random.nextInt(2) > 0) {
      archive.replace("model.weights.h5", DamagedBytes.of(archive.get("model.weights.h5"), random));
    }
    return random.nextInt(4) > 0 ? archive.stored() : archive.deflated();
  }

  /** Corrupts JSON so that it mostly remains valid. */
  private static byte[] damageText(byte[] good, Random random) {
    String text = new String(good, StandardCharsets.UTF_8);
    int times = 1 + random.nextInt(3);
    for (int time = 0; time < times; time++) {
      Pattern part = PARTS.get(random.nextInt(PARTS.size()));
      List<MatchResult> places = part.matcher(text).results().toList();
      if (random.nextInt(8) == 0 || places.isEmpty()) {
        return DamagedBytes.of(text.getBytes(StandardCharsets.UTF_8), random);
      }
      MatchResult place = places.get(random.nextInt(places.size()));
      String other =
          random.nextBoolean()
              ? VALUES.get(random.nextInt(VALUES.size()))
              : places.get(random.nextInt(places.size())).group();
      text = text.substring(0, place.start()) + other + text.substring(place.end());
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
