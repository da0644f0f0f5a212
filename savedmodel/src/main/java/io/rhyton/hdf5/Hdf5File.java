package io.rhyton.hdf5;

import com.google.errorprone.annotations.MustBeClosed;
import io.jhdf.object.message.AttributeMessage;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.file.UninterruptibleChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A reader of an HDF5 file from any source. Paths start at the root and are separated by {@code /};
 * the root is the empty path. The file is untrusted input: any defect throws an {@link
 * ArtifactException}, in bounded memory and time. Not thread-safe.
 */
public final class Hdf5File implements AutoCloseable {
  private static final String WHOLE_FILE = "a valid HDF5 file";
  private static final String FIX = "Save it again, or get an intact copy.";
  private static final int DEEPEST_PATH = 32;

  private final String kind;
  private final Path shown;
  private final BoundedStorage storage;
  private final OpenHeaps heaps;

  /** The groups along the last path, from the root down. */
  private final List<OpenGroup> trail = new ArrayList<>();

  /** The paths of groups by address, so that no group is found at two paths, or within itself. */
  private final Map<Long, String> groupPaths = new HashMap<>();

  private boolean isClosed;

  /** A group and its links. */
  private record OpenGroup(
      String name, String path, StoredHeader header, Map<String, Long> links) {}

  /** A group or dataset that a path leads to. */
  private record Found(String path, StoredHeader header) {}

  private Hdf5File(String kind, Path shown, ByteSource source) {
    this.kind = kind;
    this.shown = shown;
    this.storage = attempt("/", () -> new BoundedStorage(source));
    this.heaps = new OpenHeaps(storage);
    attempt("/", () -> trail.add(openRoot()));
  }

  /**
   * Opens a file.
   *
   * @param kind the kind of file, for messages, for instance {@code Keras file}
   * @param shown the file that the user opened, for messages
   * @param file the HDF5 file
   * @throws ArtifactException if it cannot be read, or is not an HDF5 file
   */
  @MustBeClosed
  public static Hdf5File open(String kind, Path shown, Path file) {
    return open(kind, shown, file, 0, Long.MAX_VALUE);
  }

  /**
   * Opens an HDF5 file that is stored uncompressed within another, as in an archive.
   *
   * @param kind the kind of file, for messages, for instance {@code Keras file}
   * @param shown the file that the user opened, for messages
   * @param file the containing file
   * @param offset its start in the containing file, in bytes
   * @param size its length in bytes; clipped to the containing file
   * @throws ArtifactException if it cannot be read, or is not an HDF5 file
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The file closes the channel.
  public static Hdf5File open(String kind, Path shown, Path file, long offset, long size) {
    UninterruptibleChannel channel = null;
    try {
      channel = UninterruptibleChannel.read(file);
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
   * Opens an HDF5 file in memory, possibly memory-mapped.
   *
   * @param kind the kind of file, for messages, for instance {@code Keras file}
   * @param shown the file that the user opened, for messages
   * @param bytes the file, from position to limit; must not be modified while it is read
   * @throws ArtifactException if it is not an HDF5 file
   */
  @MustBeClosed
  public static Hdf5File open(String kind, Path shown, ByteBuffer bytes) {
    return new Hdf5File(kind, shown, ByteSource.of(bytes));
  }

  /** Returns whether there is a group at this path. */
  public boolean isGroup(String path) {
    return find(path).map(found -> GroupLinks.isGroup(found.header())).orElse(false);
  }

  /** Returns whether there is a dataset at this path. */
  public boolean isDataset(String path) {
    return find(path).map(found -> StoredDataset.isDataset(found.header())).orElse(false);
  }

  /** Returns whether there is a dataset of integers at this path. */
  public boolean isInteger(String path) {
    return isDataset(path) && attempt(path, () -> stored(requireDataset(path)).isInteger());
  }

  /**
   * Returns the names in a group: numbers first, by value, then the others in lexicographic order.
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
   * Returns a string attribute of a group or dataset; empty if it has none of this name.
   *
   * @throws ArtifactException if nothing exists at the path, or the attribute is not a string
   */
  public Optional<String> string(String path, String attribute) {
    return readStrings(require(path), attribute)
        .map(
            strings -> {
              if (strings.size() != 1) {
                throw failed(
                    "one string in attribute "
                        + MessageText.name(attribute)
                        + " of "
                        + MessageText.name(canonical(path)),
                    strings.size() + " of them",
                    null);
              }
              return strings.get(0);
            });
  }

  /**
   * Returns a string list attribute of a group or dataset; empty if it has none of this name. A
   * long list that Keras split into {@code layer_names0}, {@code layer_names1} and so on is
   * returned as one.
   *
   * @throws ArtifactException if nothing exists at the path, or the attribute does not contain
   *     strings
   */
  public Optional<List<String>> strings(String path, String attribute) {
    Found node = require(path);
    Map<String, AttributeMessage> attributes = attributes(node, attribute);
    AttributeStrings strings = new AttributeStrings(storage, heaps);
    Optional<List<String>> whole = readStrings(node, attributes, attribute, strings);
    if (whole.isPresent()) {
      return whole;
    }
    List<String> joined = new ArrayList<>();
    int parts = 0;
    Optional<List<String>> part = readStrings(node, attributes, attribute + parts, strings);
    while (part.isPresent()) {
      joined.addAll(part.get());
      parts++;
      part = readStrings(node, attributes, attribute + parts, strings);
    }
    return parts == 0 ? Optional.empty() : Optional.of(List.copyOf(joined));
  }

  /**
   * Returns the shape of a dataset; that of a scalar has no dimensions.
   *
   * @throws ArtifactException if there is no such dataset
   */
  public Shape shape(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).shape());
  }

  /**
   * Returns the values of a dataset in row-major order. float16, bfloat16, float64 and all integers
   * of up to 64 bits are converted to float32.
   *
   * @throws ArtifactException if there is no such dataset, or its values are not numeric
   */
  public float[] floats(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).floats());
  }

  /**
   * Returns the value of an integer dataset of one element.
   *
   * @throws ArtifactException if there is no such dataset, or it is not a single integer
   */
  public long integer(String path) {
    Found dataset = requireDataset(path);
    return attempt(dataset.path(), () -> stored(dataset).integer());
  }

  /** Closes the file; repeated calls have no effect. */
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

  private Map<String, AttributeMessage> attributes(Found node, String wanted) {
    return attempt(where(node, wanted), () -> NodeAttributes.read(storage, node.header()));
  }

  private Optional<List<String>> readStrings(Found node, String attribute) {
    return readStrings(
        node, attributes(node, attribute), attribute, new AttributeStrings(storage, heaps));
  }

  private Optional<List<String>> readStrings(
      Found node, Map<String, AttributeMessage> attributes, String name, AttributeStrings strings) {
    return attempt(
        where(node, name), () -> Optional.ofNullable(attributes.get(name)).map(strings::read));
  }

  private static String where(Found node, String attribute) {
    return node.path() + "' with attribute '" + attribute;
  }

  /** Resolves a path, from where it diverges from the last one. */
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
      throw failed("at most " + DEEPEST_PATH + " nested groups", "more", null);
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
      throw failed(
          "groups and datasets of its own",
          "a soft or external link at " + MessageText.name(path),
          null);
    }
    StoredHeader header = attempt(path, () -> StoredHeader.read(storage, address));
    if (GroupLinks.isGroup(header)) {
      String other = groupPaths.putIfAbsent(address, path);
      if (other != null && !other.equals(path)) {
        throw failed(
            "each group at one path",
            "one at both " + MessageText.name(other) + " and " + MessageText.name(path),
            null);
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

  /** Runs a read; every exception is attributed to the file. */
  private <T> T attempt(String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ArtifactException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw unreadable(kind, shown, e);
    } catch (RuntimeException e) { // jHDF's errors share no narrower class.
      throw failed(
          WHOLE_FILE,
          "one that cannot be read at " + MessageText.name(path) + " (" + reason(e) + ")",
          e);
    }
  }

  /** Returns the message of the root cause; the outer ones only say where. */
  private static String reason(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private ArtifactException missing(String expected, String path) {
    return failed(expected + " at " + MessageText.name(canonical(path)), "none", null);
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

  private static void closeQuietly(@Nullable UninterruptibleChannel channel, Throwable failure) {
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
