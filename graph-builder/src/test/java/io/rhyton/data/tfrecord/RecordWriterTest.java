package io.rhyton.data.tfrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

  /** The output of {@code tf.io.TFRecordWriter} of TensorFlow 2.21 for the same records. */
  @Test
  void recordsAreByteIdenticalToTensorFlows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RecordWriter writer = new RecordWriter(bytes)) {
      writer.write(new byte[0]);
      writer.write("rhyton".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
        .isEqualTo(
            "000000000000000029039807d8ea82a2" + "06000000000000007369d537726879746f6e21cfae71");
  }
}
