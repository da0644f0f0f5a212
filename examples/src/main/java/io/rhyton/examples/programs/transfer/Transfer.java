package io.rhyton.examples.programs.transfer;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.data.Dataset;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.examples.programs.architectures.ResNet20;
import io.rhyton.execution.Execution;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelNodes;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.Weights;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares transfer learning with training from scratch on a small data set. */
@Command(
    name = "transfer",
    description = "Compares transfer learning with training from scratch on a small data set.")
public final class Transfer implements Callable<Integer> {
  private static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(1e-3), SparseCategoricalCrossentropy.of(), Accuracy.of());
  private static final Adam FINE_TUNING = Adam.of(3e-4);
  private static final String FEATURES = "global_average_pooling2d";

  @Mixin private TransferOptions options = new TransferOptions();

  private Transfer() {}

  @Override
  public Integer call() {
    run(options);
    return 0;
  }

  /**
   * The test accuracies of the compared models.
   *
   * @param head with a new head on the frozen, pretrained network
   * @param whole after all layers of that model were fine-tuned
   * @param scratch with the same network trained from random weights
   */
  record Accuracies(double head, double whole, double scratch) {}

  static Accuracies run(TransferOptions options) {
    Fit fit = fit(options.epochs);
    Weights weights =
        SavedModel.readVariables(options.trained.resolve("model")).weightsOf(ResNet20.spec());
    Dataset train = SyntheticShapes.dataset(options.samples, 1).rescale(1.0 / 255);
    Dataset test = SyntheticShapes.dataset(options.tested, 2).rescale(1.0 / 255);
    Execution execution = options.execution.execution();

    ModelSpec body = ResNet20.spec().upTo(FEATURES);
    ModelNodes nodes = ModelNodes.of(body);
    ModelSpec spec =
        Functional.build(
            "shapes",
            nodes.input(),
            nodes
                .output(FEATURES, FeatureVector.class)
                .then("shape", Dense.of(SyntheticShapes.CLASSES.size()).activation(SOFTMAX)));
    ModelSpec frozen = spec.freezeUpTo(FEATURES);
    ModelSpec unfrozen = spec.freeze(layer -> layer.layer() instanceof BatchNormalization);

    try (Model head = Model.compile(frozen, COMPILE, execution)) {
      head.loadWeights(body, weights);
      head.fit(train, fit);
      double headAlone = accuracy("New head on the frozen network", head, test);
      try (Model whole = head.recompile(unfrozen, FINE_TUNING);
          Model scratch = Model.compile(spec, COMPILE, execution)) {
        whole.fit(train, fit);
        double all = accuracy("All layers fine-tuned after that", whole, test);
        scratch.fit(train, fit(2 * options.epochs));
        double fromScratch = accuracy("Same network trained from scratch", scratch, test);
        return new Accuracies(headAlone, all, fromScratch);
      }
    }
  }

  private static Fit fit(int epochs) {
    return Fit.epochs(epochs).batchSize(16).progress(Progress.NONE);
  }

  private static double accuracy(String label, Model model, Dataset test) {
    double accuracy = model.evaluate(test, 32, Progress.NONE).get("accuracy");
    System.out.printf(
        "%-38s %.1f %% test accuracy (%d images)%n", label, 100 * accuracy, test.size());
    return accuracy;
  }
}
