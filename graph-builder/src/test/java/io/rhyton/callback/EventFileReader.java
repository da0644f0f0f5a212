package io.rhyton.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/** Reads event files, and verifies the checksums of every frame. */
final class EventFileReader {
  private EventFileReader() {}

  /** The events of the only file in a folder. */
  static List<Event> in(Path folder) throws IOException {
    List<Path> files = files(folder);
    assertThat(files).hasSize(1);
    return of(files.get(0));
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Event> of(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[Long.BYTES];
      bytes.get(bytes.position(), length);
      byte[] frame = new byte[(int) bytes.getLong()];
      requireChecksum(bytes, length);
      bytes.get(frame);
      requireChecksum(bytes, frame);
      events.add(Event.parseFrom(frame));
    }
    return events;
  }

  private static void requireChecksum(ByteBuffer bytes, byte[] covered) {
    CRC32C crc = new CRC32C();
    crc.update(covered);
    int value = (int) crc.getValue();
    assertThat(bytes.getInt()).isEqualTo(((value >>> 15) | (value << 17)) + 0xa282ead8);
  }

  /** The scalars among events, each as {@code tag step value}. */
  static List<String> scalars(List<Event> events) {
    return events.stream()
        .flatMap(
            event ->
                event.getSummary().getValueList().stream()
                    .filter(value -> plugin(value).equals("scalars"))
                    .map(
                        value ->
                            value.getTag()
                                + " "
                                + event.getStep()
                                + " "
                                + value.getTensor().getFloatVal(0)))
        .toList();
  }

  static String plugin(Summary.Value value) {
    return value.getMetadata().getPluginData().getPluginName();
  }
}
