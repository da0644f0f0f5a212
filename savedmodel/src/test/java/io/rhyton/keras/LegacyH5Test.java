package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.hdf5.Hdf5Dataset;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;

/** Legacy files that Keras does not write. */
class LegacyH5Test {
  private static final ModelSpec SPEC =
      Sequential.vector(2).add("only", Dense.of(3).useBias(false)).build("small");
  private static final CompileSpec COMPILE = CompileSpec.of(Adam.of(), MeanSquaredError.of());

  @TempDir private Path temporary;

  private final Hdf5Group root =
      Hdf5Group.root()
          .attribute(
              "model_config",
              new String(ConfigWriter.write(SPEC, COMPILE), StandardCharsets.UTF_8));

  private static Hdf5Dataset numbers(long... sizes) {
    Shape shape = Shape.of(sizes);
    return Hdf5Dataset.floats(shape, () -> FloatBuffer.allocate((int) shape.size()));
  }

  private void addWeights(Shape kernel) {
    Hdf5Group weights = root.group("model_weights").attribute("layer_names", List.of("only"));
    weights
        .group("only")
        .attribute("weight_names", List.of("only/kernel:0"))
        .group("only")
        .dataset("kernel:0", numbers(kernel.asArray()));
  }

  private Path written() throws IOException {
    Path file = temporary.resolve("model.h5");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Hdf5Writer.write(root, channel);
    }
    return file;
  }

  private void assertRejected(String message) throws IOException {
    Path file = written();
    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("Keras file '%s': %s", file, message);
  }

  @Test
  void aModelWithoutLayerNamesIsRejected() throws IOException {
    root.group("model_weights");

    assertRejected(
        "expected the attribute layer_names at '/model_weights', got none."
            + " The file is damaged: save it again.");
  }

  @Test
  void aLayerWithoutAGroupIsRejected() throws IOException {
    root.group("model_weights").attribute("layer_names", List.of("only"));

    assertRejected(
        "expected one group for layer 'only', got none. The file is damaged: save it again.");
  }

  @Test
  void aDuplicateLayerIsRejected() throws IOException {
    root.group("model_weights").attribute("layer_names", List.of("only", "only")).group("only");

    assertRejected(
        "expected one group for layer 'only', got two. The file is damaged: save it again.");
  }

  @Test
  void aMissingWeightIsRejected() throws IOException {
    root.group("model_weights")
        .attribute("layer_names", List.of("only"))
        .group("only")
        .attribute("weight_names", List.of("kernel"));

    assertRejected(
        "expected weight 'only/kernel' in model_weights/only/kernel of shape [2, 3], got none."
            + " The weights belong to another model; use WeightMatching to load those that"
            + " match.");
  }

  @Test
  void aWeightOfAnotherShapeIsRejected() throws IOException {
    addWeights(Shape.of(3, 2));

    assertRejected(
        "expected weight 'only/kernel' in model_weights/only/only/kernel:0 of shape [2, 3], got"
            + " [3, 2]. The weights belong to another model; use WeightMatching to load"
            + " those that match.");
  }

  @Test
  void aModelWithoutOptimizerStateStartsWithANewOne() throws IOException {
    addWeights(Shape.of(2, 3));

    assertThat(KerasFile.read(written()).optimizerState()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iteration:0, Adam/m/only/kernel:0, Adam/v/only/kernel:0",
    "Adam/iter:0, Adam/only/kernel/m:0, Adam/only/kernel/v:0",
    "training/Adam/iter:0, training/Adam/m/kernel/m:0, training/Adam/m/kernel/v:0",
    "adam/iteration, adam/v_kernel_momentum, adam/v_kernel_velocity",
  })
  void slotVariablesAreIdentifiedByName(String iteration, String momentum, String velocity)
      throws IOException {
    addWeights(Shape.of(2, 3));
    // In an order that no Keras writes.
    addOptimizer(5, List.of(velocity, iteration, momentum));

    assertThat(KerasFile.read(written()).optimizerState())
        .hasValueSatisfying(
            state -> {
              assertThat(state.iteration()).isEqualTo(5);
              assertThat(state.learningRate()).isEqualTo(0.001f);
              assertThat(state.slots().names())
                  .containsExactly("only/kernel/momentum", "only/kernel/velocity");
              assertThat(state.slots().values("only/kernel/momentum")).containsOnly(2);
              assertThat(state.slots().values("only/kernel/velocity")).containsOnly(0);
            });
  }

  /** Each variable is filled with its index in the list. */
  private void addOptimizer(long iterations, List<String> names) {
    Hdf5Group group = root.group("optimizer_weights").attribute("weight_names", names);
    for (int i = 0; i < names.size(); i++) {
      Hdf5Group parent = group;
      String[] path = names.get(i).split("/", -1);
      for (int depth = 0; depth < path.length - 1; depth++) {
        parent = parent.group(path[depth]);
      }
      float value = i;
      parent.dataset(
          path[path.length - 1],
          path[path.length - 1].startsWith("iter")
              ? Hdf5Dataset.int64(iterations)
              : Hdf5Dataset.floats(
                  Shape.of(2, 3),
                  () -> FloatBuffer.wrap(new float[] {value, value, value, value, value, value})));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iteration:0, Adam/m/only/kernel:0, Adam/m/other/kernel:0",
    "iteration:0, SGD/m/only/kernel:0, ''",
    "training/Adam/Variable:0, training/Adam/Variable_1:0, training/Adam/Variable_2:0",
  })
  void theStateOfAnotherOptimizerIsIgnored(String first, String second, String third)
      throws IOException {
    addWeights(Shape.of(2, 3));
    addOptimizer(5, third.isEmpty() ? List.of(first, second) : List.of(first, second, third));

    assertThat(KerasFile.read(written()).optimizerState()).isEmpty();
  }

  @Test
  void aNegativeNumberOfStepsIsRejected() throws IOException {
    addWeights(Shape.of(2, 3));
    addOptimizer(-1, List.of("iteration:0", "Adam/m/only/kernel:0", "Adam/v/only/kernel:0"));

    assertRejected(
        "expected an iteration and a learning rate in optimizer_weights, got -1 and 0.001."
            + " The file is damaged: save it again.");
  }
}
