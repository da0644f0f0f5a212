package io.rhyton.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.Summary;

class TensorBoardTest {
  private static final Dataset LINE =
      Dataset.vectors(new float[][] {{1}, {2}, {3}}, new float[][] {{2}, {4}, {6}});

  @TempDir private Path folder;

  @MustBeClosed
  private static Model model(LearningRate learningRate) {
    return Model.compile(
        Sequential.vector(1).add(Dense.of(1)).build("line"),
        SGD.of(learningRate),
        MeanSquaredError.of());
  }

  private static Fit fit(int epochs, Callback... callbacks) {
    return Fit.epochs(epochs).batchSize(1).progress(Progress.NONE).callbacks(callbacks);
  }

  private List<Event> events(String run) throws IOException {
    return EventFileReader.in(folder.resolve(run));
  }

  private static float single(History history, String metric, int epoch) {
    return history.values(metric).get(epoch).floatValue();
  }

  @Test
  void epochScoresAreWrittenUnderKerasNames() throws IOException {
    try (Model model = model(LearningRate.of(0.01))) {
      Fit fit = fit(2, TensorBoard.of(folder)).validationSplit(0.4);
      History history = model.fit(LINE, fit);
      List<Event> train = events("train");
      assertThat(train.get(0).getFileVersion()).isEqualTo("brain.Event:2");
      assertThat(EventFileReader.scalars(train))
          .containsExactly(
              "epoch_loss 0 " + single(history, "loss", 0),
              "epoch_learning_rate 0 0.01",
              "epoch_loss 1 " + single(history, "loss", 1),
              "epoch_learning_rate 1 0.01");
      float first = single(history, "val_loss", 0);
      float second = single(history, "val_loss", 1);
      assertThat(EventFileReader.scalars(events("validation")))
          .containsExactly(
              "epoch_loss 0 " + first,
              "evaluation_loss_vs_iterations 1 " + first,
              "epoch_loss 1 " + second,
              "evaluation_loss_vs_iterations 2 " + second);
    }
  }

  @Test
  void theGraphIsTheModelsGraph() throws IOException {
    try (Model model = model(LearningRate.of(0.01))) {
      model.fit(LINE, fit(1, TensorBoard.of(folder)));
      GraphDef graph = GraphDef.parseFrom(events("train").get(1).getGraphDef());
      assertThat(graph.getNodeList()).extracting(NodeDef::getName).contains("dense/kernel");
      TensorBoard without = TensorBoard.of(folder.resolve("without")).writeGraph(false);
      model.fit(LINE, fit(1, without));
      assertThat(events("without/train")).noneMatch(event -> !event.getGraphDef().isEmpty());
      assertThat(folder.resolve("validation")).doesNotExist();
    }
  }

  @Test
  void batchScoresAreWrittenEveryNSteps() throws IOException {
    try (Model model = model(LearningRate.of(0.01))) {
      model.fit(LINE, fit(2, TensorBoard.of(folder).updateFreq(2)));
      assertThat(EventFileReader.scalars(events("train")))
          .extracting(text -> text.substring(0, text.lastIndexOf(' ')))
          .containsExactly(
              "batch_loss 2",
              "epoch_loss 0",
              "epoch_learning_rate 0",
              "batch_loss 4",
              "batch_loss 6",
              "epoch_loss 1",
              "epoch_learning_rate 1");
    }
  }

  @Test
  void theLearningRateOfAScheduleIsLoggedForTheNextStep() throws IOException {
    try (Model model = model(ExponentialDecay.of(0.5, 3, 0.5))) {
      model.fit(LINE, fit(2, TensorBoard.of(folder)));
      assertThat(EventFileReader.scalars(events("train")))
          .contains("epoch_learning_rate 0 0.25", "epoch_learning_rate 1 0.125");
    }
  }

  @Test
  void weightsAreWrittenAsHistograms() throws IOException {
    try (Model model = model(LearningRate.of(0.01))) {
      model.fit(LINE, fit(3, TensorBoard.of(folder).histogramFreq(2)));
      List<String> written = new ArrayList<>();
      for (Event event : events("train")) {
        for (Summary.Value value : event.getSummary().getValueList()) {
          if (EventFileReader.plugin(value).equals("histograms")) {
            written.add(value.getTag() + " " + event.getStep());
            assertThat(value.getTensor().getTensorContent().size()).isEqualTo(30 * 3 * 8);
          }
        }
      }
      assertThat(written)
          .containsExactly(
              "dense/kernel/histogram 0",
              "dense/bias/histogram 0",
              "dense/kernel/histogram 2",
              "dense/bias/histogram 2");
    }
  }

  @Test
  void epochsAreFlushedWhenTheyEnd() {
    List<Integer> seen = new ArrayList<>();
    Callback looking =
        new Callback() {
          @Override
          public void onEpochEnd(Training training, EpochLog log) {
            try {
              seen.add(EventFileReader.scalars(events("train")).size());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    try (Model model = model(LearningRate.of(0.01))) {
      model.fit(LINE, fit(2, TensorBoard.of(folder), looking));
    }
    assertThat(seen).containsExactly(2, 4);
  }

  @Test
  void eachTrainingWritesItsOwnFiles() throws IOException {
    try (Model model = model(LearningRate.of(0.01))) {
      TensorBoard board = TensorBoard.of(folder);
      model.fit(LINE, fit(1, board));
      model.fit(LINE, fit(2, board).initialEpoch(1));
      assertThat(EventFileReader.files(folder.resolve("train")))
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(file.getFileName().toString())
                      .matches("events\\.out\\.tfevents\\.\\d{10}\\.rhyton\\.\\d{3}\\.v2"));
    }
  }

  @Test
  void aFolderThatCannotBeCreatedIsAnErrorWithItsPath() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    try (Model model = model(LearningRate.of(0.01))) {
      assertThatThrownBy(() -> model.fit(LINE, fit(1, TensorBoard.of(inTheWay))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(inTheWay.resolve("train").toString())
          .hasMessageContaining(": expected a writable file, got ");
    }
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    assertThatThrownBy(() -> TensorBoard.of(folder).histogramFreq(-1))
        .hasMessage("histogramFreq must be >= 0, got -1");
    assertThatThrownBy(() -> TensorBoard.of(folder).updateFreq(0))
        .hasMessage("updateFreq must be > 0, got 0");
  }
}
