package io.rhyton.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  @Test
  void theEnvironmentChoosesTheFolder() {
    assertThat(CacheFolder.of("datasets", Map.of("RHYTON_HOME", "data"), "home"))
        .isEqualTo(Path.of("data", "datasets"));
  }

  @Test
  void theDefaultIsInTheHomeDirectory() {
    Path expected = Path.of("home", ".rhyton", "datasets");

    assertThat(CacheFolder.of("datasets", Map.of(), "home")).isEqualTo(expected);
    assertThat(CacheFolder.of("datasets", Map.of("RHYTON_HOME", ""), "home")).isEqualTo(expected);
  }
}
