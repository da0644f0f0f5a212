package io.rhyton.keras.codec;

/** Why a layer is not supported, and what to do about it. */
public final class UnsupportedLayer {
  private UnsupportedLayer() {}

  public static String reason(KerasObject object) {
    if (object.name().equals("Lambda")) {
      return "it contains Python code, which Java cannot run; replace it with supported layers";
    }
    if (object.isOperation() || object.name().endsWith("OpLambda")) {
      return "an unsupported operation on tensors; use an equivalent layer";
    }
    // An .h5 file has the package and the name of a registered class.
    if (!object.isBuiltIn() || object.name().contains(">")) {
      return "a custom class, which Rhyton does not support";
    }
    return "Rhyton has no such layer";
  }
}
