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
  private final PassWeights weights;
  private final List<Penalty> penalties;
  private final Phase phase;

  ModelEmitter(PassWeights weights, List<Penalty> penalties, Phase phase) {
    this.weights = weights;
    this.penalties = penalties;
    this.phase = phase;
  }

  /** Emits a model and returns one emission per output. */
  List<Emission> emit(Ops tf, ResolvedModel model, Place place, List<Emission> inputs) {
    Map<String, ResolvedLayer> layers = new HashMap<>();
    model.layers().forEach(layer -> layers.put(layer.name(), layer));
    Set<LayerOutput> shared = shared(model);
    Map<LayerOutput, Emission> emitted = new HashMap<>();
    for (ResolvedCall call : model.calls()) {
      ResolvedLayer layer = require(layers, call.layer());
      List<Emission> outputs =
          layer.layer() instanceof InputLayer
              ? List.of(inputs.get(model.inputs().indexOf(layer.name())))
              : emitter(call).emit(tf, layer, call, place, all(emitted, call.inputs()));
      for (int i = 0; i < outputs.size(); i++) {
        LayerOutput output = new LayerOutput(call.layer(), call.call(), i);
        emitted.put(output, phase.handOn(tf, outputs.get(i), shared.contains(output)));
      }
    }
    return all(emitted, model.outputs());
  }

  private ModelEmitter emitter(ResolvedCall call) {
    return call.inferenceMode()
        ? new ModelEmitter(weights, penalties, phase.inInferenceMode())
        : this;
  }

  private List<Emission> emit(
      Ops tf, ResolvedLayer layer, ResolvedCall call, Place around, List<Emission> sources) {
    Place place = around.of(layer, call);
    Ops scope = tf.withSubScope(layer.name());
    if (layer.layer() instanceof NestedModel<?> nested) {
      return emit(scope, nested.model().resolve(), place, sources);
    }
    Emission emission =
        layer
            .layer()
            .accept(
                new LayerEmitter(
                    new LayerScope(scope, call, place, sources, weights, penalties, phase)));
    // A layer that passes its input through, like dropout in inference, keeps the activation of its
    // input.
    Emission source = sources.get(0);
    return List.of(emission.output() == source.output() ? source : emission);
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

  private static List<Emission> all(Map<LayerOutput, Emission> emitted, List<LayerOutput> outputs) {
    List<Emission> found = new ArrayList<>();
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
