package io.rhyton.data.tfrecord;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.image.ImageFormat;
import io.rhyton.error.Arguments;
import io.rhyton.file.RegularFile;
import io.rhyton.file.WholeFile;
import io.rhyton.model.shape.ShapeText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * TFRecord files of {@code tf.train.Example}, as written and read by TensorFlow. Their features
 * become the inputs and labels of a data set. Inputs are read from the files lazily; only labels
 * are kept in memory.
 *
 * <pre>{@code
 * Dataset digits =
 *     TFRecord.of(Path.of("digits-0.tfrecord"), Path.of("digits-1.tfrecord"))
 *         .bytes("pixels", 28, 28, 1)
 *         .classIndices("digit")
 *         .dataset();
 * }</pre>
 *
 * <p>A record may have up to 256 MiB; the system property {@code io.rhyton.maxRecordBytes} sets
 * another limit.
 *
 * <p>Source: {@code tf.data.TFRecordDataset}, {@code tf.io.parse_single_example}, TensorFlow 2.18.
 */
public final class TFRecord {
  private final List<Path> files;
  private final List<RecordFeature> inputs;
  private final List<RecordFeature> labels;

  private TFRecord(List<Path> files, List<RecordFeature> inputs, List<RecordFeature> labels) {
    this.files = List.copyOf(files);
    this.inputs = List.copyOf(inputs);
    this.labels = List.copyOf(labels);
  }

  /**
   * The records of these files, in order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TFRecord of(Path... files) {
    Arguments.requireNoNulls("files", files);
    if (files.length == 0) {
      throw new IllegalArgumentException("files must not be empty");
    }
    return new TFRecord(List.of(files), List.of(), List.of());
  }

  /**
   * Adds an input from a feature of floats.
   *
   * @param name the name of the feature
   * @param sizes the shape of its values, in row-major order; none for a single value
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord floats(String name, long... sizes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sizes, "sizes");
    return withInput(feature(name, RecordFeature.Kind.FLOATS, sizes));
  }

  /**
   * Adds an input from a feature of integers.
   *
   * @param name the name of the feature
   * @param sizes the shape of its values, in row-major order; none for a single value
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord ints(String name, long... sizes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sizes, "sizes");
    return withInput(feature(name, RecordFeature.Kind.INTS, sizes));
  }

  /**
   * Adds an input from a feature of one byte string, each byte read as a float from 0 to 255.
   *
   * @param name the name of the feature
   * @param sizes the shape of the bytes, in row-major order; none for a single byte
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord bytes(String name, long... sizes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sizes, "sizes");
    return withInput(feature(name, RecordFeature.Kind.BYTES, sizes));
  }

  /**
   * Adds an input from a feature of one byte string: an encoded JPEG, PNG, GIF or BMP image,
   * decoded as RGB with values from 0 to 255. It is decoded on demand, again in every epoch, by
   * several threads ahead of the training step.
   *
   * @param name the name of the feature
   * @param height the height to which images are resized
   * @param width the width to which images are resized
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord images(String name, int height, int width) {
    Objects.requireNonNull(name, "name");
    return images(name, ImageFormat.of(height, width));
  }

  /**
   * Adds an input from a feature of one byte string: an encoded image; see {@link #images(String,
   * int, int)}.
   *
   * @param name the name of the feature
   * @param format the format of the decoded images
   */
  public TFRecord images(String name, ImageFormat format) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    return withInput(RecordFeature.image(name, format));
  }

  /**
   * Adds an integer label from a feature of integers.
   *
   * @param name the name of the feature
   * @param sizes the shape of the labels of one sample; none for a single label
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord classIndices(String name, long... sizes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sizes, "sizes");
    return withLabel(feature(name, RecordFeature.Kind.INTS, sizes));
  }

  /**
   * Adds a label from a feature of floats.
   *
   * @param name the name of the feature
   * @param sizes the shape of its values; none for a single value
   * @throws IllegalArgumentException if a size is not positive
   */
  public TFRecord targets(String name, long... sizes) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sizes, "sizes");
    return withLabel(
        feature(name, RecordFeature.Kind.FLOATS, sizes.length == 0 ? new long[] {1} : sizes));
  }

  private static RecordFeature feature(String name, RecordFeature.Kind kind, long... sizes) {
    Shape shape = Shape.of(sizes);
    if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException("shape must have sizes > 0, got " + ShapeText.of(shape));
    }
    return RecordFeature.of(name, kind, shape);
  }

  private TFRecord withInput(RecordFeature input) {
    List<RecordFeature> more = new ArrayList<>(inputs);
    more.add(input);
    return new TFRecord(files, more, labels);
  }

  private TFRecord withLabel(RecordFeature label) {
    List<RecordFeature> more = new ArrayList<>(labels);
    more.add(label);
    return new TFRecord(files, inputs, more);
  }

  /**
   * Scans the files once, and keeps the offsets and labels of all records. Inputs are read again on
   * demand, so the files must not change.
   *
   * @throws IllegalStateException if there are neither inputs nor labels
   * @throws DataException if a file is missing, corrupt or truncated, or a record lacks a feature;
   *     the message names it
   */
  public Dataset dataset() {
    if (inputs.isEmpty() && labels.isEmpty()) {
      throw new IllegalStateException("add the features of inputs and labels first");
    }
    List<BitSet> notFinite = inputs.stream().map(input -> new BitSet()).toList();
    List<RecordLabels> kept = labels.stream().map(RecordLabels::new).toList();
    int[] read = {0};
    RecordFiles all =
        RecordFiles.scan(
            files,
            (where, example) -> {
              for (int i = 0; i < inputs.size(); i++) {
                if (!inputs.get(i).areFinite(where, example)) {
                  notFinite.get(i).set(read[0]);
                }
              }
              kept.forEach(label -> label.add(where, example));
              read[0]++;
            });
    List<Dataset> parts = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      RecordSamples samples = new RecordSamples(all, inputs.get(i), notFinite.get(i));
      parts.add(Dataset.samples(inputs.get(i).shape(), samples));
    }
    kept.forEach(label -> parts.add(label.dataset()));
    return Dataset.zip(parts.toArray(Dataset[]::new));
  }

  /**
   * Reads records sequentially, without loading the whole file; gzip-compressed files are
   * supported. The stream holds an open file and must be closed.
   *
   * @param file a file of Examples
   * @throws DataException if it cannot be read; the stream throws one for a corrupt record
   */
  public static Stream<Example> read(Path file) {
    Objects.requireNonNull(file, "file");
    try {
      RecordReader reader = new RecordReader(file.toString(), unpacked(file));
      Iterator<Example> records = new Records(file, reader);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(
                  records, Spliterator.ORDERED | Spliterator.NONNULL),
              false)
          .onClose(() -> close(reader));
    } catch (IOException e) {
      throw RecordFiles.unreadable(file, e);
    }
  }

  private static InputStream unpacked(Path file) throws IOException {
    InputStream in =
        new BufferedInputStream(Files.newInputStream(RegularFile.require(file)), 1 << 16);
    try {
      in.mark(RecordReader.HEADER);
      boolean gzip = RecordReader.isGzip(in.readNBytes(RecordReader.HEADER));
      in.reset();
      return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static void close(RecordReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a TFRecord file atomically; missing directories are created.
   *
   * @param file the file; an existing one is replaced
   * @param examples the records, in order; consumed one by one
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path file, Iterable<Example> examples) throws IOException {
    Objects.requireNonNull(examples, "examples");
    Objects.requireNonNull(file, "file");
    WholeFile.write(
        file,
        out -> {
          RecordWriter writer = new RecordWriter(out);
          for (Example example : examples) {
            writer.write(example.toBytes());
          }
        });
  }

  @Override
  public String toString() {
    return "TFRecord " + files;
  }

  /** The records of a file, read lazily. */
  private static final class Records implements Iterator<Example> {
    private final Path file;
    private final RecordReader reader;
    private byte @Nullable [] next;
    private boolean ahead;

    Records(Path file, RecordReader reader) {
      this.file = file;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      if (!ahead) {
        try {
          next = reader.next();
        } catch (IOException e) {
          throw RecordFiles.unreadable(file, e);
        }
        ahead = true;
      }
      return next != null;
    }

    @Override
    public Example next() {
      byte[] record = hasNext() ? next : null;
      if (record == null) {
        throw new NoSuchElementException("no more records");
      }
      ahead = false;
      return RecordFiles.parse(reader.where(), record);
    }
  }
}
