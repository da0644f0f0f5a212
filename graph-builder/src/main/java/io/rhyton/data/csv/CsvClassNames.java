package io.rhyton.data.csv;

import io.rhyton.data.ArrayColumns;
import io.rhyton.data.LabelColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A column of names of classes, which become their numbers. */
final class CsvClassNames implements CsvLabels {
  private final int place;
  private final boolean given;

  /** The number of each name; that of its first appearance if the names are not given. */
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private final IntStream.Builder found = IntStream.builder();

  /**
   * Starts with no row.
   *
   * @param names the classes in the order of their numbers; as they are found, sorted, if empty
   */
  CsvClassNames(int place, List<String> names) {
    this.place = place;
    this.given = !names.isEmpty();
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  @Override
  public void add(CsvRow row) {
    String name = row.name(place);
    Integer number = numbers.get(name);
    if (number == null) {
      if (given) {
        throw row.unfit(place, "one of " + numbers.keySet());
      }
      number = numbers.size();
      numbers.put(name, number);
    }
    found.add(number);
  }

  @Override
  public LabelColumn column() {
    List<String> appeared = List.copyOf(numbers.keySet());
    List<String> names = given ? appeared : appeared.stream().sorted().toList();
    int[] inOrder = appeared.stream().mapToInt(names::indexOf).toArray();
    return ArrayColumns.classNumbers(found.build().map(number -> inOrder[number]).toArray())
        .classNames(names);
  }
}
