package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.runtime.NativeRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TInt64;

/**
 * Checks that the variables of a loaded SavedModel have the shapes that its graph declares.
 * TensorFlow restores any shape, and its kernels then read and write beyond the values.
 */
final class RestoredVariables {
  private final Path folder;
  private final SavedModelBundle bundle;
  private final Ops tf;

  private RestoredVariables(Path folder, SavedModelBundle bundle) {
    this.folder = folder;
    this.bundle = bundle;
    this.tf = Ops.create(bundle.graph()).withSubScope("rhyton_shapes");
  }

  /** A variable of the graph. */
  private record Declared(String name, Shape shape, Output<?> handle) {}

  /**
   * Checks the shapes.
   *
   * @throws ArtifactException if a variable has another
   */
  static void requireShapes(Path folder, SavedModelBundle bundle) {
    RestoredVariables variables = new RestoredVariables(folder, bundle);
    List<Declared> declared = variables.declared();
    try {
      variables.requireShapes(declared);
    } catch (TensorFlowException e) {
      // A variable without a value has no shape. It is rare, so the flags are not always fetched.
      variables.requireShapes(variables.initialized(declared));
    }
  }

  private List<Declared> declared() {
    List<Declared> declared = new ArrayList<>();
    for (NodeDef node : bundle.metaGraphDef().getGraphDef().getNodeList()) {
      if (node.getOp().equals(UntrustedGraph.VARIABLE)) {
        Shape shape = LoadedFunction.shape(node.getAttrOrThrow("shape").getShape());
        Output<?> handle = bundle.graph().output(node.getName());
        if (!shape.isUnknown() && handle != null) {
          declared.add(new Declared(node.getName(), shape, handle));
        }
      }
    }
    return declared;
  }

  /** Returns those with a value. */
  private List<Declared> initialized(List<Declared> all) {
    List<Operand<?>> flags = new ArrayList<>();
    for (Declared variable : all) {
      flags.add(tf.varIsInitializedOp(variable.handle));
    }
    List<Declared> initialized = new ArrayList<>();
    try (Result result = fetched(flags)) {
      for (int i = 0; i < all.size(); i++) {
        if (((TBool) result.get(i)).getBoolean()) {
          initialized.add(all.get(i));
        }
      }
    }
    return initialized;
  }

  private void requireShapes(List<Declared> variables) {
    if (variables.isEmpty()) {
      return; // A run needs something to fetch.
    }
    List<Operand<?>> shapes = new ArrayList<>();
    for (Declared variable : variables) {
      shapes.add(tf.variableShape(variable.handle, TInt64.class));
    }
    try (Result result = fetched(shapes)) {
      for (int i = 0; i < variables.size(); i++) {
        requireShape(variables.get(i), (TInt64) result.get(i));
      }
    }
  }

  @MustBeClosed
  private Result fetched(List<Operand<?>> operands) {
    Session.Runner runner = bundle.session().runner();
    operands.forEach(runner::fetch);
    return NativeRuntime.run(runner);
  }

  private void requireShape(Declared variable, TInt64 sizes) {
    long[] actual = new long[(int) sizes.size()];
    for (int i = 0; i < actual.length; i++) {
      actual[i] = sizes.getLong(i);
    }
    Shape shape = Shape.of(actual);
    if (!variable.shape.isCompatibleWith(shape)) {
      throw new ArtifactException(
          SavedModelWriter.KIND,
          folder,
          "a variable "
              + MessageText.name(variable.name)
              + " of shape "
              + ShapeText.of(variable.shape),
          ShapeText.of(shape),
          "The folder is damaged: save the model again.");
    }
  }
}
