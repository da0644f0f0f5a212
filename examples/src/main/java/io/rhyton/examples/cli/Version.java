package io.rhyton.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.IVersionProvider;

/** The versions to include in a bug report. */
final class Version implements IVersionProvider {
  /** Maven adds this file to the jar. */
  private static final String PROPERTIES =
      "/META-INF/maven/io.rhyton/rhyton-examples/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "rhyton " + ownVersion(), "TensorFlow " + TensorFlow.version(), "Java " + Runtime.version()
    };
  }

  private static String ownVersion() throws IOException {
    try (InputStream file = Version.class.getResourceAsStream(PROPERTIES)) {
      if (file == null) {
        return "(not packaged)";
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "(unknown)");
    }
  }
}
