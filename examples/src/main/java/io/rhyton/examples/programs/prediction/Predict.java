package io.rhyton.examples.programs.prediction;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.error.ModelException;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.savedmodel.SavedModelOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies images with a trained model. */
@Command(name = "predict", description = "Classifies images with a trained model.")
public final class Predict implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A .keras or .h5 file with weights, or a SavedModel folder.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description =
          "A PNG, JPEG, GIF or BMP file, which is resized to the input size of the model.")
  private List<Path> images = List.of();

  @Option(
      names = "--rescale",
      paramLabel = "FACTOR",
      converter = FactorConverter.class,
      description =
          "Factor by which pixel values from 0 to 255 are multiplied, such as 1 or 1/255; required"
              + " for a SavedModel, whose layers are unknown (default: 1 for a model that begins"
              + " with a Rescaling layer, else 1/255).")
  private @Nullable Double rescale;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Text file with one class name per line (default: class indices are printed).")
  private @Nullable Path labels;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "Number of classes to print, the most likely first (default: ${DEFAULT-VALUE}).")
  private int top = 5;

  @Option(
      names = "--trust",
      description =
          "Run a SavedModel whose graph can touch files or the network, which is refused otherwise.")
  private boolean trust;

  @Spec private @Nullable CommandSpec spec;

  /** Called by picocli. */
  public Predict() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<String> names = labels == null ? List.of() : Files.readAllLines(labels);
    @Nullable KerasModel model = isSavedModel(file) ? null : KerasFile.read(file);
    double factor = rescale != null ? rescale : factor(model);
    try (Predictor predictor = open(model)) {
      requireOneInputAndOutput(predictor);
      for (Path image : images) {
        float[] sample = ImagePixels.read(image, predictor.inputShape().tail(), factor);
        out.println(image + ": " + text(predictor.predict(sample), names));
        out.flush();
      }
    }
    return 0;
  }

  /** Whether the file is a SavedModel without Keras metadata, which can only be run. */
  private static boolean isSavedModel(Path file) {
    return Files.exists(file.resolve("saved_model.pb"))
        && !Files.exists(file.resolve("keras_metadata.pb"));
  }

  @MustBeClosed
  private Predictor open(@Nullable KerasModel model) {
    if (model != null) {
      return model.predictor();
    }
    return trust ? SavedModel.read(file, SavedModelOptions.trusted()) : SavedModel.read(file);
  }

  private double factor(@Nullable KerasModel model) {
    if (model == null) {
      throw new ModelException(
          "SavedModel '" + file + "'",
          "--rescale",
          "no factor for a model that may or may not rescale pixels itself",
          "Pass --rescale 1 if it takes values from 0 to 255, or --rescale 1/255 if it takes"
              + " values from 0 to 1.");
    }
    return PixelScale.of(model);
  }

  private void requireOneInputAndOutput(Predictor predictor) {
    Set<String> inputs = predictor.inputShapes().keySet();
    Set<String> outputs = predictor.outputShapes().keySet();
    if (inputs.size() != 1 || outputs.size() != 1) {
      throw new ModelException(
          "Model '" + file + "'",
          "one input and one output",
          "inputs " + inputs + " and outputs " + outputs,
          "Use Predictor in a Java program.");
    }
  }

  private String text(float[] outputs, List<String> names) {
    return IntStream.range(0, outputs.length)
        .boxed()
        .sorted(Comparator.comparing((Integer index) -> -outputs[index]))
        .limit(top)
        .map(
            index ->
                String.format(
                    Locale.ROOT,
                    "%s %.4f",
                    index < names.size() ? names.get(index) : "#" + index,
                    outputs[index]))
        .collect(Collectors.joining(", "));
  }
}
