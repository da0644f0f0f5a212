package io.rhyton.examples.programs;

import io.rhyton.data.Dataset;
import io.rhyton.error.ModelException;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.shape.Size2D;
import io.rhyton.report.Classification;
import io.rhyton.report.RunReport;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tensorflow.ndarray.FloatNdArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains a network on small RGB images, evaluates it and exports it for Python. */
@Command(
    name = "train",
    description = "Trains a network on small RGB images, evaluates it and exports it for Python.")
public final class TrainCifar10 implements Callable<Integer> {
  private static final int COMPARED = 200;

  @Mixin TrainOptions options = new TrainOptions();

  TrainCifar10() {}

  @Override
  public Integer call() throws IOException {
    run(options);
    return 0;
  }

  static TrainingReport run(TrainOptions options) throws IOException {
    Fit fit =
        Fit.epochs(options.epochsOrDefault())
            .batchSize(options.batchSize)
            .validationSplit(options.validationSplit);
    Path out = OutputFolder.make(options.outOrDefault());
    Size2D size = new Size2D(options.imageSize, options.imageSize);
    ImageData data = options.data.read(size, 1.0 / 255);
    ModelSpec spec = options.variant.spec((int) data.shape().get(0), data.classes().size());
    Optimizer optimizer = optimizer(options, data.train().size());
    CompileSpec compile = CompileSpec.of(optimizer, options.variant.loss(), Accuracy.of());
    System.out.println(spec.summary());
    System.out.println("Training on " + data.train() + ", testing on " + data.test() + ".");

    try (Model model = Model.compile(spec, compile, options.execution.execution())) {
      History history = model.fit(data.train(), fit);
      Path folder = out.resolve("model");
      SavedModel.write(model, folder);
      history.plot(out.resolve("curves.png"));
      history.plot(out.resolve("curves.svg"));
      history.write(out.resolve("history.csv"));

      Scores test = model.evaluate(data.test());
      TrainingReport report = new TrainingReport(options.variant, history, test);
      Files.writeString(out.resolve("report.txt"), report.toString());
      System.out.println("\n" + report);
      writePage(options, data, fit, model, report);

      Dataset images = data.test().take(COMPARED);
      boolean exact = options.execution.dtypePolicy == DTypePolicy.FLOAT32;
      requirePredictions(folder, images, exact ? model.predict(images) : inFloat32(model, images));
      System.out.println(
          "To try the model in Python:\n\n"
              + PythonLines.forModel(folder, data.shape(), data.classes().size()));
      return report;
    }
  }

  /** Writes the HTML report and the plot of the confusion matrix. */
  private static void writePage(
      TrainOptions options, ImageData data, Fit fit, Model model, TrainingReport report)
      throws IOException {
    Path out = options.outOrDefault();
    int threads = options.execution.threads;
    Classification found = Classification.of(model, data.test(), data.classes());
    found.matrix().plot(out.resolve("confusion.png"));
    RunReport.of(model, report.history())
        .fit(fit)
        .setting("dtype policy", options.execution.dtypePolicy.name().toLowerCase(Locale.ROOT))
        .setting("threads", threads == 0 ? "one per core" : "" + threads)
        .setting("data", options.data.source)
        .setting("training set", data.train().toString())
        .setting("test set", data.test().toString())
        .scores("test", report.test())
        .classification(found, data.test())
        .write(out.resolve("report.html"));
    System.out.println("Wrote " + out.resolve("report.html") + ".\n");
  }

  private static Optimizer optimizer(TrainOptions options, int images) {
    double trainingImages = Math.floor(images * (1 - options.validationSplit));
    long stepsPerEpoch = (long) Math.ceil(trainingImages / options.batchSize);
    return options.variant.optimizer(options.epochsOrDefault() * stepsPerEpoch, options.cosine);
  }

  /** Predicts in float32, as the exported model does, so that their outputs can be compared. */
  private static FloatNdArray inFloat32(Model model, Dataset images) {
    try (Model exact = Model.compile(model.spec(), model.compileSpec())) {
      exact.loadWeights(model.weights());
      return exact.predict(images);
    }
  }

  private static void requirePredictions(Path folder, Dataset images, FloatNdArray expected) {
    try (Predictor reloaded = SavedModel.read(folder)) {
      double difference = largestDifference(expected, reloaded.predict(images));
      if (difference != 0) {
        throw new ModelException(
            folder.toString(),
            "the predictions of the model in memory",
            "predictions that differ by up to " + difference,
            "Do not use the exported model.");
      }
      System.out.printf(
          "Wrote %s; reloaded, it gives identical predictions for %d test images.%n%n",
          folder, images.size());
    }
  }

  private static double largestDifference(FloatNdArray one, FloatNdArray other) {
    double largest = 0;
    for (int sample = 0; sample < one.shape().get(0); sample++) {
      for (int output = 0; output < one.shape().get(1); output++) {
        double difference = Math.abs(one.getFloat(sample, output) - other.getFloat(sample, output));
        largest = Math.max(largest, difference);
      }
    }
    return largest;
  }
}
