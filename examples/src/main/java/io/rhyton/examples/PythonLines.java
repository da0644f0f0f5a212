package io.rhyton.examples;

import java.nio.file.Path;

/** What to try in Python with a model that was written here. */
final class PythonLines {
  private PythonLines() {}

  static String forModel(Path folder) {
    // Python takes / on every system, and \ would have to be doubled.
    String name = folder.toString().replace('\\', '/').replace("\"", "\\\"");
    return """
        import tensorflow as tf

        model = tf.saved_model.load("%s")
        images = tf.random.uniform([64, 32, 32, 3])  # your own, with values from 0 to 1
        print(tf.argmax(model(images), axis=1))
        print([variable.name for variable in model.trainable_variables])

        labels = tf.one_hot(tf.range(64) %% 10, 10)  # one step on, from Java's weights
        with tf.GradientTape() as tape:
            outputs = model(images, training=True)
            loss = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(labels, outputs))
        print(loss)
        gradients = tape.gradient(loss, model.trainable_variables)
        for variable, gradient in zip(model.trainable_variables, gradients):
            variable.assign_sub(0.01 * gradient)
        tf.saved_model.save(model, "%s-from-python")
        """
        .formatted(name, name);
  }
}
