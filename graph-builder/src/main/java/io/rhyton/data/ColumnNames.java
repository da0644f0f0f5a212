package io.rhyton.data;

import io.rhyton.model.shape.ShapeText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the inputs or of the labels of a data set. */
final class ColumnNames {
  private ColumnNames() {}

  /** Describes a column. */
  static String text(String what, Column column) {
    String name = column.name().isEmpty() ? "" : " '" + column.name() + "'";
    return what + name + " of " + ShapeText.of(column.shape());
  }

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
