package io.rhyton.keras.weights;

/**
 * Why a layer of a file does not match a layer of a model.
 *
 * @param expected what the model needs
 * @param received what the file has
 */
public record LayerMismatch(String expected, String received) {
  @Override
  public String toString() {
    return "expected " + expected + ", got " + received;
  }
}
