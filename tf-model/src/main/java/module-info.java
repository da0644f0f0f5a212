/**
 * Keras models as values: layers, weights, losses, metrics, optimizers and shapes, in pure Java.
 */
module io.rhyton.model {
  requires transitive org.tensorflow.ndarray;
  requires static transitive org.jspecify;

  exports io.rhyton.applications;
  exports io.rhyton.error;
  exports io.rhyton.model;
  exports io.rhyton.model.augmentation;
  exports io.rhyton.model.compile;
  exports io.rhyton.model.layer;
  exports io.rhyton.model.layer.geometry;
  exports io.rhyton.model.objective;
  exports io.rhyton.model.optimizer;
  exports io.rhyton.model.schedule;
  exports io.rhyton.model.shape;
  exports io.rhyton.model.weight;
}
