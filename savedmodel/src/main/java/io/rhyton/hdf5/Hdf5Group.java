package io.rhyton.hdf5;

import io.rhyton.error.MessageText;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A group to write: groups, datasets and string attributes, each with a name. They are written in
 * the order of their names, not of insertion.
 */
public final class Hdf5Group implements Hdf5Node {
  private final SortedMap<String, Hdf5Node> children = new TreeMap<>();
  private final SortedMap<String, StringAttribute> attributes = new TreeMap<>();

  private Hdf5Group() {}

  /** Returns an empty group for the root of a file. */
  public static Hdf5Group root() {
    return new Hdf5Group();
  }

  /**
   * Returns the group of this name within this one; it is created if there is none.
   *
   * @param name one name, not a path: of 1 to 32,000 bytes in UTF-8, without {@code /}
   * @throws IllegalArgumentException if a dataset has this name, or it is not a valid name
   */
  public Hdf5Group group(String name) {
    Hdf5Node child = children.get(name);
    if (child == null) {
      Hdf5Group created = new Hdf5Group();
      children.put(requireName(name), created);
      return created;
    }
    if (child instanceof Hdf5Group group) {
      return group;
    }
    throw new IllegalArgumentException(
        "name: expected the name of a group, got " + MessageText.name(name));
  }

  /**
   * Adds a dataset.
   *
   * @param name one name, not a path: of 1 to 32,000 bytes in UTF-8, without {@code /}
   * @throws IllegalArgumentException if the name is taken or invalid
   */
  public Hdf5Group dataset(String name, Hdf5Dataset data) {
    requireFree(children.keySet(), name);
    children.put(requireName(name), data);
    return this;
  }

  /**
   * Adds a string as an attribute.
   *
   * @param value of up to 2 GiB, without NUL characters
   * @throws IllegalArgumentException if the name is taken, or it or the value cannot be stored
   */
  public Hdf5Group attribute(String name, String value) {
    requireFree(attributes.keySet(), name);
    attributes.put(name, StringAttribute.scalar(name, value));
    return this;
  }

  /**
   * Adds a list of strings as an attribute.
   *
   * @param values up to about 4,000, as 16 bytes each must fit into 64 KiB; may be empty
   * @throws IllegalArgumentException if the name is taken, there are more values, or one cannot be
   *     stored
   */
  public Hdf5Group attribute(String name, List<String> values) {
    requireFree(attributes.keySet(), name);
    attributes.put(name, StringAttribute.list(name, values));
    return this;
  }

  SortedMap<String, Hdf5Node> children() {
    return Collections.unmodifiableSortedMap(children);
  }

  Collection<StringAttribute> attributes() {
    return Collections.unmodifiableCollection(attributes.values());
  }

  private static void requireFree(Collection<String> names, String name) {
    if (names.contains(name)) {
      throw new IllegalArgumentException(
          "name: expected one that is not taken, got " + MessageText.name(name) + " again");
    }
  }

  private static String requireName(String name) {
    Utf8.name("name", name);
    if (name.contains("/") || name.equals(".")) {
      throw new IllegalArgumentException(
          "name: expected a name, got the path " + MessageText.name(name));
    }
    return name;
  }
}
