package io.rhyton.keras;

import io.rhyton.codegen.KerasSource;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.LogCosh;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * A random model, its compile configuration, and the seed of its weights and of a batch.
 *
 * @param spec the model
 * @param compileSpec its compile configuration
 * @param samples the batch size
 * @param seed the seed of the weights and the batch
 * @param isOfAnySize whether the model is built for images and sequences of any size, and compared
 *     at another one, too; each of its layers then takes any
 */
record RandomCase(
    ModelSpec spec, CompileSpec compileSpec, int samples, long seed, boolean isOfAnySize) {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** A large learning rate, so that the weight change shows the gradient and not rounding. */
  static final Optimizer STEEP = SGD.of(1024);

  static RandomCase draw(long seed) {
    Random random = new Random(seed * SPREAD);
    ModelSpec drawn;
    do {
      drawn = GrownModels.draw("grown_" + seed, random);
    } while (WithoutRandomness.isWild(drawn));
    ModelSpec spec = learning(WithoutRandomness.model(drawn));
    CompileSpec compileSpec = compileSpec(random, spec);
    int samples = 1 + random.nextInt(4);
    boolean isOfAnySize = random.nextInt(4) == 0 && AnySize.of(spec).isPresent();
    return new RandomCase(spec, compileSpec, samples, seed, isOfAnySize);
  }

  /**
   * Returns the model, unfrozen if all its layers are frozen, as such a model cannot be trained.
   */
  private static ModelSpec learning(ModelSpec spec) {
    boolean learns = spec.resolve().weights().stream().anyMatch(WeightSpec::trainable);
    return learns ? spec : spec.unfreeze();
  }

  private static CompileSpec compileSpec(Random random, ModelSpec spec) {
    Optimizer optimizer = STEEP;
    while (random.nextInt(3) == 0) {
      optimizer = new RandomOptimizers(random).draw();
    }
    // Lion takes full steps for tiny gradients. Keras itself fails to scale the loss with
    // // embeddings, whose gradients are not arrays there (base_optimizer.py, Keras 3.15).
    boolean comparable = !(optimizer instanceof Lion) && !hasEmbedding(spec);
    optimizer = comparable ? optimizer : STEEP;
    List<Shape> shapes = spec.resolve().outputShapes();
    List<String> names = spec.outputs().stream().map(LayerOutput::layer).toList();
    Set<String> different = new HashSet<>(names);
    if (names.size() == 1 || different.size() < names.size()) {
      return CompileSpec.of(
          optimizer, names.size() == 1 ? loss(random, shapes.get(0)) : MeanSquaredError.of());
    }
    CompileSpec compileSpec = CompileSpec.of(optimizer);
    for (int i = 0; i < names.size(); i++) {
      compileSpec =
          compileSpec
              .loss(names.get(i), loss(random, shapes.get(i)))
              .lossWeight(names.get(i), 0.5 + random.nextDouble());
    }
    return compileSpec;
  }

  private static boolean hasEmbedding(ModelSpec model) {
    return model.layers().stream().anyMatch(layer -> layer.layer() instanceof Embedding);
  }

  /** Returns a loss without a discontinuity that would amplify tiny differences. */
  private static Loss loss(Random random, Shape output) {
    double smoothing = random.nextInt(2) * 0.5 * random.nextDouble();
    return switch (random.nextInt(9)) {
      case 0 -> MeanAbsoluteError.of();
      case 1 -> Huber.of().delta(0.5 + random.nextDouble());
      case 2 -> LogCosh.of();
      case 3 -> new BinaryCrossentropy(true, smoothing);
      case 4 -> new CategoricalCrossentropy(true, smoothing);
      case 5 ->
          classes(output) < 2
              ? MeanSquaredError.of()
              : SparseCategoricalCrossentropy.of().fromLogits(true);
      case 6 -> CosineSimilarity.of();
      case 7 -> SquaredHinge.of();
      default -> MeanSquaredError.of();
    };
  }

  private static int classes(Shape output) {
    return (int) output.get(output.numDimensions() - 1);
  }

  /** The model as it is built. */
  private ModelSpec built() {
    return isOfAnySize ? AnySize.of(spec).orElseThrow() : spec;
  }

  /** Writes the files that {@code random_models.py} reads. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(seed + 1);
    List<FloatNdArray> inputs = inputs(random, spec, folder, "inputs-");
    List<Dataset> parts = new ArrayList<>();
    for (FloatNdArray input : inputs) {
      parts.add(Dataset.samples(input.shape().tail(), ArrayValues.of(input)));
    }
    parts.addAll(labels(random, folder));
    Dataset batch = Dataset.zip(parts.toArray(Dataset[]::new));
    Execution execution = Execution.defaults().seed(seed).threads(1);
    try (Model model = Model.compile(built(), compileSpec, execution)) {
      model.loadWeights(weights(random, model.weights()));
      KerasFile.write(model, folder.resolve("model.keras"));
      writeAll(folder, "outputs-", model.predict(inputs));
      Optional<ModelSpec> larger = isOfAnySize ? AnySize.larger(spec) : Optional.empty();
      if (larger.isPresent()) {
        List<FloatNdArray> others = inputs(random, larger.get(), folder, "other-inputs-");
        writeAll(folder, "other-outputs-", model.predict(others));
      }
      double loss = model.trainOnBatch(batch).loss();
      Weights stepped = model.weights();
      int number = 0;
      for (String name : stepped.names()) {
        write(folder, "weights-" + number++, stepped.shape(name), stepped.values(name));
      }
      Files.writeString(
          folder.resolve("facts.txt"),
          stepped.parameterCount() + "\n" + loss + "\n" + outputShapes());
    }
  }

  /** A line for each output: its sizes without the batch, with None for an unknown one. */
  private String outputShapes() {
    return built().resolve().outputShapes().stream()
        .map(
            shape ->
                LongStream.of(shape.tail().asArray())
                    .mapToObj(size -> Sizes.isKnown(size) ? size + "" : "None")
                    .collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining());
  }

  /** Draws and writes a batch for each input of a model. */
  private List<FloatNdArray> inputs(Random random, ModelSpec sized, Path folder, String name)
      throws IOException {
    List<FloatNdArray> inputs = new ArrayList<>();
    for (String input : sized.inputs()) {
      InputLayer layer = (InputLayer) sized.resolve().layer(input).layer();
      inputs.add(
          write(
              folder, name + inputs.size(), layer.shape().prepend(samples), inputs(random, layer)));
    }
    return inputs;
  }

  private static void writeAll(Path folder, String name, List<FloatNdArray> arrays)
      throws IOException {
    int number = 0;
    for (FloatNdArray array : arrays) {
      write(folder, name + number++, array.shape(), ArrayValues.of(array));
    }
  }

  private float[] inputs(Random random, InputLayer layer) {
    float[] values = uniform(random, samples * layer.shape().size(), -1, 1);
    if (layer.dtype() != Dtype.FLOAT32) {
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(GrownModels.NUMBERS);
      }
    }
    return values;
  }

  private List<Dataset> labels(Random random, Path folder) throws IOException {
    List<Dataset> labels = new ArrayList<>();
    List<Shape> shapes = spec.resolve().outputShapes();
    List<Objective> objectives = compileSpec.objectives(spec.resolve());
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i).tail();
      Loss loss = objectives.get(i).loss();
      String file = "labels-" + i;
      if (loss instanceof SparseCategoricalCrossentropy) {
        int classes = classes(shape);
        Shape places = shape.subShape(0, shape.numDimensions() - 1);
        int[] numbers = random.ints((long) samples * places.size(), 0, classes).toArray();
        float[] values = new float[numbers.length];
        for (int at = 0; at < values.length; at++) {
          values[at] = numbers[at];
        }
        write(folder, file, places.prepend(samples), values);
        labels.add(Dataset.classIndices(places, numbers));
      } else {
        float[] values = uniform(random, samples * shape.size(), 0, 1);
        if (loss instanceof SquaredHinge) {
          for (int at = 0; at < values.length; at++) {
            values[at] = values[at] < 0.5 ? -1 : 1;
          }
        }
        write(folder, file, shape.prepend(samples), values);
        labels.add(Dataset.targets(shape, values));
      }
    }
    return labels;
  }

  /** Returns weights that neither explode nor are all equal. */
  private static Weights weights(Random random, Weights start) {
    Weights.Builder weights = Weights.builder();
    for (String name : start.names()) {
      Shape shape = start.shape(name);
      int rank = shape.numDimensions();
      double most = rank < 2 ? 1 : Math.sqrt(3.0 * shape.get(rank - 1) / shape.size());
      boolean positive = name.endsWith("variance");
      float[] values =
          positive
              ? uniform(random, shape.size(), 0.5, 1.5)
              : uniform(random, shape.size(), -most, most);
      weights.add(name, shape, name.endsWith("count") ? start.values(name) : values);
    }
    return weights.build();
  }

  private static float[] uniform(Random random, long size, double low, double high) {
    float[] values = new float[(int) size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (low + random.nextDouble() * (high - low));
    }
    return values;
  }

  private static FloatNdArray write(Path folder, String name, Shape shape, float[] values)
      throws IOException {
    NpyFile.write(folder.resolve(name + ".npy"), shape, values);
    return NdArrays.wrap(shape, DataBuffers.of(values, true, false));
  }

  /** Returns the case as a Java program. */
  String source() {
    return "// A batch of "
        + samples
        + ", seed "
        + seed
        + "\n"
        + KerasSource.print("Smallest", built(), compileSpec);
  }
}
