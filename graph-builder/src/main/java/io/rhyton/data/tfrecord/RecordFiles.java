package io.rhyton.data.tfrecord;

import com.google.protobuf.InvalidProtocolBufferException;
import io.rhyton.data.DataException;
import io.rhyton.data.Fingerprint;
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
 * The records of some TFRecord files, one file behind the other, each found by its number. What was
 * opened is closed with the garbage: a data set has no end.
 */
final class RecordFiles {
  /** Fewer than systems let a process have. */
  private static final int MOST_OPEN = 128;

  /** More than there are threads that read at once. */
  private static final int RECENT = 16;

  /** Where a record lies with the bytes around it. */
  private record Place(int file, long start, long end) {}

  private final List<Path> files;
  private final List<long[]> starts = new ArrayList<>();
  private final Map<Integer, RandomAccessFile> opened = new LinkedHashMap<>(16, 0.75f, true);
  private final AtomicReferenceArray<@Nullable Parsed> recent = new AtomicReferenceArray<>(RECENT);
  private int size;

  /** A record that was read a moment ago: inputs are asked for one by one. */
  private record Parsed(int index, Example example) {}

  private RecordFiles(List<Path> files) {
    this.files = files;
  }

  /**
   * Reads all files once.
   *
   * @param visitor is given every record, with what messages call it
   * @throws DataException if one is missing, damaged or not whole
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
        starts[count] = reader.place();
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    size = Math.addExact(size, count);
    return Arrays.copyOf(starts, count + 1);
  }

  private static RecordReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(RecordReader.HEADER);
    boolean gzip = RecordReader.isGzip(in.readNBytes(RecordReader.HEADER));
    in.reset();
    if (gzip) {
      in.close();
      throw new DataException(
          file.toString(),
          "records that can be read in any order",
          "a file compressed by gzip",
          "Unpack it, or read it from its beginning by TFRecord.read.");
    }
    return new RecordReader(file.toString(), in);
  }

  static Example parse(String where, byte[] record) {
    try {
      return Example.parse(record);
    } catch (InvalidProtocolBufferException e) {
      throw new DataException(
          where, "a tf.train.Example", "other bytes", "Give files of Examples.", e);
    }
  }

  static DataException unreadable(Path file, IOException cause) {
    return new DataException(
        file.toString(),
        "a file to read",
        cause.toString(),
        "Check the path, and that it may be read.",
        cause);
  }

  /** How many records there are. */
  int size() {
    return size;
  }

  /** Tells which files they are; where they are does not matter. */
  void identify(Fingerprint fingerprint) {
    for (Path file : files) {
      try {
        fingerprint.add(String.valueOf(file.getFileName())).add(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }

  /** How messages call a record. */
  String where(int index) {
    Place place = place(index);
    int inFile = Arrays.binarySearch(starts.get(place.file), place.start);
    return RecordReader.where(files.get(place.file).toString(), inFile);
  }

  /**
   * One record; for several threads at once.
   *
   * @throws DataException if its file is no longer what it was
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
    Place place = place(index);
    byte[] framed = new byte[Math.toIntExact(place.end - place.start)];
    Path file = files.get(place.file);
    synchronized (opened) {
      try {
        RandomAccessFile open = opened(place.file);
        open.seek(place.start);
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
      found = new RandomAccessFile(files.get(file).toFile(), "r");
      opened.put(file, found);
    }
    return found;
  }

  private Place place(int index) {
    int file = 0;
    int inFile = index;
    while (inFile >= starts.get(file).length - 1) {
      inFile -= starts.get(file).length - 1;
      file++;
    }
    long[] own = starts.get(file);
    return new Place(file, own[inFile], own[inFile + 1]);
  }
}
