package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.callback.EarlyStopping;
import io.rhyton.data.Dataset;
import io.rhyton.data.csv.CsvFile;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.execution.Execution;
import io.rhyton.history.History;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;

/** Names and values of 50 KB, in arguments and in files: messages stay lines of some length. */
class LongValuesTest {
  private static final String LINES = "a value\t\n".repeat(6_000);
  private static final String NAME = "layer".repeat(10_000);

  private static final Dataset PAIRS = Dataset.vectors(new float[2][3], new float[2][1]);

  @TempDir private static Path folder;

  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet("a layer's name", call(() -> Sequential.vector(3).add(LINES, Dense.of(2)))),
        argumentSet("a layer that is missing", call(() -> spec(NAME).layer(LINES))),
        argumentSet("a layer that does not fit", call(LongValuesTest::unfit)),
        argumentSet("a layer twice", call(LongValuesTest::twice)),
        argumentSet("shapes that differ", call(LongValuesTest::differing)),
        argumentSet("a weight that is missing", call(() -> weights().get(NAME))),
        argumentSet("weights of another model", call(() -> spec(NAME).requireFits(weights()))),
        argumentSet("an output", call(LongValuesTest::otherOutput)),
        argumentSet("inputs by name", call(LongValuesTest::inputs)),
        argumentSet("a monitored metric", call(LongValuesTest::monitor)),
        argumentSet("parts with one name", call(LongValuesTest::sameNames)),
        argumentSet("data for other inputs", call(LongValuesTest::otherInputs)),
        argumentSet("a device", call(() -> Execution.defaults().device(LINES))),
        argumentSet("a folder's classes", call(() -> images(folder))),
        argumentSet("a header", call(() -> csv("\"" + LINES + "\"\n1\n", "b"))),
        argumentSet("a column", call(() -> csv("b\n1\n", LINES))),
        argumentSet("a cell", call(() -> csv("b\n\"" + LINES + "\"\n", "b"))),
        argumentSet("a history's header", call(() -> history(LINES + "\n1,2"))),
        argumentSet("a history's line", call(() -> history("epoch,seconds,loss\n" + NAME))));
  }

  private static ThrowingCallable call(ThrowingCallable call) {
    return call;
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void areRefusedInALine(ThrowingCallable refused) {
    Throwable thrown = catchThrowable(refused);
    assertThat(thrown).isInstanceOf(RuntimeException.class);
    assertThat(thrown.getMessage()).hasSizeLessThan(2_000).doesNotContainPattern("\\p{Cntrl}");
  }

  private static ModelSpec spec(String name) {
    return Sequential.vector(3).add(name, Dense.of(1)).build("m");
  }

  private static Weights weights() {
    return Weights.builder().add(LINES, Shape.of(1), new float[1]).build();
  }

  private static void unfit() {
    ModelSpec recurrent = Sequential.sequence(4, 2).add(NAME, LSTM.of(2)).build("m");
    recurrent.resolve(List.of(Shape.of(-1, 4, 3, 2)));
  }

  private static void twice() {
    Sequential.vector(3).add(NAME, Dense.of(1)).add(NAME, Dense.of(1)).build("m");
  }

  private static void differing() {
    Functional.build(
        NAME,
        List.of(Functional.vector(NAME, 2), Functional.vector("b", 3)),
        List.of(Add.of(Functional.vector(NAME, 2), Functional.vector("b", 3))));
  }

  private static CompileSpec compile() {
    return CompileSpec.of(SGD.of(0.1), MeanSquaredError.of());
  }

  private static void otherOutput() {
    CompileSpec compile = CompileSpec.of(SGD.of(0.1)).loss(LINES, MeanSquaredError.of());
    try (Model model = Model.compile(spec(NAME), compile)) {
      model.spec();
    }
  }

  private static void inputs() {
    try (Model model = Model.compile(spec("a"), compile())) {
      model.predict(Map.of(LINES, NdArrays.ofFloats(Shape.of(1, 3))));
    }
  }

  private static void sameNames() {
    Dataset.zip(Dataset.vectors(new float[2][3]), PAIRS).named(LINES, LINES, "a");
  }

  private static void otherInputs() {
    try (Model model = Model.compile(spec("a"), compile())) {
      model.evaluate(PAIRS.named(LINES, NAME));
    }
  }

  private static void monitor() {
    try (Model model = Model.compile(spec("a"), compile())) {
      model.fit(PAIRS, SmallModels.fit(1).callbacks(EarlyStopping.of(LINES)));
    }
  }

  private static void images(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("images").resolve("a"));
    ImageFolder.of(folder.resolve("images")).classNames(LINES, NAME).dataset();
  }

  private static void csv(String content, String column) throws IOException {
    CsvFile.of(Files.writeString(folder.resolve("data.csv"), content)).floats(column).dataset();
  }

  private static void history(String content) throws IOException {
    History.read(Files.writeString(folder.resolve("history.csv"), content));
  }
}
