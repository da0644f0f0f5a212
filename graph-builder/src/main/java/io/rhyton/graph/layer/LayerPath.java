package io.rhyton.graph.layer;

import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;

/**
 * The path of a layer call through the models that it is nested in.
 *
 * @param weights the prefix of the names of the layer's weights
 * @param call identifies this call of the layer, for random numbers
 * @param repeats the number of earlier calls of the layer and of the models around it
 * @param trainable whether the layer and all models around it are trainable
 */
record LayerPath(String weights, String call, int repeats, boolean trainable) {
  static final LayerPath ROOT = new LayerPath("", "", 0, true);

  LayerPath of(ResolvedLayer layer, ResolvedCall use) {
    String repeat = use.call() == 0 ? "" : ":" + use.call();
    return new LayerPath(
        weights + layer.name() + "/",
        (call.isEmpty() ? "" : call + "/") + layer.name() + repeat,
        repeats + use.call(),
        trainable && layer.trainable());
  }

  /** Returns the path of a layer that this one wraps. */
  LayerPath inside(String name) {
    return new LayerPath(weights + name + "/", call + "/" + name, repeats, trainable);
  }
}
