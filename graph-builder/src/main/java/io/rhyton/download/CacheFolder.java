package io.rhyton.download;

import java.nio.file.Path;
import java.util.Map;

/** The folders of downloaded files. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * Returns the folder {@code $RHYTON_HOME/<name>}, or {@code ~/.rhyton/<name>} if the variable is
   * not set.
   */
  public static Path of(String name) {
    return of(name, System.getenv(), System.getProperty("user.home"));
  }

  static Path of(String name, Map<String, String> environment, String userHome) {
    String home = environment.getOrDefault("RHYTON_HOME", "");
    Path folder = home.isEmpty() ? Path.of(userHome, ".rhyton") : Path.of(home);
    return folder.resolve(name);
  }
}
