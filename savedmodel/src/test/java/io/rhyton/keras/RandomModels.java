package io.rhyton.keras;

import io.rhyton.keras.codec.LayerConfig;
import io.rhyton.keras.model.Freezing;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Subtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random models by seed: sequential and functional ones of any layers with any options. */
final class RandomModels {
  private static final int SIDE = 12;
  private static final int CHANNELS = 2;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;
  private final RandomLayers options;
  private final RandomPreprocessing prepared;
  private final RandomSequenceLayers sequences;
  private final List<LayerSpec> layers = new ArrayList<>();

  private RandomModels(Random random) {
    this.random = random;
    this.options = new RandomLayers(random);
    this.prepared = new RandomPreprocessing(random, options);
    this.sequences = new RandomSequenceLayers(random, options);
  }

  /** Returns a model from images or sequences to vectors. */
  static ModelSpec draw(long seed) {
    // Nearby seeds start alike unless they are spread.
    Random random = new Random(seed * SPREAD);
    RandomModels models = new RandomModels(random);
    return switch (random.nextInt(9)) {
      case 0, 1 -> models.chain("chain." + seed);
      case 2 -> models.sequences("sequences_" + seed);
      case 3 -> models.indices("indices_" + seed);
      case 4 -> models.attention("attention_" + seed);
      case 5, 6 -> GrownModels.draw("grown_" + seed, random);
      default -> models.graph("graph-" + seed);
    };
  }

  private ModelSpec chain(String name) {
    String last = input("image");
    for (int i = random.nextInt(5); i > 0; i--) {
      last = append(random.nextInt(4) > 0 ? options.imageLayer() : prepared.imageLayer(), last);
    }
    return vectors(name, append(options.collapsingLayer(), last));
  }

  private ModelSpec sequences(String name) {
    String last = input("steps", InputLayer.sequence(SIDE, CHANNELS));
    for (int i = random.nextInt(5); i > 0; i--) {
      last = append(options.sequenceLayer(), last);
    }
    return vectors(name, append(options.sequenceCollapsingLayer(), last));
  }

  private ModelSpec indices(String name) {
    String last = input("numbers", InputLayer.indices(SIDE));
    last = append(sequences.embedding(9), last);
    for (int i = random.nextInt(4); i > 0; i--) {
      last = append(sequences.sequenceLayer(), last);
    }
    return vectors(name, append(sequences.collapsingLayer(), last));
  }

  private ModelSpec attention(String name) {
    String steps = input("steps", InputLayer.sequence(SIDE, CHANNELS));
    String other = append(sequences.sequenceLayer(), steps);
    String attended =
        random.nextBoolean()
            ? append(sequences.attention(), steps, other)
            : append(sequences.attention(), steps, other, steps);
    String end = append(sequences.collapsingLayer(), attended);
    return new ModelSpec(
        name, ModelType.FUNCTIONAL, layers, List.of(steps), List.of(LayerOutput.of(end)));
  }

  /** Returns a sequential model from vectors. */
  private ModelSpec vectors(String name, String first) {
    String last = first;
    for (int i = random.nextInt(4); i > 0; i--) {
      last = append(options.vectorLayer(), last);
    }
    return new ModelSpec(
        name,
        ModelType.SEQUENTIAL,
        layers,
        List.of(layers.get(0).name()),
        List.of(LayerOutput.of(last)));
  }

  private String input(String name) {
    return input(name, InputLayer.image(SIDE, SIDE, CHANNELS));
  }

  private String input(String name, InputLayer layer) {
    layers.add(new LayerSpec(name, layer, true, List.of(LayerCall.on())));
    return name;
  }

  private String append(Layer layer, String... inputs) {
    String name = "layer_" + layers.size();
    // Keras does not write the flag for some layers without weights.
    boolean trainable = random.nextInt(4) > 0 || !LayerConfig.hasTrainable(layer);
    layers.add(LayerSpec.of(name, layer, inputs).trainable(trainable));
    return name;
  }

  /**
   * Returns a functional model with two inputs, a shared layer and model, merging layers, and a
   * nested model with two outputs.
   */
  private ModelSpec graph(String name) {
    LayerOutput left = LayerOutput.of(input("left"));
    LayerOutput right = LayerOutput.of(input("right"));
    share("shared", options.imageKeepingLayer(), random.nextBoolean(), left, right);
    LayerOutput first = new LayerOutput("shared", random.nextInt(2), 0);
    LayerOutput second = new LayerOutput("shared", 1 - first.call(), 0);
    ModelSpec inner = new RandomModels(random).inner("inner");
    boolean trainable = random.nextBoolean();
    // A frozen model is frozen as a whole.
    ModelSpec whole = trainable ? inner : Freezing.unfreeze(inner);
    share("inner", new NestedModel<>(whole), trainable, first, left, second);
    LayerCall ends =
        LayerCall.on(
            new LayerOutput("inner", 0, 0),
            new LayerOutput("inner", 1, 0),
            new LayerOutput("inner", 2, 0));
    Layer merge = random.nextBoolean() ? options.merging() : Concatenate.of().axis(1);
    layers.add(new LayerSpec("merge", merge, true, List.of(ends)));
    return new ModelSpec(
        name,
        ModelType.FUNCTIONAL,
        layers,
        random.nextBoolean() ? List.of("left", "right") : List.of("right", "left"),
        List.of(LayerOutput.of("merge"), new LayerOutput("inner", random.nextInt(3), 0)));
  }

  private void share(String name, Layer layer, boolean trainable, LayerOutput... inputs) {
    List<LayerCall> calls = new ArrayList<>();
    for (LayerOutput input : inputs) {
      calls.add(LayerCall.on(input));
    }
    layers.add(new LayerSpec(name, layer, trainable, calls));
  }

  private Layer pairing() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextBoolean() ? Subtract.of() : options.customScaleLayer();
      case 1 -> Concatenate.of();
      case 2 -> Arithmetic.of(options.operator());
      default -> options.merging();
    };
  }

  private ModelSpec inner(String name) {
    if (random.nextBoolean()) {
      return chain(name);
    }
    String image = input("image");
    String last =
        append(random.nextBoolean() ? options.imageKeepingLayer() : options.operation(), image);
    String merged = append(pairing(), image, last);
    String end =
        append(random.nextBoolean() ? GlobalAveragePooling2D.of() : options.reduction(), merged);
    return new ModelSpec(
        name, ModelType.FUNCTIONAL, layers, List.of(image), List.of(LayerOutput.of(end)));
  }
}
