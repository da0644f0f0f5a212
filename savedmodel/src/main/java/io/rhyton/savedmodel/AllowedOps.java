package io.rhyton.savedmodel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ops that a SavedModel of unknown origin may contain, from {@code allowed_ops.txt}. */
final class AllowedOps {
  private static final Set<String> NAMES = names();

  private AllowedOps() {}

  static boolean contains(String op) {
    return NAMES.contains(op);
  }

  static Set<String> names() {
    try (InputStream list =
            Objects.requireNonNull(AllowedOps.class.getResourceAsStream("allowed_ops.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
