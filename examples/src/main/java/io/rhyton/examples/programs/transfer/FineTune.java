package io.rhyton.examples.programs.transfer;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.examples.programs.ImageData;
import io.rhyton.examples.programs.OutputFolder;
import io.rhyton.examples.programs.prediction.PixelScale;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelNodes;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.shape.Sizes;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tensorflow.ndarray.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fine-tunes a Keras model: trains a new head on the frozen layers, then all layers. */
@Command(
    name = "fine-tune",
    description =
        "Fine-tunes a Keras model: trains a new head on the frozen layers, then all layers.")
public final class FineTune implements Callable<Integer> {
  private static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(1e-3), CategoricalCrossentropy.of(), Accuracy.of());
  private static final Adam FINE_TUNING = Adam.of(1e-4);
  private static final int USUAL_SIDE = 224;

  @Mixin private FineTuneOptions options = new FineTuneOptions();

  private FineTune() {}

  @Override
  public Integer call() {
    run(options);
    return 0;
  }

  static Scores run(FineTuneOptions options) {
    Fit first = fit(options.headEpochs, options);
    Fit then = fit(options.headEpochs + options.epochs, options).initialEpoch(options.headEpochs);
    KerasModel old = KerasFile.read(options.model);
    ModelSpec body = Body.of(old.spec(), options.upTo);
    Path out = OutputFolder.make(options.out);
    ImageData data = read(options, old);

    ModelNodes nodes = ModelNodes.of(body.freeze());
    ModelSpec spec =
        Functional.build(
            old.spec().name(),
            nodes.input(),
            Body.features(body, nodes)
                .then("new_head", Dense.of(data.classes().size()).activation(SOFTMAX)));
    System.out.println(spec.summary());
    try (Model head = Model.compile(spec, COMPILE, options.execution.execution())) {
      head.loadWeights(body, old.requireWeights());
      head.fit(data.train(), first);
      System.out.println("Test scores with the new head alone: " + head.evaluate(data.test()));

      // Statistics of small batches would do more harm than good, so these layers stay frozen.
      ModelSpec unfrozen = spec.unfreeze(layer -> !(layer.layer() instanceof BatchNormalization));
      try (Model whole = head.recompile(unfrozen, FINE_TUNING)) {
        whole.fit(data.train(), then);
        Scores scores = whole.evaluate(data.test());
        System.out.println("Test scores after fine-tuning all layers: " + scores);
        KerasFile.write(whole, out.resolve("fine-tuned.keras"));
        System.out.println("Wrote " + out.resolve("fine-tuned.keras") + ".");
        return scores;
      }
    }
  }

  private static Fit fit(int epochs, FineTuneOptions options) {
    return Fit.epochs(epochs).batchSize(options.batchSize).validationSplit(0.1);
  }

  private static ImageData read(FineTuneOptions options, KerasModel model) {
    Size2D size = size(model);
    return options.preprocessing == null
        ? options.data.read(size, PixelScale.of(model))
        : options.data.read(size, 1).map(options.preprocessing::preprocess);
  }

  /** Returns the input size of the model, or a usual one if it takes images of any size. */
  private static Size2D size(KerasModel model) {
    Shape input = model.spec().resolve().inputShape();
    return input.numDimensions() == 4 && Sizes.areKnown(input)
        ? new Size2D((int) input.get(1), (int) input.get(2))
        : new Size2D(USUAL_SIDE, USUAL_SIDE);
  }
}
