package io.rhyton.examples.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The measures that one name selects: a single measure, or all of a table.
 *
 * @param measures the measures, in the order of the table
 */
record Selection(List<Measure> measures) {

  static Selection of(Table table) {
    return new Selection(
        Arrays.stream(Measure.values()).filter(measure -> measure.table() == table).toList());
  }

  /** Parses a name on the command line. */
  static final class Converter implements ITypeConverter<Selection> {
    @Override
    public Selection convert(String name) {
      for (Table table : Table.values()) {
        if (table.name().equalsIgnoreCase(name)) {
          return of(table);
        }
      }
      for (Measure measure : Measure.values()) {
        if (measure.name().equalsIgnoreCase(name)) {
          return new Selection(List.of(measure));
        }
      }
      throw new TypeConversionException("expected one of " + names() + " but was '" + name + "'");
    }
  }

  /** The names that the command line accepts. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Table table : Table.values()) {
      names.add(table.name().toLowerCase(Locale.ROOT));
    }
    for (Measure measure : Measure.values()) {
      names.add(measure.toString());
    }
    return names;
  }
}
