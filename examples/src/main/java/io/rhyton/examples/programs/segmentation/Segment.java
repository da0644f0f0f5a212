package io.rhyton.examples.programs.segmentation;

import io.rhyton.data.Dataset;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.examples.programs.OutputFolder;
import io.rhyton.examples.programs.architectures.UNet;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains a U-Net for semantic segmentation. */
@Command(
    name = "segment",
    description = "Trains a U-Net for semantic segmentation of synthetic images.")
public final class Segment implements Callable<Integer> {
  /** The shapes and the background. */
  private static final int CLASSES = 1 + SyntheticShapes.CLASSES.size();

  private static final CompileSpec COMPILE =
      CompileSpec.of(
          Adam.of(2e-3),
          SparseCategoricalCrossentropy.of(),
          Accuracy.of(),
          MeanIoU.of(CLASSES).sparseYPred(false));
  private static final int SHOWN = SyntheticShapes.CLASSES.size();

  @Mixin private SegmentOptions options = new SegmentOptions();

  private Segment() {}

  @Override
  public Integer call() throws IOException {
    run(options);
    return 0;
  }

  static Scores run(SegmentOptions options) throws IOException {
    Fit fit = Fit.epochs(options.epochs).batchSize(options.batchSize).validationSplit(0.1);
    Path out = OutputFolder.make(options.out);
    Dataset train = SyntheticShapes.withMasks(options.samples, 1).rescale(1.0 / 255);
    int testSize = Math.max(options.samples / 4, SHOWN);
    Dataset test = SyntheticShapes.withMasks(testSize, 2).rescale(1.0 / 255);
    ModelSpec spec = UNet.spec(CLASSES);
    System.out.println(spec.summary());

    try (Model model = Model.compile(spec, COMPILE, options.execution.execution())) {
      History history = model.fit(train, fit);
      history.plot(out.resolve("curves.png"));
      Dataset shown = test.take(SHOWN);
      MaskGrid.write(shown, model.predict(shown), out.resolve("masks.png"));
      KerasFile.write(model, out.resolve("unet.keras"));
      Scores scores = model.evaluate(test);
      System.out.printf(
          "%nOn %d test images, the pixel accuracy is %.2f %% and the mean IoU is %.3f.%n",
          test.size(), 100 * scores.get("accuracy"), scores.get("mean_io_u"));
      System.out.println("Wrote " + out.resolve("masks.png") + ".");
      return scores;
    }
  }
}
