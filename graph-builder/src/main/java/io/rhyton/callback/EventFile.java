package io.rhyton.callback;

import com.google.protobuf.ByteString;
import io.rhyton.data.tfrecord.RecordWriter;
import io.rhyton.file.Folders;
import io.rhyton.file.UninterruptibleChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.DataClass;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.Summary;
import org.tensorflow.proto.SummaryMetadata;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * An event file in the format of TensorFlow 2: scalars and histograms are tensors, with the name of
 * the plugin that displays them.
 *
 * <p>Source: {@code tensorflow/core/util/events_writer.cc}, TensorFlow 2.18, and {@code
 * tensorboard/plugins}, TensorBoard 2.21.
 */
final class EventFile implements AutoCloseable {
  private static final String VERSION = "brain.Event:2";
  private static final int BUFFER = 1 << 16;
  private static final double MILLISECONDS = 1e3;

  private final Path file;
  private final UninterruptibleChannel channel;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final RecordWriter records = new RecordWriter(buffer);

  private EventFile(Path file, UninterruptibleChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * The event file of a training in a folder.
   *
   * @param started the start of the training in milliseconds, which distinguishes it from others
   */
  static Path in(Path folder, long started) {
    // TensorBoard reads the files of a folder in lexicographic order.
    return folder.resolve(
        String.format(
            Locale.ROOT,
            "events.out.tfevents.%010d.rhyton.%03d.v2",
            Math.floorDiv(started, 1000),
            started % 1000));
  }

  /** Creates the file of a training, and missing directories. */
  @SuppressWarnings("MustBeClosedChecker") // Closing the event file closes the channel.
  static EventFile create(Path file) {
    try {
      Folders.createParent(file);
      EventFile events = new EventFile(file, UninterruptibleChannel.create(file));
      events.write(event().setFileVersion(VERSION));
      return events;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /**
   * Truncates an existing file to a length and appends to it; deletes it if the length is 0.
   *
   * @return null if there is no file of at least that length, or the length is 0
   */
  @SuppressWarnings("MustBeClosedChecker") // Closing the event file closes the channel.
  static @Nullable EventFile reopen(Path file, long length) {
    try {
      if (length == 0) {
        Files.deleteIfExists(file);
      }
      if (length == 0 || !Files.isRegularFile(file) || Files.size(file) < length) {
        return null;
      }
      UninterruptibleChannel channel = UninterruptibleChannel.write(file);
      channel.truncate(length).position(length);
      return new EventFile(file, channel);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  void scalar(String tag, double value, long step) {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(TensorShapeProto.getDefaultInstance())
            .addFloatVal((float) value)
            .build();
    write(tag, tensor, "scalars", DataClass.DATA_CLASS_SCALAR, step);
  }

  void histogram(String tag, float[] values, long step) {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_DOUBLE)
            .setTensorShape(
                TensorShapeProto.newBuilder()
                    .addDim(dim(HistogramBuckets.COUNT))
                    .addDim(dim(HistogramBuckets.WIDTH)))
            .setTensorContent(ByteString.copyFrom(HistogramBuckets.of(values).bytes()))
            .build();
    write(tag, tensor, "histograms", DataClass.DATA_CLASS_TENSOR, step);
  }

  private static TensorShapeProto.Dim dim(int size) {
    return TensorShapeProto.Dim.newBuilder().setSize(size).build();
  }

  private void write(String tag, TensorProto tensor, String plugin, DataClass kind, long step) {
    SummaryMetadata metadata =
        SummaryMetadata.newBuilder()
            .setPluginData(SummaryMetadata.PluginData.newBuilder().setPluginName(plugin))
            .setDataClass(kind)
            .build();
    Summary.Value value =
        Summary.Value.newBuilder().setTag(tag).setTensor(tensor).setMetadata(metadata).build();
    write(event().setStep(step).setSummary(Summary.newBuilder().addValue(value)));
  }

  void graph(GraphDef graph) {
    write(event().setGraphDef(graph.toByteString()));
  }

  private static Event.Builder event() {
    return Event.newBuilder().setWallTime(System.currentTimeMillis() / MILLISECONDS);
  }

  private void write(Event.Builder event) {
    try {
      records.write(event.build().toByteArray());
    } catch (IOException e) {
      throw failure(file, e);
    }
    if (buffer.size() >= BUFFER) {
      flush();
    }
  }

  /** Writes the buffered events, and returns the length of the file. */
  long flush() {
    ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
    // Reset first, so that a failed write does not fail again when the file is closed.
    buffer.reset();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return channel.position();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static UncheckedIOException failure(Path file, IOException cause) {
    return new UncheckedIOException(file + ": expected a writable file, got " + cause, cause);
  }

  /** Writes the buffered events. */
  @Override
  public void close() {
    try (channel) {
      flush();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
