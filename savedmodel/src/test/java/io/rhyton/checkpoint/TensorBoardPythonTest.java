package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.TensorBoard;
import io.rhyton.history.History;
import io.rhyton.python.Python;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TensorBoard's own reader reads the event files that Java wrote. */
@Tag("python")
class TensorBoardPythonTest {
  private static final int EPOCHS = 3;

  @TempDir private Path temporary;

  @Test
  void tensorBoardReadsScoresHistogramsAndGraph() throws IOException, InterruptedException {
    Python python = Python.find();
    List<String> expected = new ArrayList<>();
    try (Model model = KilledTraining.model()) {
      TensorBoard board = TensorBoard.of(temporary.resolve("logs")).histogramFreq(EPOCHS - 1);
      Fit fit =
          Fit.epochs(EPOCHS)
              .batchSize(8)
              .validationSplit(0.2)
              .progress(Progress.NONE)
              .callbacks(board.updateFreq(KilledTraining.STEPS));
      History history = model.fit(KilledTraining.data(), fit);
      addScores(history, expected);
    }
    List<String> read = python.run("tensorboard_checks.py", temporary);
    assertThat(read).filteredOn(line -> line.startsWith("scalar")).hasSameElementsAs(expected);
    assertThat(read)
        .filteredOn(line -> line.matches("histogram train dense/kernel/histogram [02] .* 64"))
        .hasSize(2);
    assertThat(read).filteredOn(line -> line.startsWith("histogram")).hasSize(2 * 8);
    assertThat(read)
        .filteredOn(line -> line.startsWith("graph"))
        .singleElement()
        .asString()
        .matches("graph train [1-9]\\d\\d+");
  }

  private static void addScores(History history, List<String> lines) {
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      int steps = (epoch + 1) * KilledTraining.STEPS;
      for (String metric : List.of("loss", "mean_absolute_error")) {
        double train = history.values(metric).get(epoch);
        double validation = history.values("val_" + metric).get(epoch);
        lines.add(line("train epoch_" + metric, epoch, train));
        lines.add(line("train batch_" + metric, steps, train));
        lines.add(line("validation epoch_" + metric, epoch, validation));
        lines.add(line("validation evaluation_" + metric + "_vs_iterations", steps, validation));
      }
      lines.add(line("train epoch_learning_rate", epoch, 0.01f));
    }
  }

  /** TensorBoard converts the float in the file to double. */
  private static String line(String tag, int step, double value) {
    return "scalar " + tag + " " + step + " " + (double) (float) value;
  }
}
