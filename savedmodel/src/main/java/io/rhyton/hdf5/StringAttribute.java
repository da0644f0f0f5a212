package io.rhyton.hdf5;

import java.util.List;

/**
 * An attribute that is a string or a list of strings.
 *
 * @param name its name
 * @param isScalar whether it is one string and not a list
 * @param values the strings
 */
record StringAttribute(String name, boolean isScalar, List<String> values) {
  static StringAttribute scalar(String name, String value) {
    return new StringAttribute(name, true, List.of(value));
  }

  static StringAttribute list(String name, List<String> values) {
    return new StringAttribute(name, false, List.copyOf(values));
  }

  StringAttribute {
    int nameBytes = Utf8.name("name", name).length;
    values.forEach(value -> Utf8.encode("value", value));
    int most = NodeHeaders.mostStrings(nameBytes);
    if (values.size() > most) {
      throw new IllegalArgumentException(
          "values: expected at most "
              + most
              + " in one attribute, got "
              + values.size()
              + "; Keras splits such a list into '"
              + name
              + "0', '"
              + name
              + "1' and so on");
    }
  }
}
