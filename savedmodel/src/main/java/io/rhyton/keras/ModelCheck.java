package io.rhyton.keras;

import io.rhyton.model.LayerOutput;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** What can be checked only once every shape is known. */
final class ModelCheck {
  private final ResolvedModel model;
  private final Map<LayerOutput, Shape> shapes = new HashMap<>();

  ModelCheck(ResolvedModel model) {
    this.model = model;
    for (ResolvedCall call : model.calls()) {
      for (int i = 0; i < call.outputShapes().size(); i++) {
        shapes.put(new LayerOutput(call.layer(), call.call(), i), call.outputShapes().get(i));
      }
    }
  }

  void check(List<ReadLayer> layers) {
    Map<String, ReadLayer> byName = new HashMap<>();
    layers.forEach(layer -> byName.put(layer.name(), layer));
    for (ResolvedCall call : model.calls()) {
      ReadLayer layer = byName.get(call.layer());
      if (layer != null) {
        checkLastAxis(layer, call);
      }
    }
  }

  private void checkLastAxis(ReadLayer layer, ResolvedCall call) {
    JsonValue axis = layer.lastAxis();
    if (axis == null) {
      return;
    }
    int last = Objects.requireNonNull(shapes.get(call.inputs().get(0))).numDimensions() - 1;
    if (axis.integer(last) != last) {
      axis.refuse("expected -1 or " + last + ", the last axis, got " + axis.node());
    }
  }
}
