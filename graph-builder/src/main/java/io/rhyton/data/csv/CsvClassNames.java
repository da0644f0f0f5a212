package io.rhyton.data.csv;

import io.rhyton.data.Dataset;
import io.rhyton.error.MessageText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A column of class names, converted to class indices. */
final class CsvClassNames implements CsvLabels {
  private final int column;
  private final boolean given;

  /** The index of each name; in order of first appearance if the names are not given. */
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private final IntStream.Builder found = IntStream.builder();

  /**
   * Starts without rows.
   *
   * @param names the class names by index; if empty, the names that occur, sorted
   */
  CsvClassNames(int column, List<String> names) {
    this.column = column;
    this.given = !names.isEmpty();
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  @Override
  public void add(CsvRow row) {
    String name = row.name(column);
    Integer number = numbers.get(name);
    if (number == null) {
      if (given) {
        throw row.unfit(column, "one of " + MessageText.list(numbers.keySet()));
      }
      number = numbers.size();
      numbers.put(name, number);
    }
    found.add(number);
  }

  @Override
  public Dataset dataset() {
    List<String> appeared = List.copyOf(numbers.keySet());
    List<String> names = given ? appeared : appeared.stream().sorted().toList();
    int[] inOrder = appeared.stream().mapToInt(names::indexOf).toArray();
    return Dataset.classIndices(found.build().map(number -> inOrder[number]).toArray())
        .classNames(names);
  }
}
