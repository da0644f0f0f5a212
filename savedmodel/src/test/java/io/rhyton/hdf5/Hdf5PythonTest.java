package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.python.Python;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HDF5 itself, in both major versions, reads and modifies the files that were written. */
@Tag("python")
class Hdf5PythonTest {
  @TempDir private Path temporary;

  @Test
  void hdf5ReadsAndModifiesWrittenFiles() throws IOException, InterruptedException {
    Python python = Python.find();
    List<Path> versions = new ArrayList<>(List.of(Path.of("")));
    versions.addAll(Python.otherVersionsOf("h5py"));
    ExampleTree.write(temporary.resolve("tree.h5"));
    for (Path version : versions) {
      Map<String, String> environment = Map.of("PYTHONPATH", version.toString());
      assertThat(python.run("hdf5_checks.py", temporary, environment))
          .as("h5py of %s", version)
          .singleElement()
          .asString()
          .startsWith("HDF5 ");
    }
  }
}
