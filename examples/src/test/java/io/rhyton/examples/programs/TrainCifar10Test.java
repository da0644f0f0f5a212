package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.error.ModelException;
import io.rhyton.examples.cli.CommandRun;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.savedmodel.SavedModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.ndarray.Shape;

class TrainCifar10Test {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void trainingWritesTheOutputFilesOfEveryVariant(Variant variant) throws IOException {
    TrainOptions options = quick();
    options.variant = variant;
    TrainingReport report = TrainCifar10.run(options);

    assertThat(report.history().epochs()).hasSize(1);
    assertThat(report.test().get("accuracy")).isBetween(0.0, 1.0);
    Path out = options.outOrDefault();
    assertThat(out.resolve("report.txt")).hasContent(report.toString());
    assertThat(Files.readAllLines(out.resolve("history.csv")))
        .hasSize(2)
        .first()
        .isEqualTo("epoch,seconds,loss,accuracy,val_loss,val_accuracy");
    BufferedImage curves = ImageIO.read(out.resolve("curves.png").toFile());
    assertThat(curves.getWidth()).isGreaterThan(100);
    assertThat(out.resolve("curves.svg")).content().contains("<svg");
    assertThat(out.resolve("confusion.png")).isNotEmptyFile();
    assertThat(out.resolve("report.html")).content().contains("<h2>Confusion matrix</h2>");
    try (Predictor predictor = SavedModel.read(out.resolve("model"))) {
      assertThat(predictor.predict(SyntheticShapes.dataset(3, 1)).shape())
          .isEqualTo(Shape.of(3, 10));
    }
  }

  @Test
  void aModelTrainedInBfloat16IsExportedInFloat32() throws IOException {
    TrainOptions options = quick();
    options.execution.dtypePolicy = DTypePolicy.MIXED_BFLOAT16;
    TrainCifar10.run(options);
    assertThat(options.outOrDefault().resolve("model")).isDirectory();
  }

  @Test
  void cosineDecayChangesTheResult() throws IOException {
    Scores constant = TrainCifar10.run(quick()).test();
    TrainOptions options = quick();
    options.cosine = true;
    options.out = folder.resolve("cosine");
    assertThat(TrainCifar10.run(options).test()).isNotEqualTo(constant);
  }

  @Test
  void validationIsOptional() throws IOException {
    TrainOptions options = quick();
    options.validationSplit = 0;
    assertThat(TrainCifar10.run(options).toString()).contains("best validation accuracy  none\n");
    assertThat(options.outOrDefault().resolve("model")).isDirectory();
  }

  @Test
  void theSameSeedGivesTheSameResult() throws IOException {
    TrainingReport once = TrainCifar10.run(quick());
    TrainOptions again = quick();
    again.out = folder.resolve("again");
    assertThat(TrainCifar10.run(again).test()).isEqualTo(once.test());
  }

  @Test
  void anOutputFolderWithFilesIsRejectedFirst() throws IOException {
    TrainOptions options = quick();
    options.data.source = folder.resolve("no-data").toString();
    Path out = Files.createDirectory(options.outOrDefault());
    Files.writeString(out.resolve("kept.txt"), "kept");
    assertThatThrownBy(() -> TrainCifar10.run(options))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            out
                + ": expected a new or empty folder, got one with files in it. Delete it, or pass"
                + " another folder with --out.");
    assertThat(out.resolve("kept.txt")).hasContent("kept");
  }

  @Test
  void anOutputFolderThatCannotBeCreatedIsRejectedFirst() throws IOException {
    TrainOptions options = quick();
    Path file = Files.writeString(folder.resolve("file"), "");
    options.out = file.resolve("out");
    assertThatThrownBy(() -> TrainCifar10.run(options))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(options.out + ": expected a folder that can be created, got ")
        .hasMessageEndingWith(". Pass another folder with --out.");
  }

  @Test
  void missingDataIsAnError() {
    TrainOptions options = quick();
    options.data.source = folder.resolve("no-data").toString();
    assertThatThrownBy(() -> TrainCifar10.run(options))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no-data");
  }

  private TrainOptions quick() {
    TrainOptions options = new TrainOptions();
    options.data.samples = 100;
    options.epochs = 1;
    options.execution.seed = 7L;
    options.out = folder.resolve("out");
    return options;
  }

  @Test
  void curvesOfSeveralRunsArePlottedInOneChart() throws IOException {
    TrainOptions options = quick();
    TrainCifar10.run(options);
    Path chart = folder.resolve("both.svg");
    Path run = options.outOrDefault();
    CommandRun plotted =
        CommandRun.of(
            "curves", run.toString(), run.resolve("history.csv").toString(), "--out", "" + chart);
    assertThat(plotted.code()).as(plotted.err()).isZero();
    assertThat(chart).content().contains("Learning curves of out, history.csv: ");
    assertThat(CommandRun.of("curves", folder.resolve("none").toString()).err())
        .contains(
            ": expected a history.csv file or a folder that contains one, got no such file. Pass");
  }
}
