package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few of the models of {@code user_models.py}, kept for machines without Python; {@link
 * UserModelsPythonTest} has many.
 */
class UserFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00001-image_graph",
        "00003-transfer",
        "00007-sequences",
        "00008-attention",
        "00009-any_sequence",
        "00019-any_image"
      })
  void aModelOfKeras3PredictsAndTrainsAsInKeras(String name) throws IOException {
    assertThat(new UserCase(folder("keras-3.15.1", name), false).difference("model.keras"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00001-image_graph", "00075-transfer"})
  void aModelOfKeras2PredictsAndTrainsAsInKeras(String name) throws IOException {
    assertThat(new UserCase(folder("tf-keras-2.21.0", name), true).difference("model.h5"))
        .isEmpty();
  }

  private static Path folder(String version, String name) {
    return LegacyCase.resource("/io/rhyton/keras/user/" + version + "/" + name);
  }
}
