package io.rhyton.keras.model;

/** The generation of Keras that wrote a configuration, inferred from its format. */
public enum KerasDialect {
  /** {@code batch_input_shape} and calls as lists: up to TensorFlow 2.15, and {@code tf_keras}. */
  KERAS_2,
  /** {@code batch_shape} and calls as objects. */
  KERAS_3
}
