/**
 * TF2 SavedModels: {@link io.rhyton.savedmodel.SavedModel} writes a model that Python loads as a
 * trainable object, and reads exports of Rhyton, TensorFlow and Keras.
 *
 * <p>A SavedModel has four parts that must be consistent, each with a class here: functions ({@code
 * InferenceEndpoints} and {@code TrainingEndpoints} in a {@code FunctionLibrary}), the objects that
 * own them and the variables ({@code ObjectGraph}), a graph for tools that do not support objects
 * ({@code MainGraph}), and the variables' values ({@code Checkpoint}). For reading, {@code
 * SavedModelReader} lets TensorFlow load the graph, and {@code TrainableReader} finds functions and
 * variables through the objects.
 *
 * <p>Source of the format: {@code tensorflow/core/protobuf/saved_object_graph.proto} and {@code
 * tensorflow/python/saved_model}, TensorFlow 2.18.
 */
@NullMarked
package io.rhyton.savedmodel;

import org.jspecify.annotations.NullMarked;
