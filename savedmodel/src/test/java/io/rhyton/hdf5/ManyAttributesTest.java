package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.artifact.StagedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyAttributesTest {
  @TempDir private Path folder;

  /** Reading all attributes once for each part took ten seconds for 10,000 of them. */
  @ParameterizedTest
  @ValueSource(ints = {5_000, 40_000})
  @Timeout(60)
  void aListInManyPartsIsReadInLinearTime(int parts) {
    Path file = folder.resolve("many.h5");
    Hdf5Group root = Hdf5Group.root();
    for (int i = 0; i < parts; i++) {
      root.attribute("layer_names" + i, List.of("layer" + i));
    }
    StagedFile.write("test file", file, channel -> Hdf5Writer.write(root, channel));
    try (Hdf5File read = Hdf5File.open("test file", file, file)) {
      assertThat(read.strings("", "layer_names").orElseThrow())
          .hasSize(parts)
          .endsWith("layer" + (parts - 1));
    }
  }
}
