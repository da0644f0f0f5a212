package io.rhyton.training;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.SplittableRandom;

/** A model and data that are small enough for tests and cover all kinds of training behavior. */
public final class SmallModels {
  public static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(0.01), SparseCategoricalCrossentropy.of(), Accuracy.of());

  private SmallModels() {}

  /** Images of 6 by 6 pixels in two classes, with dropout and batch normalization. */
  public static ModelSpec spec() {
    return Sequential.image(6, 6, 1)
        .add(Conv2D.of(4, 3).activation(RELU))
        .add(BatchNormalization.of())
        .add(MaxPooling2D.of(2))
        .add(Flatten.of())
        .add(Dropout.of(0.25))
        .add(Dense.of(2).activation(SOFTMAX))
        .build("small");
  }

  @MustBeClosed
  public static Model compiled(long seed) {
    return Model.compile(spec(), COMPILE, Execution.defaults().seed(seed));
  }

  /** Noise, with a bright left half for class 1. */
  public static Dataset images(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] pixels = new float[count * 36];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      for (int p = 0; p < 36; p++) {
        boolean left = p % 6 < 3;
        pixels[i * 36 + p] = (float) random.nextDouble() + (left ? labels[i] : 0);
      }
    }
    return Dataset.images(6, 6, 1, pixels, labels);
  }

  public static Fit fit(int epochs) {
    return Fit.epochs(epochs).batchSize(16).progress(Progress.NONE);
  }
}
