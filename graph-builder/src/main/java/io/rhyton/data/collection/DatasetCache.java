package io.rhyton.data.collection;

import java.nio.file.Path;
import java.util.Map;

/** Where downloaded data sets are kept. */
final class DatasetCache {
  private DatasetCache() {}

  /**
   * The folder {@code $RHYTON_HOME/datasets}, or {@code ~/.rhyton/datasets} without that setting.
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
