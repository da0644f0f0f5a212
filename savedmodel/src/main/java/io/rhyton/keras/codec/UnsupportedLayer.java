package io.rhyton.keras.codec;

/** Why a layer cannot be taken over, and what to do. */
public final class UnsupportedLayer {
  private UnsupportedLayer() {}

  public static String reason(KerasObject object) {
    if (object.name().equals("Lambda")) {
      return "it holds Python code, which Java cannot run; put layers that Rhyton has in its place";
    }
    if (object.isOperation() || object.name().endsWith("OpLambda")) {
      return "an operation on tensors outside of any layer; use a layer that does the same";
    }
    if (!object.isBuiltIn()) {
      return "a class that Keras does not have, and so neither has Rhyton";
    }
    return "Rhyton has no such layer";
  }
}
