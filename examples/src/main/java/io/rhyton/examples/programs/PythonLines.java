package io.rhyton.examples.programs;

import java.nio.file.Path;
import org.tensorflow.ndarray.Shape;

/** Python code to try out an exported model. */
final class PythonLines {
  private PythonLines() {}

  /**
   * Returns code that loads a SavedModel, predicts and trains for one step.
   *
   * @param folder the SavedModel
   * @param image shape of the input images: height, width and channels
   * @param classes number of classes
   */
  static String forModel(Path folder, Shape image, int classes) {
    // Python accepts / on every system, and \ would have to be escaped.
    String name = folder.toString().replace('\\', '/').replace("\"", "\\\"");
    return """
    import tensorflow as tf

    model = tf.saved_model.load("%s")
    images = tf.random.uniform([64, %d, %d, %d])  # use your own, with values from 0 to 1
    print(tf.argmax(model(images), axis=1))
    print([variable.name for variable in model.trainable_variables])

    labels = tf.one_hot(tf.range(64) %% %d, %d)  # one more training step, from Java's weights
    with tf.GradientTape() as tape:
        outputs = model(images, training=True)
        loss = tf.reduce_mean(tf.keras.losses.categorical_crossentropy(labels, outputs))
    print(loss)
    gradients = tape.gradient(loss, model.trainable_variables)
    for variable, gradient in zip(model.trainable_variables, gradients):
        variable.assign_sub(0.01 * gradient)
    tf.saved_model.save(model, "%s-from-python")
    """
        .formatted(name, image.get(0), image.get(1), image.get(2), classes, classes, name);
  }
}
