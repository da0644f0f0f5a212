package io.rhyton.golden.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tensorflow.ndarray.Shape;

/**
 * The layers of {@code golden.py}, family by family. Each follows a convolution or dense layer
 * without a bias, whose gradient reflects the gradient with respect to the layer's input.
 */
public final class LayerCases {
  /** The name of the layer under test. */
  public static final String TESTED = "layer";

  public static final Shape IMAGE = Shape.of(4, 5, 3);
  public static final Shape ODD_IMAGE = Shape.of(5, 7, 3);
  public static final Shape WIDE_IMAGE = Shape.of(4, 5, 4);
  public static final Shape SEQUENCE = Shape.of(6, 3);
  public static final Shape SMALL_IMAGE = Shape.of(2, 3, 3);
  public static final Shape VECTOR = Shape.of(5);

  /** The families by the name of their golden file, in order. */
  private static final Map<String, Consumer<LayerCases>> FAMILIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("activation", ActivationCases::addTo),
              Map.entry("application", ApplicationCases::addTo),
              Map.entry("attention", AttentionCases::addTo),
              Map.entry("augmentation", AugmentationCases::addTo),
              Map.entry("convolution", ConvolutionCases::addTo),
              Map.entry("convolution1d", Convolution1DCases::addTo),
              Map.entry("core", CoreCases::addTo),
              Map.entry("dense", DenseCases::addTo),
              Map.entry("depthwise", DepthwiseCases::addTo),
              Map.entry("embedding", EmbeddingCases::addTo),
              Map.entry("global_pooling", GlobalPoolingCases::addTo),
              Map.entry("merging", MergingCases::addTo),
              Map.entry("normalization", NormalizationCases::addTo),
              Map.entry("penalty", PenaltyCases::addTo),
              Map.entry("pooling", PoolingCases::addTo),
              Map.entry("pooling1d", Pooling1DCases::addTo),
              Map.entry("preprocessing", PreprocessingCases::addTo),
              Map.entry("recurrent", RecurrentCases::addTo),
              Map.entry("regularization", RegularizationCases::addTo),
              Map.entry("reshaping", ReshapingCases::addTo),
              Map.entry("resizing", ResizingCases::addTo),
              Map.entry("transposed", TransposedCases::addTo)));

  private final Map<String, ModelSpec> models = new LinkedHashMap<>();

  private LayerCases() {}

  /** The models of all families. */
  public static Map<String, ModelSpec> all() {
    LayerCases cases = new LayerCases();
    FAMILIES.values().forEach(family -> family.accept(cases));
    return cases.models;
  }

  /** The models of one family. */
  public static Map<String, ModelSpec> of(Consumer<LayerCases> family) {
    LayerCases cases = new LayerCases();
    family.accept(cases);
    return cases.models;
  }

  /** The golden values of all families. */
  public static ObjectNode golden() {
    ObjectNode golden = JsonNodeFactory.instance.objectNode();
    FAMILIES
        .keySet()
        .forEach(family -> golden.setAll((ObjectNode) Golden.read("layers/" + family)));
    return golden;
  }

  /**
   * Adds a case.
   *
   * @param name the name of the case in Python
   * @param sample the shape of a sample, without the batch
   * @param layer the layer under test
   */
  public void add(String name, Shape sample, Layer layer) {
    Layer front =
        sample.numDimensions() == 3
            // An image with four channels keeps them, for grouped convolutions.
            ? Conv2D.of(sample.get(2) == 4 ? 4 : 2, 1).useBias(false)
            : Dense.of(4).useBias(false);
    List<LayerSpec> layers = new ArrayList<>();
    layers.add(LayerSpec.of("input", InputLayer.of(sample)));
    layers.add(LayerSpec.of("front", front, "input"));
    layers.add(LayerSpec.of(TESTED, layer, "front"));
    ModelSpec model = chain(layers);
    if (model.resolve().outputShape().numDimensions() > 2) {
      layers.add(LayerSpec.of("rows", Flatten.of(), TESTED));
      model = chain(layers);
    }
    models.put(name, model);
  }

  /** Adds a case of a chain with a layer named {@link #TESTED}. */
  public void add(String name, LayerSpec... layers) {
    models.put(name, chain(List.of(layers)));
  }

  /** Adds a case with its own model, for a layer that cannot be part of a chain. */
  public void add(String name, ModelSpec model) {
    models.put(name, model);
  }

  private static ModelSpec chain(List<LayerSpec> layers) {
    return new ModelSpec(
        "golden",
        ModelType.SEQUENTIAL,
        layers,
        List.of("input"),
        List.of(LayerOutput.of(layers.get(layers.size() - 1).name())));
  }

  /** The name of the function in Keras. */
  public static String name(ActivationFunction function) {
    return function.name().toLowerCase(Locale.ROOT);
  }
}
