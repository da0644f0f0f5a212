package io.rhyton.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.applications.Application;
import io.rhyton.applications.ApplicationWeights;
import io.rhyton.applications.Applications;
import io.rhyton.applications.PretrainedFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedLayer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The applications have the layers of Keras's, without Python: {@code application-builders.txt} was
 * written by {@code application_builders.py}. {@link ApplicationBuildersPythonTest} compares whole
 * configurations.
 */
class ApplicationBuildersTest {
  private static final Path TEXTS = Path.of("target", "application-builders");

  static Stream<String> cases() {
    try (InputStream in =
        ApplicationBuildersTest.class.getResourceAsStream("application-builders.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void layersAndPublishedFilesAreThoseOfKeras(String line) throws IOException {
    String text = line.substring(0, line.indexOf(" | "));
    Application<?> application = BuilderCase.parse(text);
    ModelSpec spec = application.build();
    String layers = BuilderCase.text(spec);
    List<ResolvedLayer> resolved = spec.resolve().layers();
    String actual =
        "%s | %d %d %s %s"
            .formatted(
                text,
                resolved.size(),
                resolved.stream().mapToLong(ResolvedLayer::parameterCount).sum(),
                digest(layers),
                application.options().weights() == ApplicationWeights.IMAGENET
                    ? published(application.imageNetFile())
                    : "- -");
    if (!actual.equals(line)) {
      Files.createDirectories(TEXTS);
      Path file = TEXTS.resolve(text.replaceAll("[^\\w.]", "_") + ".txt");
      Files.writeString(file, layers);
      assertThat(actual)
          .as("compare %s with what application_builders.py FILE text \"%s\" writes", file, text)
          .isEqualTo(line);
    }
  }

  private static String published(PretrainedFile file) {
    return file.address() + " " + (file.hash().isEmpty() ? "-" : file.hash());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyApplicationIsCompared() {
    assertThat(Applications.class.getDeclaredMethods())
        .filteredOn(method -> method.getParameterCount() == 0)
        .extracting(Method::getName)
        .allSatisfy(
            name ->
                assertThat(cases())
                    .anyMatch(line -> line.split(" ", -1)[0].equalsIgnoreCase(name)));
    assertThat(Arrays.asList(Applications.class.getDeclaredMethods())).hasSizeGreaterThan(30);
  }
}
