package io.rhyton.keras.weights;

import io.rhyton.keras.json.ConfigSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Keras that a file names. */
public final class KerasVersion {
  private static final int NEWEST_MAJOR = 3;
  private static final Pattern MAJOR = Pattern.compile("(\\d{1,9})\\..*");

  private KerasVersion() {}

  /**
   * Checks that the file format of a version is known. It is stable within Keras 3; options that a
   * newer version added to a layer are found in its configuration.
   *
   * @param version the version according to the file; empty, or not a version number, if the file
   *     does not name one
   * @return the version
   * @throws io.rhyton.artifact.ArtifactException if it is newer than Keras 3
   */
  public static String requireKnown(ConfigSource source, String version) {
    Matcher matcher = MAJOR.matcher(version);
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) > NEWEST_MAJOR) {
      throw source.mismatch(
          "a file of Keras 2 or 3",
          "one of Keras " + version,
          "Save the model with Keras 3, or read it with a newer Rhyton.");
    }
    return version;
  }
}
