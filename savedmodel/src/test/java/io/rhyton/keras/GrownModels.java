package io.rhyton.keras;

import io.rhyton.error.SpecException;
import io.rhyton.keras.codec.LayerConfig;
import io.rhyton.keras.model.Freezing;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.Dtype;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.tensorflow.ndarray.Shape;

/**
 * Sequential and functional models grown layer by layer: layers with any options are drawn until
 * one fits. So they contain layers that accept only some inputs, in any order.
 */
final class GrownModels {
  private static final int MOST_LAYERS = 8;
  private static final int MOST_VALUES = 1500;

  /** Recurrent layers are unrolled. */
  private static final int MOST_STEPS = 16;

  private static final int TRIES = 40;

  /** The input dimension of embeddings. */
  static final int NUMBERS = 5;

  private final Random random;
  private final int depth;
  private final FittingLayers fitting;
  private final List<LayerSpec> layers = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final Set<LayerOutput> used = new HashSet<>();

  private GrownModels(Random random, int depth) {
    this.random = random;
    this.depth = depth;
    this.fitting = new FittingLayers(random);
  }

  /** Returns a model with inputs and outputs of any rank, and up to two nested models. */
  static ModelSpec draw(String name, Random random) {
    GrownModels models = new GrownModels(random, 2);
    boolean chain = random.nextInt(5) < 2;
    List<InputLayer> inputs = new ArrayList<>();
    inputs.add(models.input());
    if (!chain && random.nextBoolean()) {
      inputs.add(models.input());
    }
    return models.grow(name, chain, inputs);
  }

  private InputLayer input() {
    return switch (random.nextInt(6)) {
      case 0 -> InputLayer.vector(size());
      case 1 -> InputLayer.indices(size());
      case 2 -> InputLayer.sequence(1 + size(), size());
      default -> InputLayer.image(1 + size(), 1 + size(), 1 + random.nextInt(4));
    };
  }

  private int size() {
    return 1 + random.nextInt(7);
  }

  private ModelSpec grow(String name, boolean chain, List<InputLayer> inputs) {
    for (InputLayer input : inputs) {
      String layer = "input_" + layers.size();
      layers.add(new LayerSpec(layer, input, true, List.of(LayerCall.on())));
      tensors.add(new Tensor(LayerOutput.of(layer), input.batchShape()));
    }
    int most = 1 + random.nextInt(MOST_LAYERS);
    for (int tries = 0; layers.size() < inputs.size() + most && tries < TRIES; tries++) {
      switch (chain ? 0 : random.nextInt(10)) {
        case 0, 1, 2, 3, 4, 5 -> addLayer(chain);
        case 6, 7 -> addMerging();
        case 8 -> addCall();
        default -> addModel();
      }
    }
    if (layers.size() == inputs.size()) {
      return new GrownModels(random, depth).grow(name, chain, inputs);
    }
    return built(name, chain);
  }

  private ModelSpec built(String name, boolean chain) {
    layers.removeIf(
        layer ->
            layer.layer() instanceof InputLayer && !used.contains(LayerOutput.of(layer.name())));
    List<LayerOutput> outputs = new ArrayList<>();
    List<String> inputs = new ArrayList<>();
    layers.stream()
        .filter(layer -> layer.layer() instanceof InputLayer)
        .forEach(layer -> inputs.add(layer.name()));
    for (Tensor tensor : tensors) {
      boolean entering = tensor.at.layer().startsWith("input_");
      if (!entering && (!used.contains(tensor.at) || (!chain && random.nextInt(8) == 0))) {
        outputs.add(tensor.at);
      }
    }
    ModelType type =
        chain
                && random.nextBoolean()
                && outputs.size() == 1
                && inputs.size() == 1
                && layers.stream().noneMatch(layer -> layer.layer() instanceof Operation)
            ? ModelType.SEQUENTIAL
            : ModelType.FUNCTIONAL;
    return new ModelSpec(name, type, layers, inputs, outputs);
  }

  private void addLayer(boolean chain) {
    Tensor tensor = chain ? tensors.get(tensors.size() - 1) : anyTensor();
    drawn(() -> layer(tensor)).ifPresent(layer -> add(layer, tensor));
  }

  private Layer layer(Tensor tensor) {
    return takesNumbers(tensor) ? fitting.embedding(NUMBERS) : fitting.layer(tensor.shape.tail());
  }

  private boolean takesNumbers(Tensor tensor) {
    return layers.stream()
        .anyMatch(
            layer ->
                layer.name().equals(tensor.at.layer())
                    && layer.layer() instanceof InputLayer input
                    && input.dtype() != Dtype.FLOAT32);
  }

  private void addMerging() {
    Tensor first = anyTensor();
    Tensor second = anyTensor();
    if (!takesNumbers(first) && !takesNumbers(second)) {
      drawn(() -> fitting.merging(first.shape.tail(), second.shape.tail()))
          .ifPresent(layer -> add(layer, first, second));
    }
  }

  /** Calls an existing layer on another tensor of the same shape. */
  private void addCall() {
    int place = random.nextInt(layers.size());
    LayerSpec shared = layers.get(place);
    Tensor tensor = anyTensor();
    List<LayerOutput> inputs = shared.calls().get(0).inputs();
    if (inputs.size() != 1
        || tensor.at.layer().equals(shared.name())
        || takesNumbers(tensor) != (shared.layer() instanceof Embedding)
        || !shape(inputs.get(0)).equals(tensor.shape)) {
      return;
    }
    List<LayerCall> calls = new ArrayList<>(shared.calls());
    calls.add(LayerCall.on(tensor.at));
    layers.set(place, new LayerSpec(shared.name(), shared.layer(), shared.trainable(), calls));
    addTensors(shared.name(), calls.size() - 1, geometry(shared.layer(), tensor), tensor);
  }

  private Shape shape(LayerOutput at) {
    return tensors.stream().filter(tensor -> tensor.at.equals(at)).findFirst().orElseThrow().shape;
  }

  private void addModel() {
    Tensor tensor = anyTensor();
    if (depth == 0 || takesNumbers(tensor)) {
      return;
    }
    ModelSpec inner =
        new GrownModels(random, depth - 1)
            .grow("model", random.nextBoolean(), List.of(InputLayer.of(tensor.shape.tail())));
    add(new NestedModel<>(inner), tensor);
  }

  /** Returns a tensor, usually one that is not used yet, and most often the last of these. */
  private Tensor anyTensor() {
    List<Tensor> open = tensors.stream().filter(tensor -> !used.contains(tensor.at)).toList();
    List<Tensor> among = open.isEmpty() || random.nextInt(4) == 0 ? tensors : open;
    return random.nextBoolean()
        ? among.get(among.size() - 1)
        : among.get(random.nextInt(among.size()));
  }

  private Optional<Layer> drawn(Supplier<Layer> draw) {
    try {
      return Optional.of(draw.get());
    } catch (IllegalArgumentException options) {
      return Optional.empty();
    }
  }

  private void add(Layer layer, Tensor... inputs) {
    LayerGeometry geometry;
    try {
      geometry = geometry(layer, inputs);
    } catch (SpecException fitsNot) {
      return;
    }
    if (!geometry.outputs().stream().allMatch(GrownModels::isSmall)) {
      return;
    }
    String name = layer.typeName().toLowerCase(Locale.ROOT) + "_" + layers.size();
    LayerCall call =
        LayerCall.on(Arrays.stream(inputs).map(Tensor::at).toArray(LayerOutput[]::new));
    boolean trainable = random.nextInt(5) > 0 || !LayerConfig.hasTrainable(layer) || attends(layer);
    layers.add(new LayerSpec(name, placed(layer, name, trainable), trainable, List.of(call)));
    addTensors(name, 0, geometry, inputs);
  }

  /**
   * Returns whether a layer contains attention. Keras does not write the flags of its inner layers,
   * which are therefore trainable after loading even if the layer is frozen ({@code
   * Layer._track_variable}, Keras 3.15).
   */
  private static boolean attends(Layer layer) {
    return layer instanceof MultiHeadAttention
        || (layer instanceof NestedModel<?> nested
            && nested.model().layers().stream().anyMatch(inside -> attends(inside.layer())));
  }

  /**
   * Gives a nested model the name of its layer, and freezes it as a whole if the layer is frozen.
   */
  private static Layer placed(Layer layer, String name, boolean trainable) {
    if (!(layer instanceof NestedModel<?> nested)) {
      return layer;
    }
    ModelSpec model = trainable ? nested.model() : Freezing.unfreeze(nested.model());
    return new NestedModel<>(
        new ModelSpec(name, model.type(), model.layers(), model.inputs(), model.outputs()));
  }

  private static boolean isSmall(Shape shape) {
    Shape sample = shape.tail();
    return sample.size() <= MOST_VALUES
        && (sample.numDimensions() != 2 || sample.get(0) <= MOST_STEPS);
  }

  private void addTensors(String layer, int call, LayerGeometry geometry, Tensor... inputs) {
    for (Tensor input : inputs) {
      used.add(input.at);
    }
    for (int i = 0; i < geometry.outputs().size(); i++) {
      tensors.add(new Tensor(new LayerOutput(layer, call, i), geometry.outputs().get(i)));
    }
  }

  private static LayerGeometry geometry(Layer layer, Tensor... inputs) {
    return layer.geometry(
        new LayerInputs(
            "drawn", layer.typeName(), Arrays.stream(inputs).map(Tensor::shape).toList()));
  }

  private record Tensor(LayerOutput at, Shape shape) {}
}
