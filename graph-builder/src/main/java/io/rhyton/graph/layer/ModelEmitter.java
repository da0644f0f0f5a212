package io.rhyton.graph.layer;

import io.rhyton.model.LayerOutput;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NestedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.op.Ops;

/** Emits the layer calls of a model in order, including those of nested models. */
final class ModelEmitter {
  private final ForwardWeights weights;
  private final List<Penalty> penalties;
  private final ExecutionMode mode;

  ModelEmitter(ForwardWeights weights, List<Penalty> penalties, ExecutionMode mode) {
    this.weights = weights;
    this.penalties = penalties;
    this.mode = mode;
  }

  /** Emits a model and returns one emission per output. */
  List<LayerOutputTensor> emit(
      Ops tf, ResolvedModel model, LayerPath path, List<LayerOutputTensor> inputs) {
    Map<String, ResolvedLayer> layers = new HashMap<>();
    model.layers().forEach(layer -> layers.put(layer.name(), layer));
    Set<LayerOutput> shared = shared(model);
    Map<LayerOutput, LayerOutputTensor> emitted = new HashMap<>();
    for (ResolvedCall call : model.calls()) {
      ResolvedLayer layer = require(layers, call.layer());
      List<LayerOutputTensor> outputs =
          layer.layer() instanceof InputLayer
              ? List.of(inputs.get(model.inputs().indexOf(layer.name())))
              : emitter(call).emit(tf, layer, call, path, all(emitted, call.inputs()));
      for (int i = 0; i < outputs.size(); i++) {
        LayerOutput output = new LayerOutput(call.layer(), call.call(), i);
        emitted.put(output, mode.passOn(tf, outputs.get(i), shared.contains(output)));
      }
    }
    return all(emitted, model.outputs());
  }

  private ModelEmitter emitter(ResolvedCall call) {
    return call.inferenceMode()
        ? new ModelEmitter(weights, penalties, mode.inInferenceMode())
        : this;
  }

  private List<LayerOutputTensor> emit(
      Ops tf,
      ResolvedLayer layer,
      ResolvedCall call,
      LayerPath around,
      List<LayerOutputTensor> sources) {
    LayerPath path = around.of(layer, call);
    Ops scope = tf.withSubScope(layer.name());
    if (layer.layer() instanceof NestedModel<?> nested) {
      return emit(scope, nested.model().resolve(call.inputShapes()), path, sources);
    }
    LayerOutputTensor output =
        layer
            .layer()
            .accept(
                new LayerEmitter(
                    new LayerScope(scope, call, path, sources, weights, penalties, mode)));
    // A layer that passes its input through, like dropout in inference, keeps the activation of its
    // input.
    LayerOutputTensor source = sources.get(0);
    return List.of(output.output() == source.output() ? source : output);
  }

  /** The outputs with more than one consumer, where being an output of the model counts as one. */
  private static Set<LayerOutput> shared(ResolvedModel model) {
    Set<LayerOutput> read = new HashSet<>();
    Set<LayerOutput> shared = new HashSet<>();
    Stream.concat(
            model.calls().stream().flatMap(call -> call.inputs().stream()),
            model.outputs().stream())
        .filter(output -> !read.add(output))
        .forEach(shared::add);
    return shared;
  }

  private static List<LayerOutputTensor> all(
      Map<LayerOutput, LayerOutputTensor> emitted, List<LayerOutput> outputs) {
    List<LayerOutputTensor> found = new ArrayList<>();
    outputs.forEach(output -> found.add(require(emitted, output)));
    return found;
  }

  private static <K, V> V require(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("'" + key + "' comes after a layer that reads it");
    }
    return value;
  }
}
