package io.rhyton.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.graph.variable.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class VariableAssignmentTest {
  @Test
  void allVariablesAreAssignedInOneRun() {
    assertThat(runs(200, 1)).isEqualTo(1);
  }

  @Test
  void valuesAreHeldInChunks() {
    int mebibyte = 1 << 18;
    assertThat(runs(130, mebibyte)).isEqualTo(3);
  }

  /** Assigns variables, each of which counts the runs that assign it. */
  private static long runs(int count, int size) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Variable<TInt64> runs =
          Variable.create(graph, tf, "runs", TInt64.class, DataType.DT_INT64, Shape.scalar());
      VariableAssignment.assign(session, List.of(NewValue.of(runs, 0)));
      // However many variables a run assigns, it adds one.
      Op add = tf.assignAddVariableOp(runs.handle(), tf.constant(1L));
      List<NewValue> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(anyValue(counted(tf, add, variable(graph, tf, "v" + i, size))));
      }
      VariableAssignment.assign(session, values);
      try (Result result = session.runner().fetch(runs.read()).run()) {
        return ((TInt64) result.get(0)).getLong();
      }
    }
  }

  private static Variable<TFloat32> variable(Graph graph, Ops tf, String name, int size) {
    return Variable.create(graph, tf, name, TFloat32.class, DataType.DT_FLOAT, Shape.of(size));
  }

  private static Variable<TFloat32> counted(Ops tf, Op add, Variable<TFloat32> variable) {
    Op both = tf.withControlDependencies(List.of(variable.assign(), add)).noOp();
    return new Variable<>(
        variable.name(),
        variable.shape(),
        variable.handle(),
        variable.read(),
        variable.newValue(),
        both);
  }

  private static NewValue anyValue(Variable<TFloat32> variable) {
    return new NewValue(variable, () -> TFloat32.tensorOf(variable.shape()));
  }
}
