package io.rhyton.examples.arguments;

import io.rhyton.checkpoint.ModelCheckpoint;
import io.rhyton.data.Column;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.Source;
import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelNodes;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.OneHotIoU;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.CommonOptions;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.Weights;
import io.rhyton.pretrained.ImageNetClasses;
import io.rhyton.report.Classification;
import io.rhyton.report.ConfusionMatrix;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.savedmodel.SavedModelVariables;
import io.rhyton.savedmodel.TrainableModel;
import io.rhyton.training.Model;
import io.rhyton.training.fit.EpochOptions;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.Validation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;

/** The values that no factory makes from values of its parameters, with models and files. */
final class SampleValues implements AutoCloseable {
  private final Model model;
  private final TrainableModel trainable;
  private final Samples samples;

  @SuppressWarnings("MustBeClosedChecker") // Closed below.
  SampleValues(Path folder) {
    ModelSpec spec = Sequential.vector(2).add("a", Dense.of(2)).build("m");
    Dataset data =
        Dataset.vectors(new float[][] {{1, 2}, {3, 4}}, new int[] {0, 1})
            .classNames(List.of("a", "b"));
    model = Model.compile(spec, Adam.of(), SparseCategoricalCrossentropy.of());
    Path saved = folder.resolve("saved");
    SavedModel.write(model, saved, SavedModel.withTraining());
    trainable = SavedModel.readTrainable(saved);
    Path file = folder.resolve("model.keras");
    KerasFile.write(model, file);
    Fit fit = Fit.epochs(1);
    samples =
        numbers()
            .with(Class.class, FeatureVector.class)
            .with(Classification.class, Classification.of(model, data, List.of("a", "b")))
            .with(Column.class, data.input())
            .with(CommonOptions.class, Adam.of())
            .with(ConfusionMatrix.class, ConfusionMatrix.of(new int[1], new int[1], List.of("a")))
            .with(Dataset.class, data)
            .with(Duration.class, Duration.ofSeconds(1))
            .with(EpochOptions.class, fit.epochOptions())
            .with(Execution.class, Execution.defaults())
            .with(Fit.class, fit)
            .with(FloatNdArray.class, NdArrays.ofFloats(Shape.of(1, 2)))
            .with(Instant.class, Instant.EPOCH)
            .with(IoU.class, IoU.of(2, List.of(1)))
            .with(KerasModel.class, KerasFile.read(file))
            .with(LabelColumn.class, data.label())
            .with(Model.class, model)
            .with(ModelCheckpoint.class, ModelCheckpoint.of(model, folder.resolve("a.keras")))
            .with(ModelNodes.class, ModelNodes.of(spec))
            .with(ModelSpec.class, spec)
            .with(Node.class, Functional.vector("in", 2))
            .with(Object.class, "object")
            .with(OneHotIoU.class, OneHotIoU.of(2, List.of(1)))
            .with(OutputStream.class, new ByteArrayOutputStream())
            .with(Path.class, folder.resolve("none"))
            .with(Predictor.class, model)
            .with(PrintStream.class, new PrintStream(new ByteArrayOutputStream()))
            .with(SavedModelVariables.class, SavedModel.readVariables(saved))
            .with(Shape.class, Shape.of(2))
            .with(Source.class, data)
            .with(String.class, "a")
            .with(TrainableModel.class, trainable)
            .with(URI.class, URI.create("https://example.org/x"))
            .with(Validation.class, fit.validation())
            .with(Weights.class, model.weights())
            .with(Weights.Builder.class, Weights.builder())
            // Its factory downloads a file.
            .without(ImageNetClasses.class);
  }

  private static Samples numbers() {
    return new Samples()
        .with(boolean.class, true)
        .with(Boolean.class, true)
        .with(byte.class, (byte) 1)
        .with(char.class, 'a')
        .with(double.class, 0.5)
        .with(Double.class, 0.5)
        .with(float.class, 0.5f)
        .with(Float.class, 0.5f)
        .with(int.class, 2)
        .with(Integer.class, 2)
        .with(long.class, 2L)
        .with(Long.class, 2L)
        .with(Number.class, 2);
  }

  Samples samples() {
    return samples;
  }

  @Override
  public void close() {
    trainable.close();
    model.close();
  }
}
