package io.rhyton.data.tfrecord;

import io.rhyton.data.ArrayColumns;
import io.rhyton.data.Columns;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.image.ImageFormat;
import io.rhyton.file.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Files of {@code tf.train.Example}, as TensorFlow writes and reads them. Their features become the
 * inputs and labels of a data set that stays in the files: only labels are kept in memory.
 *
 * <pre>{@code
 * Dataset digits =
 *     TFRecord.of(Path.of("digits-0.tfrecord"), Path.of("digits-1.tfrecord"))
 *         .bytes("pixels", 28, 28, 1)
 *         .classNumbers("digit")
 *         .dataset();
 * }</pre>
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
   * Files whose records are taken in this order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TFRecord of(Path... files) {
    if (files.length == 0) {
      throw new IllegalArgumentException("files must be at least one, got none");
    }
    return new TFRecord(List.of(files), List.of(), List.of());
  }

  /**
   * Makes a feature of floats the next input.
   *
   * @param name the feature
   * @param sizes the shape of its values, the last axis fastest; a single value if there are none
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord floats(String name, long... sizes) {
    return withInput(feature(name, RecordFeature.Kind.FLOATS, sizes));
  }

  /**
   * Makes a feature of whole numbers the next input.
   *
   * @param name the feature
   * @param sizes the shape of its values, the last axis fastest; a single value if there are none
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord ints(String name, long... sizes) {
    return withInput(feature(name, RecordFeature.Kind.INTS, sizes));
  }

  /**
   * Makes a feature of one byte string the next input, each byte delivered as a number from 0 to
   * 255.
   *
   * @param name the feature
   * @param sizes the shape of the bytes, the last axis fastest; a single one if there are none
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord bytes(String name, long... sizes) {
    return withInput(feature(name, RecordFeature.Kind.BYTES, sizes));
  }

  /**
   * Makes a feature of one byte string the next input: an image as its file is, JPEG, PNG, GIF or
   * BMP, delivered as RGB with numbers from 0 to 255. It is decoded when it is needed, and again in
   * each epoch, by several threads and ahead of the training step.
   *
   * @param name the feature
   * @param height the height of all
   * @param width the width of all
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord images(String name, int height, int width) {
    return images(name, ImageFormat.of(height, width));
  }

  /**
   * Makes a feature of one byte string the next input: an image as its file is; see {@link
   * #images(String, int, int)}.
   *
   * @param name the feature
   * @param format what the images are delivered as
   */
  public TFRecord images(String name, ImageFormat format) {
    return withInput(RecordFeature.image(name, format));
  }

  /**
   * Makes a feature of whole numbers the next label.
   *
   * @param name the feature
   * @param sizes the shape of the class numbers of one sample; a single one if there are none
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord classNumbers(String name, long... sizes) {
    return withLabel(feature(name, RecordFeature.Kind.INTS, sizes));
  }

  /**
   * Makes a feature of floats the next label.
   *
   * @param name the feature
   * @param sizes the shape of its values, at least one
   * @throws IllegalArgumentException if a size is not above 0
   */
  public TFRecord targets(String name, long... sizes) {
    return withLabel(
        feature(name, RecordFeature.Kind.FLOATS, sizes.length == 0 ? new long[] {1} : sizes));
  }

  private static RecordFeature feature(String name, RecordFeature.Kind kind, long... sizes) {
    return RecordFeature.of(name, kind, ArrayColumns.requireSizes(Shape.of(sizes)));
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
   * Reads the files once, from end to end, and keeps where each record is and what its labels are.
   * Inputs are read again when they are needed; the files must stay as they are.
   *
   * @throws IllegalStateException if no feature was named
   * @throws DataException if a file is missing, damaged or not whole, or a record has no such
   *     features; the message tells which
   */
  public Dataset dataset() {
    if (inputs.isEmpty() && labels.isEmpty()) {
      throw new IllegalStateException("name the features that are inputs and labels first");
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
    List<InputColumn> inputColumns = new ArrayList<>();
    for (RecordFeature input : inputs) {
      BitSet bad = notFinite.get(inputColumns.size());
      inputColumns.add(InputColumn.of(input.shape(), new RecordSamples(all, input, bad)));
    }
    return new Dataset(
        new Columns(inputColumns, kept.stream().map(RecordLabels::column).toList(), all.size()));
  }

  /**
   * Reads records one after the other, in little memory; compressed files, too, if by gzip. Close
   * the stream, for it holds a file open.
   *
   * @param file a file of Examples
   * @throws DataException if it cannot be read; the stream throws one where a record is damaged
   */
  public static Stream<Example> read(Path file) {
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
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
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
   * Writes a file of records. It appears whole or not at all; missing folders are made.
   *
   * @param file where to; replaced if it is there
   * @param examples the records, in order; taken one by one
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path file, Iterable<Example> examples) throws IOException {
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

  /** The records of a file, read as they are asked for. */
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
