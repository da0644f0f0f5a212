package io.rhyton.graph.layer;

import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;

/**
 * Where a layer is emitted, among the models that it is nested in.
 *
 * @param weights what its weights' names begin with
 * @param call what tells this use of it from others, for random numbers
 * @param repeats how many uses of it, and of the models around it, came before
 * @param trainable whether it and all models around it may learn
 */
record Place(String weights, String call, int repeats, boolean trainable) {
  static final Place ROOT = new Place("", "", 0, true);

  Place of(ResolvedLayer layer, ResolvedCall use) {
    String repeat = use.call() == 0 ? "" : ":" + use.call();
    return new Place(
        weights + layer.name() + "/",
        (call.isEmpty() ? "" : call + "/") + layer.name() + repeat,
        repeats + use.call(),
        trainable && layer.trainable());
  }

  /** The place of a layer that is part of the one here. */
  Place inside(String name) {
    return new Place(weights + name + "/", call + "/" + name, repeats, trainable);
  }
}
