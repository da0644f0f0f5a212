package io.rhyton.data.image;

import io.rhyton.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the images of a folder, and their classes, in Keras's order. */
final class FolderIndex {
  private static final List<String> ENDINGS = List.of(".bmp", ".gif", ".jpeg", ".jpg", ".png");

  /** Python's string order: by code points, not by UTF-16 units. */
  private static final Comparator<String> BY_CHARACTERS =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final Path folder;
  private final boolean followLinks;

  private FolderIndex(Path folder, boolean followLinks) {
    this.folder = folder;
    this.followLinks = followLinks;
  }

  /**
   * Lists all images of a folder, regardless of class.
   *
   * @throws DataException if the folder cannot be read or has no images
   */
  static List<String> images(Path folder, boolean followLinks) {
    return new FolderIndex(folder, followLinks).images("");
  }

  /**
   * Lists the subfolders of a folder, which are the class names.
   *
   * @throws DataException if the folder cannot be read or has no subfolders
   */
  static List<String> classNames(Path folder) {
    List<String> names =
        list(folder).stream()
            .filter(Files::isDirectory)
            .map(FolderIndex::name)
            .filter(name -> !name.startsWith("."))
            .sorted(BY_CHARACTERS)
            .toList();
    if (names.isEmpty()) {
      throw new DataException(
          "Folder " + folder,
          "one folder of images per class",
          "no folders",
          "Put the images of each class into a folder named after it.");
    }
    return names;
  }

  /**
   * Lists the images of a class.
   *
   * @throws DataException if its folder cannot be read or has no images
   */
  static List<String> images(Path folder, String className, boolean followLinks) {
    return new FolderIndex(folder, followLinks).images(className);
  }

  private List<String> images(String className) {
    Path root = className.isEmpty() ? folder : folder.resolve(className);
    Map<String, List<String>> byFolder = new TreeMap<>(BY_CHARACTERS);
    collect(root, new HashSet<>(), byFolder);
    List<String> images = new ArrayList<>();
    byFolder.values().forEach(images::addAll);
    if (images.isEmpty()) {
      throw new DataException(
          "Folder " + root,
          "at least one image " + ENDINGS,
          "none",
          className.isEmpty()
              ? "Choose a folder with images."
              : "Add images of the class, or leave it out of classNames.");
    }
    return images;
  }

  private void collect(Path parent, Set<Path> above, Map<String, List<String>> byFolder) {
    Path real = real(parent);
    // A link may be circular.
    if (!above.add(real)) {
      return;
    }
    List<String> images = new ArrayList<>();
    for (Path entry : list(parent)) {
      if (!Files.isDirectory(entry)) {
        if (ENDINGS.stream().anyMatch(name(entry).toLowerCase(Locale.ROOT)::endsWith)) {
          images.add(relative(entry));
        }
      } else if (followLinks || !Files.isSymbolicLink(entry)) {
        collect(entry, above, byFolder);
      }
    }
    above.remove(real);
    images.sort(BY_CHARACTERS);
    byFolder.put(relative(parent), images);
  }

  private String relative(Path path) {
    return folder.relativize(path).toString();
  }

  private static String name(Path path) {
    @Nullable Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Path real(Path parent) {
    try {
      return parent.toRealPath();
    } catch (IOException e) {
      throw unreadable(parent, e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static DataException unreadable(Path folder, IOException e) {
    return new DataException(
        "Folder " + folder,
        "a readable folder",
        Files.exists(folder) ? e.toString() : "none",
        "Check the path.",
        e);
  }
}
