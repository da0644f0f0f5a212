package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.Weights;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class EqualRunsTest {
  private static final int SAMPLES = 6;
  private static final Shape IMAGE = Shape.of(5, 4, 3);

  /** Grappler rewrote this graph to one of four others, until the optimization was disabled. */
  @Test
  void aTensorWithManyConsumersIsTrainedReproducibly() {
    ModelSpec spec = manyReaders();
    CompileSpec learning = CompileSpec.of(SGD.of(0.1), MeanSquaredError.of());
    Dataset batch = batch();
    Set<Weights> results = new HashSet<>();
    for (int run = 0; run < 12; run++) {
      try (Model model = Model.compile(spec, learning, Execution.defaults().seed(5))) {
        model.trainOnBatch(batch);
        model.trainOnBatch(batch);
        results.add(model.weights());
      }
    }
    assertThat(results).hasSize(1);
  }

  private static ModelSpec manyReaders() {
    Node<Image> image = Functional.image("image", 5, 4, 3);
    Node<Image> x = image.then("look", Conv2D.of(3, 1));
    Node<Image> gate = x.plus(3).then("gate", ReLU.of().maxValue(6)).dividedBy(6);
    Node<Image> y = gate.times(x).plus(x.absolute().subtractedFrom(1)).minus(x.negated());
    Node<Image> sum = y.dividedBy(x.power(2).plus(1)).plus(Add.of(x, y));
    return Functional.build("readers", image, sum.then(Flatten.of()).then("end", Dense.of(4)));
  }

  private static Dataset batch() {
    Random random = new Random(3);
    float[] pixels = new float[SAMPLES * (int) IMAGE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat() - 0.5f;
    }
    return Dataset.zip(Dataset.samples(IMAGE, pixels), Dataset.targets(new float[SAMPLES][4]));
  }
}
