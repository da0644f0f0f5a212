package io.rhyton.hdf5;

import com.google.errorprone.annotations.MustBeClosed;
import io.jhdf.object.message.AttributeMessage;
import io.rhyton.artifact.ArtifactException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * An HDF5 file to read from, whoever wrote it. Paths go from the root and are separated by {@code
 * /}; the root is the empty path. Nothing in the file is trusted: whatever is wrong with it is an
 * {@link ArtifactException}, in bounded memory and time. Not for several threads at once.
 */
public final class Hdf5File implements AutoCloseable {
  private static final String WHOLE_FILE = "a whole HDF5 file";
  private static final String FIX = "Write it again, or get a whole copy of it.";
  private static final int DEEPEST_PATH = 32;

  private final String kind;
  private final Path shown;
  private final BoundedStorage storage;

  /** The groups on the way to where the last path led, from the root down. */
  private final List<OpenGroup> trail = new ArrayList<>();

  /** By address, so that no group is found in two places, or within itself. */
  private final Map<Long, String> groupPaths = new HashMap<>();

  private boolean isClosed;

  /** A group whose links were read. */
  private record OpenGroup(
      String name, String path, StoredHeader header, Map<String, Long> links) {}

  /** A group or dataset that a path leads to. */
  private record Found(String path, StoredHeader header) {}

  private Hdf5File(String kind, Path shown, ByteSource source) {
    this.kind = kind;
    this.shown = shown;
    this.storage = attempt("/", () -> new BoundedStorage(source));
    attempt("/", () -> trail.add(openRoot()));
  }

  /**
   * Opens a file.
   *
   * @param kind what the user asked for, for messages, for instance {@code Keras file}
   * @param shown the file that the user named, for messages
   * @param file the HDF5 file
   * @throws ArtifactException if it cannot be read, or is no HDF5 file
   */
  @MustBeClosed
  public static Hdf5File open(String kind, Path shown, Path file) {
    return open(kind, shown, file, 0, Long.MAX_VALUE);
  }

  /**
   * Opens an HDF5 file that lies uncompressed within another, as in an archive.
   *
   * @param kind what the user asked for, for messages, for instance {@code Keras file}
   * @param shown the file that the user named, for messages
   * @param file the file around it
   * @param offset where in there it begins, in bytes
   * @param size its length in bytes; what the file around it does not have is not counted
   * @throws ArtifactException if it cannot be read, or is no HDF5 file
   */
  @MustBeClosed
  public static Hdf5File open(String kind, Path shown, Path file, long offset, long size) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      long rest = Math.max(0, channel.size() - offset);
      return new Hdf5File(kind, shown, ByteSource.of(channel, offset, Math.min(size, rest)));
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw unreadable(kind, shown, e);
    } catch (RuntimeException | Error e) {
      closeQuietly(channel, e);
      throw e;
    }
  }

  /**
   * Opens an HDF5 file that is in memory or mapped there.
   *
   * @param kind what the user asked for, for messages, for instance {@code Keras file}
   * @param shown the file that the user named, for messages
   * @param bytes the file, from position to limit; must not change while it is read
   * @throws ArtifactException if it is no HDF5 file
   */
  @MustBeClosed
  public static Hdf5File open(String kind, Path shown, ByteBuffer bytes) {
    return new Hdf5File(kind, shown, ByteSource.of(bytes));
  }

  /** Whether there is a group at this path. */
  public boolean isGroup(String path) {
    return find(path).map(found -> GroupLinks.isGroup(found.header())).orElse(false);
  }

  /** Whether there is a dataset at this path. */
  public boolean isDataset(String path) {
    return find(path).map(found -> StoredDataset.isDataset(found.header())).orElse(false);
  }

  /**
   * The names of what a group holds: numbers first, by value, then the others by character.
   *
   * @throws ArtifactException if there is no such group
   */
  public List<String> children(String path) {
    Found group = require(path);
    if (!GroupLinks.isGroup(group.header())) {
      throw missing("a group", path);
    }
    return trail.get(trail.size() - 1).links().keySet().stream()
        .sorted(new NaturalOrder())
        .toList();
  }

  /**
   * A string attribute of a group or dataset; empty if it has none of this name.
   *
   * @throws ArtifactException if there is nothing at the path, or the attribute is no string
   */
  public Optional<String> string(String path, String attribute) {
    return readStrings(require(path), attribute)
        .map(
            strings -> {
              if (strings.size() != 1) {
                throw failed(
                    "one string in attribute '" + attribute + "' of '" + canonical(path) + "'",
                    strings.size() + " of them",
                    null);
              }
              return strings.get(0);
            });
  }

  /**
   * An attribute that is a list of strings, of a group or dataset; empty if it has none of this
   * name. Where Keras split a long list, into {@code layer_names0}, {@code layer_names1} and so on,
   * it is the whole.
   *
   * @throws ArtifactException if there is nothing at the path, or the attribute holds no strings
   */
  public Optional<List<String>> strings(String path, String attribute) {
    Found node = require(path);
    Optional<List<String>> whole = readStrings(node, attribute);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> joined = new ArrayList<>();
    int parts = 0;
    Optional<List<String>> part = readStrings(node, attribute + parts);
    while (part.isPresent()) {
      joined.addAll(part.get());
      parts++;
      part = readStrings(node, attribute + parts);
    }
    return parts == 0 ? Optional.empty() : Optional.of(List.copyOf(joined));
  }

  /**
   * The shape of a dataset; that of a scalar has no dimensions.
   *
   * @throws ArtifactException if there is no such dataset
   */
  public Shape shape(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).shape());
  }

  /**
   * The values of a dataset in row-major order. Other numbers become float32: float16, bfloat16 and
   * float64, and all integers up to 64 bits.
   *
   * @throws ArtifactException if there is no such dataset, or it holds other than numbers
   */
  public float[] floats(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).floats());
  }

  /**
   * The one integer of a dataset.
   *
   * @throws ArtifactException if there is no such dataset, or it holds more or other than that
   */
  public long integer(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).integer());
  }

  /** Closes the file; further calls do nothing. */
  @Override
  public void close() {
    isClosed = true;
    storage.close();
  }

  private StoredDataset stored(Found dataset) {
    boolean isBfloat16 =
        readStrings(dataset, "dtype").map(List.of("bfloat16")::equals).orElse(false);
    return new StoredDataset(storage, dataset.header(), isBfloat16);
  }

  private Found require(String path) {
    return find(path).orElseThrow(() -> missing("a group or dataset", path));
  }

  private Found requireDataset(String path) {
    return find(path)
        .filter(found -> StoredDataset.isDataset(found.header()))
        .orElseThrow(() -> missing("a dataset", path));
  }

  private Optional<List<String>> readStrings(Found node, String attribute) {
    return attempt(
        node.path() + "' with attribute '" + attribute,
        () -> {
          AttributeMessage message = NodeAttributes.read(storage, node.header()).get(attribute);
          return message == null
              ? Optional.empty()
              : Optional.of(AttributeStrings.read(storage, message));
        });
  }

  /** Follows a path, from where it leaves the last one. */
  private Optional<Found> find(String path) {
    if (isClosed) {
      throw new IllegalStateException(kind + " '" + shown + "' is closed");
    }
    List<String> names = names(path);
    int depth = 0;
    while (depth < names.size()
        && depth + 1 < trail.size()
        && trail.get(depth + 1).name().equals(names.get(depth))) {
      depth++;
    }
    trail.subList(depth + 1, trail.size()).clear();
    OpenGroup last = trail.get(depth);
    for (; depth < names.size(); depth++) {
      Found child = child(last, names.get(depth));
      if (child == null) {
        return Optional.empty();
      }
      if (!GroupLinks.isGroup(child.header())) {
        return depth == names.size() - 1 ? Optional.of(child) : Optional.empty();
      }
      last = open(names.get(depth), child);
      trail.add(last);
    }
    return Optional.of(new Found(last.path(), last.header()));
  }

  private List<String> names(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    if (names.size() > DEEPEST_PATH) {
      throw failed("at most " + DEEPEST_PATH + " groups in each other", "more", null);
    }
    return names;
  }

  private static String canonical(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  private @Nullable Found child(OpenGroup group, String name) {
    Long address = group.links().get(name);
    if (address == null) {
      return null;
    }
    String path = group.path().equals("/") ? "/" + name : group.path() + "/" + name;
    if (address == GroupLinks.NOT_HARD) {
      throw failed("groups and datasets of its own", "a link to elsewhere at '" + path + "'", null);
    }
    StoredHeader header = attempt(path, () -> StoredHeader.read(storage, address));
    if (GroupLinks.isGroup(header)) {
      String other = groupPaths.putIfAbsent(address, path);
      if (other != null && !other.equals(path)) {
        throw failed(
            "each group in one place", "one at both '" + other + "' and '" + path + "'", null);
      }
    }
    return new Found(path, header);
  }

  private OpenGroup openRoot() {
    storage.beginHeader();
    long address = storage.rootAddress();
    groupPaths.put(address, "/");
    return open("", new Found("/", StoredHeader.read(storage, address)));
  }

  private OpenGroup open(String name, Found group) {
    Map<String, Long> links = attempt(group.path(), () -> GroupLinks.read(storage, group.header()));
    return new OpenGroup(name, group.path(), group.header(), links);
  }

  /** Runs what reads the file; whatever goes wrong there is the file's fault. */
  private <T> T attempt(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ArtifactException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw unreadable(kind, shown, e);
    } catch (RuntimeException e) { // jHDF's errors share no narrower class.
      throw failed(WHOLE_FILE, "one that cannot be read at '" + path + "' (" + reason(e) + ")", e);
    }
  }

  /** What jHDF said first; what it says on the way up is where. */
  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private ArtifactException missing(String expected, String path) {
    return failed(expected + " at '" + canonical(path) + "'", "none", null);
  }

  private ArtifactException failed(String expected, String received, @Nullable Throwable cause) {
    return cause == null
        ? new ArtifactException(kind, shown, expected, received, FIX)
        : new ArtifactException(kind, shown, expected, received, FIX, cause);
  }

  private static ArtifactException unreadable(String kind, Path shown, Exception cause) {
    return new ArtifactException(
        kind,
        shown,
        "a file that can be read",
        reason(cause),
        "Check the path and the disk.",
        cause);
  }

  private static void closeQuietly(@Nullable FileChannel channel, Throwable failure) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
