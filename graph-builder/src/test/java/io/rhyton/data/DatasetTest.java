package io.rhyton.data;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class DatasetTest {
  private static final float[][] PAIRS = {{1, 2}, {3, 4}, {5, 6}};

  @Test
  void bytesAreValuesFrom0To255() {
    Dataset images = Dataset.images(1, 2, 1, new byte[] {0, 1, (byte) 128, (byte) 255}, numbers(2));

    assertThat(images.size()).isEqualTo(2);
    assertThat(images.input().shape()).isEqualTo(Shape.of(1, 2, 1));
    assertThat(images.input().values(0)).containsExactly(0, 1);
    assertThat(images.input().values(1)).containsExactly(128, 255);
    assertThat(images).hasToString("2 samples of [1, 2, 1] with class indices");
  }

  @Test
  void floatsAreUnchanged() {
    Dataset images = Dataset.images(1, 1, 2, new float[] {0.5f, -3, Float.NaN, 7}, numbers(2));

    assertThat(images.input().values(0)).containsExactly(0.5f, -3);
    assertThat(images.input().values(1)).containsExactly(Float.NaN, 7);
  }

  @Test
  void labelsCanBeReadAsFloats() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {4, 0, 7});
    float[] into = new float[2];

    data.label().copy(2, into, 1);

    assertThat(data.label().kind()).isEqualTo(LabelKind.CLASS_INDICES);
    assertThat(data.label().shape().size()).isEqualTo(1);
    assertThat(data.label().classIndex(0)).isEqualTo(4);
    assertThat(into).containsExactly(0, 7);
  }

  @Test
  void theClassOfTargetsIsTheirArgmax() {
    Dataset data = Dataset.vectors(PAIRS, new float[][] {{0, 1, 0}, {3, 1, 3}, {-2, -2, -1}});
    float[] into = new float[3];

    data.label().copy(1, into, 0);

    assertThat(data.label().kind()).isEqualTo(LabelKind.TARGETS);
    assertThat(data.label().shape().size()).isEqualTo(3);
    assertThat(
            new int[] {
              data.label().classIndex(0), data.label().classIndex(1), data.label().classIndex(2)
            })
        .containsExactly(1, 0, 2);
    assertThat(into).containsExactly(3, 1, 3);
  }

  @Test
  void imagesForPredictionHaveNoLabels() {
    Dataset images = Dataset.images(1, 2, 1, new float[6]);

    assertThat(images.size()).isEqualTo(3);
    assertThat(images.labels()).isEmpty();
    assertThatThrownBy(() -> images.label().classIndex(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the data set has no labels");
  }

  @Test
  void takeAndSkipAreViews() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {10, 11, 12});

    Dataset middle = data.skip(1).take(1);

    assertThat(middle.size()).isEqualTo(1);
    assertThat(middle.input().values(0)).containsExactly(3, 4);
    assertThat(middle.label().classIndex(0)).isEqualTo(11);
    assertThatThrownBy(() -> middle.input().values(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> middle.label().classIndex(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void takeAndSkipStopAtTheEnd() {
    Dataset data = Dataset.vectors(PAIRS, numbers(3));

    assertThat(data.take(Integer.MAX_VALUE).size()).isEqualTo(3);
    assertThat(data.skip(2).skip(Integer.MAX_VALUE).size()).isZero();
    assertThat(data.skip(1).take(0).size()).isZero();
  }

  @Test
  void aNegativeCountIsRejected() {
    Dataset data = Dataset.vectors(PAIRS, numbers(3));

    assertThatThrownBy(() -> data.take(-1)).hasMessage("count must be >= 0, got -1");
    assertThatThrownBy(() -> data.skip(-1)).hasMessage("count must be >= 0, got -1");
  }

  @Test
  void rescaleMultipliesThenAdds() {
    Dataset bytes = Dataset.images(1, 1, 2, new byte[] {0, (byte) 255}, numbers(1));
    Dataset floats = Dataset.images(1, 1, 2, new float[] {0, 255}, numbers(1));

    assertThat(bytes.rescale(1.0 / 255).input().values(0)).containsExactly(0, 1);
    assertThat(bytes.rescale(2, -1).input().values(0)).containsExactly(-1, 509);
    assertThat(floats.rescale(2, -1).input().values(0)).containsExactly(-1, 509);
    assertThat(bytes.input().values(0)).containsExactly(0, 255);
  }

  @Test
  void samplesAreTransformedByAFunction() {
    Dataset data = Dataset.images(1, 1, 2, new byte[] {1, 2, 3, 4}, numbers(2));

    Dataset mapped = data.map(pixels -> new float[] {pixels[1], -pixels[0]}).skip(1);

    assertThat(mapped.input().values(0)).containsExactly(4, -3);
    assertThat(mapped.rescale(2, 1).input().values(0)).containsExactly(9, -5);
    assertThat(mapped.cache().input().values(0)).containsExactly(4, -3);
    assertThat(data.rescale(0.5).map(float[]::clone).input().values(0)).containsExactly(0.5f, 1);
    assertThat(data.input().values(0)).containsExactly(1, 2);
  }

  @Test
  void aFunctionKeepsTheShapeOfSamples() {
    Dataset data = Dataset.images(1, 1, 2, new byte[4], numbers(2));
    assertThatThrownBy(() -> data.map(pixels -> new float[3]).input().values(0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected a function that returns 2 values per sample, got 3. Keep the shape"
                + " of the samples.");
    assertThatThrownBy(() -> data.map(pixels -> new float[] {0, 0f / pixels[0]}).requireFinite())
        .hasMessageContaining("got NaN in sample 0");
  }

  @Test
  void bytesAndFloatsAreRescaledToTheSameBits() {
    byte[] bytes = new byte[256];
    float[] floats = new float[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
      floats[i] = i;
    }

    float[] fromBytes = twiceRescaled(Dataset.images(16, 16, 1, bytes, numbers(1)));
    float[] fromFloats = twiceRescaled(Dataset.images(16, 16, 1, floats, numbers(1)));

    assertThat(fromBytes).containsExactly(fromFloats);
    assertThat(fromBytes[255]).isEqualTo(1);
  }

  private static float[] twiceRescaled(Dataset data) {
    return data.rescale(1.0 / 255, 0.1).rescale(2, -1.2).input().values(0);
  }

  @Test
  void aNonFiniteScaleIsRejected() {
    Dataset data = Dataset.vectors(PAIRS, numbers(3));

    assertThatThrownBy(() -> data.rescale(Double.NaN)).hasMessage("scale must be finite, got NaN");
    assertThatThrownBy(() -> data.rescale(1, Double.POSITIVE_INFINITY))
        .hasMessage("offset must be finite, got Infinity");
  }

  @Test
  void oneHotRowsHaveASingle1() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {2, 0, 1}).skip(1).oneHot(3);
    float[] into = {9, 9, 9, 9};

    data.label().copy(1, into, 1);

    assertThat(data.label().kind()).isEqualTo(LabelKind.TARGETS);
    assertThat(data.label().shape().size()).isEqualTo(3);
    assertThat(data.label().classIndex(1)).isEqualTo(1);
    assertThat(into).containsExactly(9, 0, 1, 0);
  }

  @Test
  void aLabelOutOfRangeIsReportedWithItsSample() {
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, new int[] {0, 3, 1}).oneHot(3))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected labels from 0 to 2, got 3 at sample 1."
                + " Correct the label, or give the model more outputs.");
    assertThatThrownBy(
            () -> Dataset.vectors(PAIRS, new int[] {0, 1, -1}).label().requireClassIndices(3))
        .hasMessage(
            "Data set: expected labels from 0 to 2, got -1 at sample 2."
                + " Correct the label, or give the model more outputs.");
  }

  @Test
  void aLabelOutOfRangeDoesNotMatterInASkippedSample() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {0, 1, 99});

    assertThat(data.take(2).oneHot(2).label().shape().size()).isEqualTo(2);
  }

  @Test
  void labelsThatAreNotIntegersAreReported() {
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, new float[3][2]).label().requireClassIndices(2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected integer labels, got rows of 2 targets."
                + " Provide the labels as an int[].");
    assertThatThrownBy(() -> Dataset.images(1, 1, 1, new float[2]).oneHot(2))
        .hasMessage(
            "Data set: expected integer labels, got no labels."
                + " Provide the labels as an int[].");
  }

  @Test
  void zeroClassesAreRejected() {
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, numbers(3)).oneHot(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classes must be > 0, got 0");
  }

  @Test
  void mismatchedPixelsAndLabelsAreReported() {
    assertThatThrownBy(() -> Dataset.images(2, 2, 3, new byte[25], numbers(2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected 2 samples of 12 values [2, 2, 3], got 25 values."
                + " Provide as many samples as labels, each of the full shape.");
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, new float[2][1]))
        .hasMessage(
            "Data set: expected 2 samples of 2 values [2], got 6 values."
                + " Provide as many samples as labels, each of the full shape.");
  }

  @Test
  void anIncompleteImageIsReported() {
    assertThatThrownBy(() -> Dataset.images(2, 2, 3, new float[13]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected 1 samples of 12 values [2, 2, 3], got 13 values."
                + " Provide as many samples as labels, each of the full shape.");
  }

  @Test
  void anImageWithoutPixelsIsRejected() {
    assertThatThrownBy(() -> Dataset.images(0, 2, 3, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("height must be > 0, got 0");
    assertThatThrownBy(() -> Dataset.images(2, -1, 3, new byte[0], numbers(0)))
        .hasMessage("width must be > 0, got -1");
    assertThatThrownBy(() -> Dataset.images(2, 2, 0, new float[0], numbers(0)))
        .hasMessage("channels must be > 0, got 0");
  }

  @Test
  void aRowOfAnotherLengthIsReported() {
    assertThatThrownBy(() -> Dataset.vectors(new float[][] {{1, 2}, {3}}, numbers(2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected samples of equal length, 2, got 1 values in row 1."
                + " Provide the same number of values in each row.");
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, new float[][] {{1}, {2}, {3, 4}}))
        .hasMessage(
            "Data set: expected targets of equal length, 1, got 2 values in row 2."
                + " Provide the same number of values in each row.");
  }

  @Test
  void rowsWithoutValuesAreRejected() {
    assertThatThrownBy(() -> Dataset.vectors(new float[3][0], numbers(2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected samples of at least one value, got empty rows."
                + " Provide at least one value per row.");
  }

  @Test
  void moreValuesThanFitInAnArrayAreRejected() {
    float[] row = new float[100_000];
    float[][] rows = new float[30_000][];
    Arrays.fill(rows, row);

    assertThatThrownBy(() -> Dataset.vectors(rows, numbers(30_000)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected at most 2147483639 values, got 30000 samples of 100000."
                + " Use fewer samples at a time.");
  }

  @Test
  void aDataSetMayBeEmpty() {
    assertThat(Dataset.vectors(new float[0][], numbers(0)).size()).isZero();
    assertThat(Dataset.images(2, 2, 1, new float[0]).size()).isZero();
  }

  @Test
  void joinedDataHasTheInputsAndLabelsOfItsParts() {
    Dataset joined =
        Dataset.zip(
            Dataset.vectors(PAIRS, new int[] {0, 1, 2}).skip(1),
            Dataset.samples(Shape.of(1, 1), new byte[] {5, (byte) 200}),
            Dataset.targets(new float[][] {{7, 8}, {9, 10}, {11, 12}}).skip(1));

    assertThat(joined.size()).isEqualTo(2);
    assertThat(joined)
        .hasToString("2 samples of [2] and [1, 1] with class indices and targets [2]");
    assertThat(joined.inputs()).extracting(Column::shape).hasToString("[[2], [1, 1]]");
    assertThat(joined.inputs().get(0).values(0)).containsExactly(3, 4);
    assertThat(joined.rescale(2).inputs().get(1).values(1)).containsExactly(400);
    assertThat(joined.labels())
        .extracting(LabelColumn::kind)
        .containsExactly(LabelKind.CLASS_INDICES, LabelKind.TARGETS);
    assertThat(joined.skip(1).labels().get(0).classIndex(0)).isEqualTo(2);
    float[] target = new float[2];
    joined.skip(1).labels().get(1).copy(0, target, 0);
    assertThat(target).containsExactly(11, 12);
  }

  @Test
  void labelsCanHaveAShape() {
    Dataset numbers = Dataset.classIndices(Shape.of(2, 1), new int[] {0, 1, 2, 0});
    Dataset rows = numbers.oneHot(3);
    long[] read = new long[2];
    float[] row = new float[6];

    numbers.label().copyClassIndices(1, read, 0);
    rows.label().copy(1, row, 0);

    assertThat(numbers.size()).isEqualTo(2);
    assertThat(numbers).hasToString("2 labels: class indices [2, 1]");
    assertThat(read).containsExactly(2, 0);
    assertThat(rows.label().shape()).isEqualTo(Shape.of(2, 1, 3));
    assertThat(row).containsExactly(0, 0, 1, 1, 0, 0);
    assertThatThrownBy(() -> numbers.label().classIndex(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a sample has 2 integer labels, not one");
  }

  @Test
  void incompleteLabelsAreReported() {
    assertThatThrownBy(() -> Dataset.classIndices(Shape.of(2, 2), new int[6]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected labels of 4 values [2, 2], got 6 values."
                + " Provide a complete label for each sample.");
    assertThatThrownBy(() -> Dataset.targets(Shape.of(0), new float[6]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape must have sizes > 0, got [0]");
  }

  @Test
  void partsOfDifferentSizesAreReported() {
    assertThatThrownBy(() -> Dataset.zip(Dataset.vectors(PAIRS), Dataset.classIndices(numbers(2))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected parts of 3 samples, like the first, got a part of 2."
                + " Join data sets of equal size.");
    assertThatThrownBy(Dataset::zip)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parts must not be empty");
  }

  @Test
  void partsHaveDistinctNamesOrNone() {
    Dataset pairs = Dataset.vectors(PAIRS);
    assertThat(Dataset.zip(pairs.named("a"), pairs.named("b")).inputs())
        .extracting(Column::name)
        .containsExactly("a", "b");
    assertThat(Dataset.zip(pairs, pairs).inputs()).extracting(Column::name).containsOnly("");
    assertThatThrownBy(() -> Dataset.zip(pairs.named("a"), pairs.named("a")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected inputs with distinct names, or all without names, got [a, a]."
                + " Name each part with named(...).");
    assertThatThrownBy(() -> Dataset.zip(pairs.named("a"), pairs))
        .hasMessageContaining("got [a, ]");
    assertThatThrownBy(() -> Dataset.vectors(PAIRS, numbers(3)).named("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 names, inputs first, then labels, got [a]");
  }

  @Test
  void nestedArraysBecomeSamples() {
    Dataset images = Dataset.images(new float[][][][] {{{{1}, {2}}, {{3}, {4}}}});
    assertThat(images).hasToString("1 samples of [2, 2, 1]");
    assertThat(images.input().values(0)).containsExactly(1, 2, 3, 4);
    Dataset sequences = Dataset.sequences(new float[][][] {{{1, 2}}, {{3, 4}}});
    assertThat(sequences).hasToString("2 samples of [1, 2]");
    assertThat(sequences.input().values(1)).containsExactly(3, 4);
    assertThat(Dataset.vectors(new double[][] {{0.1, 2}}).input().values(0))
        .containsExactly(0.1f, 2);
    assertThat(Dataset.vectors(new int[][] {{3, 1}, {0, 7}}).input().values(1))
        .containsExactly(0, 7);
    assertThat(Dataset.images(new float[0][][][])).hasToString("0 samples of [1, 1, 1]");
  }

  @Test
  void labelsAreAddedFromArrays() {
    Dataset pairs = Dataset.vectors(PAIRS);
    assertThat(pairs.labels(new int[] {2, 0, 1}).label().classIndex(0)).isEqualTo(2);
    assertThat(pairs.labels(new float[] {0.5f, 2, 3}).label().values(0)).containsExactly(0.5f);
    assertThat(pairs.labels(new double[] {0.1, 2, 3}).label().values(0)).containsExactly(0.1f);
    assertThat(pairs.labels(new double[3][2]).label().shape()).isEqualTo(Shape.of(2));
    Dataset twice = pairs.labels(new float[3][4]).labels(new int[3]);
    assertThat(twice.labels())
        .extracting(LabelColumn::kind)
        .containsExactly(LabelKind.TARGETS, LabelKind.CLASS_INDICES);
    assertThatThrownBy(() -> pairs.labels(new int[2]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected parts of 3 samples, like the first, got a part of 2."
                + " Join data sets of equal size.");
  }

  @Test
  void raggedArraysAreRejected() {
    refused(
        () -> Dataset.images(new float[][][][] {{{{1}, {2}}}, {{{3}, {4, 5}}}}),
        "Data set: expected samples of equal shape, [1, 2, 1], got 2 values in row [1][0][1]."
            + " Provide the same number of values in each row.");
    refused(
        () -> Dataset.sequences(new float[][][] {{{1}, {2}}, {{3}}}),
        "Data set: expected samples of equal shape, [2, 1], got 1 rows in row [1]."
            + " Provide the same number of values in each row.");
    refused(
        () -> Dataset.vectors(new double[][] {{1, 2}, {3}}),
        "Data set: expected samples of equal length, 2, got 1 values in row 1."
            + " Provide the same number of values in each row.");
    refused(
        () -> Dataset.vectors(new int[][] {{1, 2}, null}),
        "Data set: expected samples of equal length, 2, got null in row 1."
            + " Provide the same number of values in each row.");
    refused(
        () -> Dataset.sequences(new float[1][0][3]),
        "Data set: expected samples of at least one value, got empty rows."
            + " Provide at least one value per row.");
  }

  @Test
  void columnsOfDataSetsFormOthers() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {2, 0, 1});
    Dataset inputs = Dataset.ofColumns(data.skip(1).inputs());
    assertThat(inputs.size()).isEqualTo(2);
    assertThat(inputs.labels()).isEmpty();
    assertThat(inputs.input().values(0)).containsExactly(PAIRS[1]);
    Dataset joined = Dataset.ofColumns(List.of(data.label(), data.named("a", "b").input()));
    assertThat(joined.input().name()).isEqualTo("a");
    assertThat(joined.label().classIndex(0)).isEqualTo(2);
    assertThat(joined.input()).hasToString("'a' [2]");
    assertThat(joined.label()).hasToString("class indices");
    assertThatThrownBy(() -> Dataset.ofColumns(List.of(inputs.input(), data.label())))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Data set: expected parts of 2 samples, like the first, got a part of 3."
                + " Join data sets of equal size.");
    assertThatThrownBy(() -> Dataset.ofColumns(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must not be empty");
  }

  @Test
  void textNamesInputsAndLabels() {
    Dataset data =
        Dataset.zip(Dataset.vectors(PAIRS).named("a"), Dataset.vectors(PAIRS).named("b"));
    assertThat(data).hasToString("3 samples of 'a' [2] and 'b' [2]");
    assertThat(data.labels(new float[3]).sampleWeights(1, 1, 1))
        .hasToString("3 samples of 'a' [2] and 'b' [2] with targets [1], weighted");
  }

  @Test
  void textOfABatchSourceCountsBatchesInMemory() {
    Dataset data = Dataset.vectors(PAIRS);
    assertThat(BatchSource.of(List.of(data, data))).hasToString("2 batches");
    assertThat(BatchSource.of(() -> List.of(data).iterator())).hasToString("batches of a source");
    assertThat(BatchSource.ofStreams(Stream::of)).hasToString("batches of a source");
    assertThat(BatchSource.ofPasses(pass -> Stream.of(data))).hasToString("batches of a source");
  }

  @Test
  void classesCanHaveNames() {
    Dataset data = Dataset.vectors(PAIRS, new int[] {2, 0, 1});
    assertThat(data.label().classNames()).isEmpty();
    Dataset named = data.classNames(List.of("cat", "dog", "fox"));
    assertThat(named.oneHot(3).skip(1).label().classNames()).containsExactly("cat", "dog", "fox");
  }

  @Test
  void accessorsOfASingleInputFailIfThereAreSeveral() {
    Dataset pairs = Dataset.vectors(PAIRS, numbers(3));
    Dataset both = Dataset.zip(pairs, pairs);
    assertThatThrownBy(both::input)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the data set has 2 inputs; select one of inputs()");
    assertThatThrownBy(both::label)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the data set has 2 labels; select one of labels()");
  }

  private static int[] numbers(int count) {
    return new int[count];
  }
}
