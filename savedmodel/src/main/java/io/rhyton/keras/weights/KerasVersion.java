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
   * Checks that the forms which a file may have are known. Within Keras 3 they stayed; what a newer
   * one added to a layer is found in its configuration.
   *
   * @param version as the file names it; empty or of another form if it names none
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
