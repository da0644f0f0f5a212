package io.rhyton.data.tfrecord;

import com.google.protobuf.InvalidProtocolBufferException;
import io.rhyton.data.DataException;
import io.rhyton.data.Fingerprint;
import io.rhyton.file.RegularFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Random access to the records of several TFRecord files, numbered consecutively. Open files are
 * closed by garbage collection: a data set is never closed.
 */
final class RecordFiles {
  /** Below the usual limit on the number of open files per process. */
  private static final int MOST_OPEN = 128;

  /** More than there are concurrent readers. */
  private static final int RECENT = 16;

  /** The position of a record, including header and footer. */
  private record Location(int file, long start, long end) {}

  private final List<Path> files;
  private final List<long[]> starts = new ArrayList<>();
  private final Map<Integer, RandomAccessFile> opened = new LinkedHashMap<>(16, 0.75f, true);
  private final AtomicReferenceArray<@Nullable Parsed> recent = new AtomicReferenceArray<>(RECENT);
  private int size;

  /** A recently read record: the inputs of a sample are read one by one. */
  private record Parsed(int index, Example example) {}

  private RecordFiles(List<Path> files) {
    this.files = files;
  }

  /**
   * Reads all files once.
   *
   * @param visitor receives the name in messages and the content of each record
   * @throws DataException if a file is missing, corrupt or truncated
   */
  static RecordFiles scan(List<Path> files, BiConsumer<String, Example> visitor) {
    RecordFiles all = new RecordFiles(files);
    files.forEach(file -> all.starts.add(all.scan(file, visitor)));
    return all;
  }

  private long[] scan(Path file, BiConsumer<String, Example> visitor) {
    long[] starts = new long[64];
    int count = 0;
    try (RecordReader reader = open(file)) {
      for (byte[] record = reader.next(); record != null; record = reader.next()) {
        visitor.accept(reader.where(), parse(reader.where(), record));
        count++;
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count] = reader.position();
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    size = Math.addExact(size, count);
    return Arrays.copyOf(starts, count + 1);
  }

  private static RecordReader open(Path file) throws IOException {
    InputStream in =
        new BufferedInputStream(Files.newInputStream(RegularFile.require(file)), 1 << 16);
    in.mark(RecordReader.HEADER);
    boolean gzip = RecordReader.isGzip(in.readNBytes(RecordReader.HEADER));
    in.reset();
    if (gzip) {
      in.close();
      throw new DataException(
          file.toString(),
          "a file with random access",
          "a gzip-compressed file",
          "Decompress it, or read it sequentially with TFRecord.read.");
    }
    return new RecordReader(file.toString(), in);
  }

  static Example parse(String where, byte[] record) {
    try {
      return Example.parse(record);
    } catch (InvalidProtocolBufferException e) {
      throw new DataException(
          where, "a tf.train.Example", "other data", "Provide files of Examples.", e);
    }
  }

  static DataException unreadable(Path file, IOException cause) {
    return new DataException(
        file.toString(),
        "a readable file",
        cause.toString(),
        "Check the path and the permissions.",
        cause);
  }

  /** The number of records. */
  int size() {
    return size;
  }

  /** Adds the files to a fingerprint, independent of their location. */
  void updateFingerprint(Fingerprint fingerprint) {
    for (Path file : files) {
      try {
        fingerprint.add(String.valueOf(file.getFileName())).add(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }

  /** The name of a record in messages. */
  String where(int index) {
    Location location = location(index);
    int inFile = Arrays.binarySearch(starts.get(location.file), location.start);
    return RecordReader.where(files.get(location.file).toString(), inFile);
  }

  /**
   * Returns a record. Thread-safe.
   *
   * @throws DataException if its file has changed
   */
  Example get(int index) {
    int slot = index % RECENT;
    Parsed read = recent.get(slot);
    if (read == null || read.index != index) {
      read = new Parsed(index, parse(where(index), bytes(index)));
      recent.set(slot, read);
    }
    return read.example;
  }

  private byte[] bytes(int index) {
    Location location = location(index);
    byte[] framed = new byte[Math.toIntExact(location.end - location.start)];
    Path file = files.get(location.file);
    synchronized (opened) {
      try {
        RandomAccessFile open = opened(location.file);
        open.seek(location.start);
        open.readFully(framed);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    int end = framed.length - RecordReader.FOOTER;
    byte[] content = Arrays.copyOfRange(framed, RecordReader.HEADER, end);
    byte[] footer = Arrays.copyOfRange(framed, end, framed.length);
    return RecordReader.content(where(index), content.length, content, footer);
  }

  private RandomAccessFile opened(int file) throws IOException {
    RandomAccessFile found = opened.get(file);
    if (found == null) {
      if (opened.size() == MOST_OPEN) {
        Iterator<RandomAccessFile> oldest = opened.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
      found = new RandomAccessFile(RegularFile.require(files.get(file)).toFile(), "r");
      opened.put(file, found);
    }
    return found;
  }

  private Location location(int index) {
    int file = 0;
    int inFile = index;
    while (inFile >= starts.get(file).length - 1) {
      inFile -= starts.get(file).length - 1;
      file++;
    }
    long[] own = starts.get(file);
    return new Location(file, own[inFile], own[inFile + 1]);
  }
}
