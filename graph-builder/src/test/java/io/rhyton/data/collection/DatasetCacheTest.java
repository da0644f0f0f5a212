package io.rhyton.data.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetCacheTest {

  @Test
  void theEnvironmentChoosesTheFolder() {
    assertThat(DatasetCache.folder(Map.of("RHYTON_HOME", "data"), "home"))
        .isEqualTo(Path.of("data", "datasets"));
  }

  @Test
  void theDefaultIsInTheHomeDirectory() {
    Path expected = Path.of("home", ".rhyton", "datasets");

    assertThat(DatasetCache.folder(Map.of(), "home")).isEqualTo(expected);
    assertThat(DatasetCache.folder(Map.of("RHYTON_HOME", ""), "home")).isEqualTo(expected);
  }
}
