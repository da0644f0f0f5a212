package io.rhyton.history;

import static io.rhyton.history.Histories.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final History HISTORY =
      Histories.of(
          column("accuracy", 0.5, 0.75, 0.75),
          column("loss", 0.9, 0.1 + 0.2, 1e-17),
          column("val_error", 3, 2, 2));

  @TempDir Path folder;

  @Test
  void metricsAreInTheOrderLogged() {
    assertThat(HISTORY.metrics()).containsExactly("accuracy", "loss", "val_error");
    assertThat(HISTORY.values("accuracy")).containsExactly(0.5, 0.75, 0.75);
  }

  @Test
  void epochWithoutAMetricHasNaN() {
    Duration time = Duration.ZERO;
    History history =
        new History(
            List.of(
                new EpochLog(1, new Scores(Map.of("loss", 1.0)), time),
                new EpochLog(2, new Scores(Map.of("val_loss", 2.0)), time)),
            false,
            null);

    assertThat(history.values("val_loss")).containsExactly(Double.NaN, 2.0);
  }

  @Test
  void textIsATable() {
    History history =
        new History(
            List.of(
                new EpochLog(9, new Scores(Map.of("loss", 1.0)), Duration.ofMillis(1234)),
                new EpochLog(10, new Scores(Map.of("val_loss", 1e-5)), Duration.ofMillis(99_960))),
            false,
            "'val_loss' has not improved");
    assertThat(history)
        .hasToString(
            """
            epoch  seconds    loss    val_loss
                9      1.2  1.0000
               10    100.0          1.0000e-05
            Stopped: 'val_loss' has not improved""");
    assertThat(history.last()).hasToString("Epoch 10 - 100.0s - val_loss: 1.0000e-05");
    assertThat(new History(List.of(), true, null)).hasToString("no epochs\nInterrupted");
  }

  @Test
  void unknownMetricIsReportedWithTheKnownNames() {
    assertThatThrownBy(() -> HISTORY.values("val_loss"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metric must be one of [accuracy, loss, val_error], got 'val_loss'");
  }

  @Test
  void bestIsTheLowestLossOrErrorAndTheHighestOtherwise() {
    assertThat(HISTORY.best("loss").epoch()).isEqualTo(3);
    assertThat(HISTORY.best("val_error").epoch()).isEqualTo(2);
    assertThat(HISTORY.best("accuracy").epoch()).isEqualTo(2);
  }

  @Test
  void nanIsNeverBest() {
    History history =
        Histories.of(
            column("loss", Double.NaN, 2, Double.NaN), column("accuracy", Double.NaN, 0, 1));

    assertThat(history.best("loss").epoch()).isEqualTo(2);
    assertThat(history.best("accuracy").epoch()).isEqualTo(3);
  }

  @Test
  void lastIsTheLastCompletedEpoch() {
    assertThat(HISTORY.last().epoch()).isEqualTo(3);
    assertThat(HISTORY.interrupted()).isFalse();
  }

  @Test
  void emptyHistoryHasNoBestAndNoLastEpoch() {
    String message = "the history is empty: no epoch of the training was completed";

    assertThat(Histories.EMPTY.interrupted()).isTrue();
    assertThat(Histories.EMPTY.metrics()).isEmpty();
    assertThatThrownBy(Histories.EMPTY::last)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Histories.EMPTY.best("loss"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Histories.EMPTY.plot(folder.resolve("curves.png")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  @Test
  void epochsAreCopied() {
    List<EpochLog> epochs = new ArrayList<>(HISTORY.epochs());
    History history = new History(epochs, false, null);
    epochs.clear();

    assertThat(history.epochs()).hasSize(3);
  }

  @Test
  void epochZeroIsRejected() {
    assertThatThrownBy(() -> new EpochLog(0, HISTORY.last().scores(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("epoch must be > 0, got 0");
  }

  @Test
  void csvRoundTripsExactly() throws IOException {
    Path file = folder.resolve("history.csv");
    HISTORY.write(file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .containsExactly(
            "epoch,seconds,accuracy,loss,val_error",
            "1,1.5,0.5,0.9,3.0",
            "2,1.5,0.75,0.30000000000000004,2.0",
            "3,1.5,0.75,1.0E-17,2.0");
    assertThat(Double.parseDouble(lines.get(2).split(",", -1)[3])).isEqualTo(0.1 + 0.2);
  }

  @Test
  void csvOfAnEmptyHistoryIsItsHeader() throws IOException {
    Path file = folder.resolve("history.csv");
    Histories.EMPTY.write(file);

    assertThat(file).hasContent("epoch,seconds");
  }

  @Test
  void nameWithACommaIsQuoted() {
    assertThat(HistoryCsv.of(Histories.of(column("a,\"b\"", 1))))
        .isEqualTo("epoch,seconds,\"a,\"\"b\"\"\"\n1,1.5,1.0\n");
  }

  @Test
  void writingCreatesDirectoriesAndReplacesTheFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("runs/first/history.csv");
    Histories.EMPTY.write(file);
    HISTORY.write(file);

    assertThat(file).content().startsWith("epoch,seconds,accuracy");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void directoryIsNotOverwritten() {
    assertThatThrownBy(() -> HISTORY.write(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": expected a file, got a directory. Name a file in it.");
  }

  @Test
  void unwritableFileIsNamed() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    Path file = inTheWay.resolve("history.csv");

    assertThatThrownBy(() -> HISTORY.write(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": expected a writable file, got ")
        .hasMessageEndingWith(". Choose another path.");
  }

  @Test
  void writtenHistoryIsReadAgain() throws IOException {
    Path file = folder.resolve("history.csv");
    History history = Histories.of(column("a,\"b\"", 1, Double.NaN), column("loss", 1e-17, 0.3));
    history.write(file);

    assertThat(History.read(file).epochs()).isEqualTo(history.epochs());
  }

  @Test
  void corruptCsvIsReportedWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("history.csv"), "epoch,seconds,loss\n1,2.0,x\n");
    assertThatThrownBy(() -> History.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file
                + ": expected 3 values per line, some left empty, got '1,2.0,x' in line 2."
                + " Use a file written by History.write.");
    Files.writeString(file, "");
    assertThatThrownBy(() -> History.read(file))
        .hasMessageContaining("expected a header that begins with epoch,seconds, got ''");
  }
}
