/**
 * TF2 SavedModels: {@link io.rhyton.savedmodel.SavedModel} writes a model so that Python opens it
 * as a trainable object, and reads what Rhyton, TensorFlow or Keras exported.
 *
 * <p>A SavedModel is four things that must agree, and each has a class here: functions ({@code
 * InferenceEndpoints} and {@code TrainingEndpoints} in a {@code FunctionLibrary}), the objects that
 * own them and the variables ({@code ObjectGraph}), a graph for tools that know no objects ({@code
 * MainGraph}), and the variables' values ({@code Checkpoint}). Reading, {@code SavedModelReader}
 * has TensorFlow load the graph, and {@code TrainableReader} finds functions and variables by the
 * objects.
 *
 * <p>Source of the format: {@code tensorflow/core/protobuf/saved_object_graph.proto} and {@code
 * tensorflow/python/saved_model}, TensorFlow 2.18.
 */
@NullMarked
package io.rhyton.savedmodel;

import org.jspecify.annotations.NullMarked;
