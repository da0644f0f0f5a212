package io.rhyton.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the inputs or of the labels of a data set. */
final class ColumnNames {
  private ColumnNames() {}

  /**
   * Checks that either all have distinct names or none has a name.
   *
   * @throws DataException if not
   */
  static void require(String what, List<String> names) {
    Set<String> different = new HashSet<>(names);
    boolean unnamed = different.equals(Set.of(""));
    if (!unnamed && (different.contains("") || different.size() < names.size())) {
      throw new DataException(
          "Data set",
          what + " with distinct names, or all without names",
          names.toString(),
          "Name each part with named(...).");
    }
  }
}
