package io.rhyton.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.graph.variable.CountedScope;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.op.Ops;

/**
 * The size of a graph is linear in the number of layers, and so is roughly the time to build it.
 */
class LargeGraphTest {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** Building takes less than a second on an idle machine; the rest is for busy ones. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  @Test
  void twoHundredLayersAreBuiltInAboutASecond() {
    assertThat(fastest(LargeGraphTest::stack)).isLessThan(LIMIT);
  }

  /** The backward pass is cut at each ReLU, and the residual connections bypass the cuts. */
  @Test
  void twoHundredLayersOfResidualBlocksAreBuiltInAboutASecond() {
    assertThat(fastest(LargeGraphTest::residual)).isLessThan(LIMIT);
  }

  /** The CPU time of this thread from the first layer's record to the training graph. */
  private static Duration fastest(IntFunction<ModelSpec> model) {
    build(model.apply(4));
    Duration fastest = Duration.ofDays(1);
    for (int i = 0; i < 3; i++) {
      long start = THREAD.getCurrentThreadCpuTime();
      build(model.apply(200));
      Duration taken = Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - start);
      fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
    }
    return fastest;
  }

  @Test
  void everyFurtherBlockAddsTheSameNumberOfOperations() {
    int twenty = build(residual(20));
    int forty = build(residual(40));
    int sixty = build(residual(60));
    assertThat(sixty - forty).isEqualTo(forty - twenty);
  }

  private static ModelSpec stack(int layers) {
    Sequential<Image> model = Sequential.image(4, 4, 2);
    for (int i = 0; i < layers / 2; i++) {
      model = model.add(Conv2D.of(2, 3).padding(Padding.SAME)).add(BatchNormalization.of());
    }
    return model.add(Flatten.of()).build("stack");
  }

  private static ModelSpec residual(int layers) {
    Node<Image> image = Functional.image(4, 4, 2);
    Node<Image> x = image;
    for (int i = 0; i < layers / 4; i++) {
      Node<Image> y =
          x.then(Conv2D.of(2, 3).padding(Padding.SAME))
              .then(BatchNormalization.of())
              .then(ReLU.of());
      x = Add.of(x, y);
    }
    return Functional.build("residual", image, x.then(Flatten.of()));
  }

  /** Returns the number of operations. */
  private static int build(ModelSpec spec) {
    CompileSpec compile = CompileSpec.of(Adam.of(), MeanSquaredError.of());
    try (ModelGraph graph = GraphBuilder.build(spec.resolve(), compile, 0)) {
      int operations = 0;
      for (Iterator<GraphOperation> all = graph.graph().operations(); all.hasNext(); all.next()) {
        operations++;
      }
      return operations;
    }
  }

  @Test
  void opNamesMatchTensorFlowJava() {
    assertThat(names(true)).isEqualTo(names(false)).contains("a/b_1/Const_1", "a/b/given");
  }

  private static List<String> names(boolean counted) {
    try (Graph graph = new Graph()) {
      Ops root = Ops.create(graph);
      Ops tf = counted ? CountedScope.of(root) : root;
      Ops a = tf.withSubScope("a");
      a.constant(1f);
      Ops b = a.withSubScope("b");
      b.constant(1f);
      b.withName("given").constant(1f);
      b.withName("given").constant(1f);
      Ops again = a.withSubScope("b");
      again.constant(1f);
      again.constant(1f);
      List<String> names = new ArrayList<>();
      graph.operations().forEachRemaining(op -> names.add(op.name()));
      return names;
    }
  }
}
