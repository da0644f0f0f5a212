package io.rhyton.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Suggests existing names for a misspelled one, for error messages. */
public final class NearNames {
  private static final int SHOWN = 3;

  private NearNames() {}

  /** Returns the closest names first: those that share a prefix, then by edit distance. */
  public static List<String> of(String wanted, Collection<String> names) {
    Comparator<String> likest =
        Comparator.comparing((String name) -> !name.startsWith(wanted) && !wanted.startsWith(name))
            .thenComparing(name -> distance(wanted, name));
    return names.stream().sorted(likest).limit(SHOWN).toList();
  }

  /** Levenshtein distance: insertions, deletions and substitutions. */
  private static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
