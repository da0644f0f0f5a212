package io.rhyton.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.tfrecord.Example;
import io.rhyton.data.tfrecord.TFRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python reads records that Java wrote, with {@code tfrecord_suite.py}. */
@Tag("python")
class TFRecordPythonTest {
  @TempDir private Path folder;

  @Test
  void pythonReadsWhatJavaWrote() throws IOException, InterruptedException {
    TFRecord.write(
        folder.resolve("examples.tfrecord"),
        List.of(example(3, 0.5f, -1), example(200, 4, 1L << 40)));
    assertThat(Python.find().run("tfrecord_suite.py", folder))
        .containsExactly("3 255 0.5 -0.25 -1", "200 255 4.0 -0.25 1099511627776");
  }

  private static Example example(int pixel, float place, long kind) {
    return Example.of()
        .withBytes("pixels", new byte[] {(byte) pixel, (byte) 255})
        .withFloats("place", place, -0.25f)
        .withInts("kind", kind);
  }
}
