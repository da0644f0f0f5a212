package io.rhyton.data.collection;

import java.nio.file.Path;
import java.util.Map;

/** The cache directory of downloaded data sets. */
final class DatasetCache {
  private DatasetCache() {}

  /**
   * The folder {@code $RHYTON_HOME/datasets}, or {@code ~/.rhyton/datasets} if the variable is not
   * set.
   */
  static Path folder() {
    return folder(System.getenv(), System.getProperty("user.home"));
  }

  static Path folder(Map<String, String> environment, String userHome) {
    String home = environment.getOrDefault("RHYTON_HOME", "");
    Path folder = home.isEmpty() ? Path.of(userHome, ".rhyton") : Path.of(home);
    return folder.resolve("datasets");
  }
}
