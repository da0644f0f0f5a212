package io.rhyton.keras;

import io.rhyton.error.SpecException;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/** The models that are one step smaller than a model, smallest first. */
final class SmallerModels {
  private final ModelSpec model;

  private SmallerModels(ModelSpec model) {
    this.model = model;
  }

  static Stream<ModelSpec> of(ModelSpec model) {
    SmallerModels smaller = new SmallerModels(model);
    return Stream.<Supplier<Stream<ModelSpec>>>of(
            smaller::withOneOutput,
            smaller::withoutLayers,
            smaller::withoutCalls,
            smaller::withOtherLayers,
            smaller::learning,
            smaller::withSmallerInputs)
        .flatMap(Supplier::get);
  }

  private Stream<ModelSpec> withOneOutput() {
    return model.outputs().size() == 1
        ? Stream.empty()
        : model.outputs().stream()
            .flatMap(output -> made(model.layers(), List.of(output)).stream());
  }

  /** Removes one layer, whose outputs are replaced by its inputs. */
  private Stream<ModelSpec> withoutLayers() {
    return backwards()
        .filter(layer -> !(layer.layer() instanceof InputLayer))
        .flatMap(
            layer ->
                IntStream.range(0, layer.calls().get(0).inputs().size())
                    .mapToObj(
                        input ->
                            replaced(
                                output ->
                                    output.layer().equals(layer.name())
                                        ? input(layer, output.call(), input)
                                        : output,
                                without(layer)))
                    .flatMap(Optional::stream));
  }

  private static LayerOutput input(LayerSpec layer, int call, int input) {
    List<LayerOutput> inputs = layer.calls().get(call).inputs();
    return inputs.get(Math.min(input, inputs.size() - 1));
  }

  private List<LayerSpec> without(LayerSpec layer) {
    return model.layers().stream().filter(other -> !other.equals(layer)).toList();
  }

  /** Removes one call of a layer that has several. */
  private Stream<ModelSpec> withoutCalls() {
    return backwards()
        .filter(layer -> layer.calls().size() > 1)
        .flatMap(
            layer ->
                IntStream.range(0, layer.calls().size())
                    .mapToObj(call -> withoutCall(layer, call))
                    .flatMap(Optional::stream));
  }

  private Optional<ModelSpec> withoutCall(LayerSpec layer, int removed) {
    List<LayerCall> calls = new ArrayList<>(layer.calls());
    LayerOutput instead = calls.remove(removed).inputs().get(0);
    LayerSpec fewer = new LayerSpec(layer.name(), layer.layer(), layer.trainable(), calls);
    return replaced(
        output -> {
          if (!output.layer().equals(layer.name())) {
            return output;
          }
          int call = output.call();
          return call == removed
              ? instead
              : new LayerOutput(output.layer(), call > removed ? call - 1 : call, output.index());
        },
        changed(layer, fewer));
  }

  private Stream<ModelSpec> withOtherLayers() {
    return backwards()
        .flatMap(
            layer ->
                smaller(layer.layer())
                    .flatMap(
                        other ->
                            made(
                                changed(
                                    layer,
                                    new LayerSpec(
                                        layer.name(), other, layer.trainable(), layer.calls())),
                                model.outputs())
                                .stream()));
  }

  private static Stream<Layer> smaller(Layer layer) {
    if (layer instanceof NestedModel<?> nested) {
      return of(nested.model()).map(NestedModel::new);
    }
    return layer instanceof InputLayer
        ? Stream.empty()
        : SmallerRecords.of((Record) layer).map(Layer.class::cast);
  }

  private Stream<ModelSpec> learning() {
    return backwards()
        .filter(layer -> !layer.trainable())
        .flatMap(layer -> made(changed(layer, layer.trainable(true)), model.outputs()).stream());
  }

  private Stream<ModelSpec> withSmallerInputs() {
    return backwards()
        .filter(layer -> layer.layer() instanceof InputLayer)
        .flatMap(
            layer -> {
              InputLayer input = (InputLayer) layer.layer();
              return smaller(input.shape())
                  .flatMap(
                      shape ->
                          made(
                              changed(
                                  layer,
                                  LayerSpec.of(layer.name(), new InputLayer(shape, input.dtype()))),
                              model.outputs())
                              .stream());
            });
  }

  private static Stream<Shape> smaller(Shape shape) {
    return IntStream.range(0, shape.numDimensions())
        .boxed()
        .flatMap(
            axis ->
                Stream.of(1, shape.get(axis) / 2, shape.get(axis) - 1)
                    .map(Number::longValue)
                    .filter(size -> size > 0 && size < shape.get(axis))
                    .map(
                        size -> {
                          long[] sizes = shape.asArray().clone();
                          sizes[axis] = size;
                          return Shape.of(sizes);
                        }));
  }

  private Stream<LayerSpec> backwards() {
    List<LayerSpec> layers = model.layers();
    return IntStream.range(0, layers.size()).mapToObj(i -> layers.get(layers.size() - 1 - i));
  }

  private List<LayerSpec> changed(LayerSpec layer, LayerSpec into) {
    return model.layers().stream().map(other -> other.equals(layer) ? into : other).toList();
  }

  /** Replaces tensors wherever they are read. */
  private Optional<ModelSpec> replaced(
      UnaryOperator<LayerOutput> replacement, List<LayerSpec> layers) {
    return made(
        layers.stream()
            .map(
                layer ->
                    new LayerSpec(
                        layer.name(),
                        layer.layer(),
                        layer.trainable(),
                        layer.calls().stream()
                            .map(
                                call ->
                                    new LayerCall(call.inputs().stream().map(replacement).toList()))
                            .toList()))
            .toList(),
        model.outputs().stream().map(replacement).distinct().toList());
  }

  /** Builds the model without unused layers; empty if it is inconsistent. */
  private Optional<ModelSpec> made(List<LayerSpec> layers, List<LayerOutput> outputs) {
    Set<String> used = new HashSet<>();
    outputs.forEach(output -> use(output.layer(), layers, used));
    List<LayerSpec> kept = layers.stream().filter(layer -> used.contains(layer.name())).toList();
    List<String> inputs = model.inputs().stream().filter(used::contains).toList();
    return Stream.of(model.type(), ModelType.FUNCTIONAL)
        .flatMap(
            type -> {
              try {
                return Stream.of(new ModelSpec(model.name(), type, kept, inputs, outputs));
              } catch (SpecException fitsNot) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  private static void use(String name, List<LayerSpec> layers, Set<String> used) {
    if (used.add(name)) {
      layers.stream()
          .filter(layer -> layer.name().equals(name))
          .flatMap(layer -> layer.calls().stream())
          .flatMap(call -> call.inputs().stream())
          .forEach(input -> use(input.layer(), layers, used));
    }
  }
}
