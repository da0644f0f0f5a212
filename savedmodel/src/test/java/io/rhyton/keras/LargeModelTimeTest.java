package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.codegen.KerasSource;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The time for a model grows with its size, not with the square of it. */
class LargeModelTimeTest {
  private static final int SMALL = 400;
  private static final int FACTOR = 6;

  /** Between {@link #FACTOR} and its square, with room for noise. */
  private static final double MOST = 2.5 * FACTOR;

  /** What takes less is not measured; the square of it would still be short. */
  private static final double SHORT_SECONDS = 0.1;

  private static final int REPEATS = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  /** How a model can be large. */
  enum Structure {
    CHAIN {
      @Override
      ModelSpec model(int size) {
        List<LayerSpec> layers = new ArrayList<>(List.of(input("in")));
        for (int i = 0; i < size; i++) {
          layers.add(dense(i, i == 0 ? "in" : "dense" + (i - 1)));
        }
        return functional(layers, List.of("in"), List.of(LayerOutput.of("dense" + (size - 1))));
      }
    },
    OUTPUTS {
      @Override
      ModelSpec model(int size) {
        List<LayerSpec> layers = new ArrayList<>(List.of(input("in")));
        List<LayerOutput> outputs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          layers.add(dense(i, "in"));
          outputs.add(LayerOutput.of("dense" + i));
        }
        return functional(layers, List.of("in"), outputs);
      }
    },
    INPUTS {
      @Override
      ModelSpec model(int size) {
        List<LayerSpec> layers = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          layers.add(input("in" + i));
          inputs.add("in" + i);
        }
        layers.add(LayerSpec.of("sum", Add.of(), inputs.toArray(String[]::new)));
        return functional(layers, inputs, List.of(LayerOutput.of("sum")));
      }
    },
    CALLS_OF_ONE_LAYER {
      @Override
      ModelSpec model(int size) {
        List<LayerCall> calls = new ArrayList<>(List.of(LayerCall.on(LayerOutput.of("in"))));
        for (int i = 1; i < size; i++) {
          calls.add(LayerCall.on(new LayerOutput("dense", i - 1, 0)));
        }
        LayerSpec shared = new LayerSpec("dense", Dense.of(3), true, calls);
        return functional(
            List.of(input("in"), shared),
            List.of("in"),
            List.of(new LayerOutput("dense", size - 1, 0)));
      }
    };

    abstract ModelSpec model(int size);

    private static LayerSpec input(String name) {
      return LayerSpec.of(name, InputLayer.vector(3));
    }

    private static LayerSpec dense(int number, String input) {
      return LayerSpec.of("dense" + number, Dense.of(3), input);
    }

    private static ModelSpec functional(
        List<LayerSpec> layers, List<String> inputs, List<LayerOutput> outputs) {
      return new ModelSpec("model", ModelType.FUNCTIONAL, layers, inputs, outputs);
    }
  }

  /** What is done with a model. */
  private enum Task {
    BUILD,
    SUMMARY,
    WRITE_CONFIG,
    READ_CONFIG,
    WRITE_FILE,
    READ_FILE,
    PRINT_SOURCE
  }

  @ParameterizedTest
  @EnumSource
  void timeGrowsWithTheSizeOfAModel(Structure structure) throws IOException {
    Map<Task, Double> small = seconds(structure, SMALL);
    Map<Task, Double> large = seconds(structure, SMALL * FACTOR);
    List<String> slow = new ArrayList<>();
    for (Task task : Task.values()) {
      double before = small.getOrDefault(task, 0.0);
      double after = large.getOrDefault(task, 0.0);
      if (after > Math.max(SHORT_SECONDS, before * MOST)) {
        slow.add(task + ": " + before + " s, then " + after + " s");
      }
    }
    assertThat(slow).isEmpty();
  }

  /** Returns the processor time of each task, the shortest of several. */
  private Map<Task, Double> seconds(Structure structure, int size) throws IOException {
    Map<Task, Double> shortest = new EnumMap<>(Task.class);
    for (int i = 0; i < REPEATS; i++) {
      once(structure, size).forEach((task, seconds) -> shortest.merge(task, seconds, Math::min));
    }
    return shortest;
  }

  private Map<Task, Double> once(Structure structure, int size) throws IOException {
    Path config = folder.resolve("config.json");
    Path file = folder.resolve("model.keras");
    Map<Task, Double> seconds = new EnumMap<>(Task.class);
    ModelSpec model = structure.model(2);
    Weights weights = zeros(model);
    for (Task task : Task.values()) {
      long begin = THREADS.getCurrentThreadCpuTime();
      switch (task) {
        case BUILD -> model = structure.model(size);
        case SUMMARY -> assertThat(model.summary()).isNotEmpty();
        case WRITE_CONFIG -> Files.write(config, ConfigWriter.write(model, null));
        case READ_CONFIG -> assertThat(KerasFile.read(config).weights()).isEmpty();
        case WRITE_FILE -> KerasFile.write(model, weights, file);
        case READ_FILE -> assertThat(KerasFile.read(file).weights()).isPresent();
        case PRINT_SOURCE -> assertThat(KerasSource.print("Large", model)).isNotEmpty();
      }
      seconds.put(task, (THREADS.getCurrentThreadCpuTime() - begin) / 1e9);
      weights = task == Task.BUILD ? zeros(model) : weights;
    }
    return seconds;
  }

  private static Weights zeros(ModelSpec model) {
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : model.resolve().weights()) {
      weights.add(weight.name(), weight.shape(), new float[(int) weight.size()]);
    }
    return weights.build();
  }
}
