package io.rhyton.data.csv;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Column;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class CsvFileTest {
  private static final String FLOWERS =
      """
      length,width,kind,number,price
      5.1,3.5,setosa,0,1.5
      7,-3.2e-1,virginica,2,2
      6.4,+.5,setosa,1.0,-3
      """;

  @TempDir private Path folder;

  private CsvFile file(String text) throws IOException {
    return CsvFile.of(Files.writeString(path(), text));
  }

  private Path path() {
    return folder.resolve("flowers.csv");
  }

  @Test
  void columnsAreInputsAndLabels() throws IOException {
    Dataset data =
        file(FLOWERS)
            .floats("width", "length")
            .floats("price")
            .classNames("kind")
            .classIndices("number")
            .targets("price", "length")
            .dataset();
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.inputs()).extracting(Column::shape).containsExactly(Shape.of(2), Shape.of(1));
    assertThat(data.inputs().get(0).values(0)).containsExactly(3.5f, 5.1f);
    assertThat(data.inputs().get(0).values(1)).containsExactly(-0.32f, 7);
    assertThat(data.inputs().get(0).values(2)).containsExactly(0.5f, 6.4f);
    assertThat(data.inputs().get(1).values(2)).containsExactly(-3);
    assertThat(labels(data.labels().get(0))).containsExactly(0, 1, 0);
    assertThat(data.labels().get(0).classNames()).containsExactly("setosa", "virginica");
    assertThat(labels(data.labels().get(1))).containsExactly(0, 2, 1);
    float[] target = new float[2];
    data.labels().get(2).copy(2, target, 0);
    assertThat(target).containsExactly(-3, 6.4f);
  }

  @Test
  void allOtherColumnsAreTheInputByDefault() throws IOException {
    Dataset data = file(FLOWERS).floats().classNames("kind").targets("number").dataset();
    assertThat(data.inputs().get(0).values(1)).containsExactly(7, -0.32f, 2);
    refused(
        () -> file("a,b\n1,2\n").targets("b", "a").floats().dataset(),
        path()
            + ": expected a column not used otherwise, got only [a, b]. "
            + "Name the columns of the input.");
  }

  @Test
  void classNamesAreSortedByDefault() throws IOException {
    CsvFile file = file("kind\nrose\noak\nrose\npine\n");
    Dataset sorted = file.classNames("kind").dataset();
    assertThat(sorted.label().classNames()).containsExactly("oak", "pine", "rose");
    assertThat(labels(sorted.label())).containsExactly(2, 0, 2, 1);
    Dataset named = file.classNames("kind", "rose", "elm", "pine", "oak").dataset();
    assertThat(named.label().classNames()).containsExactly("rose", "elm", "pine", "oak");
    assertThat(labels(named.label())).containsExactly(0, 3, 0, 2);
    refused(
        () -> file.classNames("kind", "rose", "oak").dataset(),
        path()
            + ", line 5, column 'kind': expected one of [rose, oak], got 'pine'. "
            + "Correct the value, or leave the line out.");
  }

  @Test
  void aHeaderCanBeSet() throws IOException {
    Dataset data =
        file("5.1;3,5\r\n\r\n \"7\" ; 2 \r\n")
            .header("a", "b")
            .delimiter(';')
            .floats("a")
            .dataset();
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.input().values(0)).containsExactly(5.1f);
    assertThat(data.input().values(1)).containsExactly(7);
  }

  @Test
  void quotesByteOrderMarksAndEmptyLinesAreSupported() throws IOException {
    Dataset data =
        file("\uFEFF\"a, b\",kind\n\n1,\"one\nline \"\"more\"\"\"\n2, é \n")
            .floats("a, b")
            .classNames("kind")
            .dataset();
    assertThat(data.input().values(1)).containsExactly(2);
    assertThat(data.label().classNames()).containsExactly("one\nline \"more\"", "é");
  }

  @Test
  void manyRowsAreRead() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c\n");
    for (int i = 0; i < 5000; i++) {
      text.append(i).append(',').append(-i).append(',').append(i % 10).append('\n');
    }
    Dataset data = file(text.toString()).floats("a", "b").classIndices("c").dataset();
    assertThat(data.size()).isEqualTo(5000);
    for (int i = 0; i < 5000; i++) {
      assertThat(data.input().values(i)).containsExactly(i, -i);
      assertThat(data.label().classIndex(i)).isEqualTo(i % 10);
    }
  }

  @Test
  void aFileWithoutRowsIsAnEmptyDataSet() throws IOException {
    Dataset data = file("a,b").floats("a").classIndices("b").dataset();
    assertThat(data.size()).isZero();
    assertThat(data.input().shape()).isEqualTo(Shape.of(1));
  }

  @Test
  void valuesThatDoNotParseAreReportedWithLineAndColumn() throws IOException {
    for (String bad :
        new String[] {"x", "NaN", "Infinity", "1e99", "0x10", "1f", "1 2", "-", "."}) {
      refused(
          () -> file("a,b\n1,2\n3," + bad + "\n5,6\n").floats("a", "b").dataset(),
          path()
              + ", line 3, column 'b': expected a number, got '"
              + bad
              + "'. Correct the value, or leave the line out.");
    }
    refused(
        () -> file("a,b\n1,2\n3,").targets("a", "b").dataset(),
        path()
            + ", line 3, column 'b': expected a number, got an empty value. "
            + "Correct the value, or leave the line out.");
    for (String bad : new String[] {"-1", "0.5", "16777217", "1e9"}) {
      refused(
          () -> file("a\n" + bad).classIndices("a").dataset(),
          path()
              + ", line 2, column 'a': expected a class index from 0, got '"
              + bad
              + "'. Correct the value, or leave the line out.");
    }
    refused(
        () -> file("a,b\n,1\n").classNames("a").dataset(),
        path()
            + ", line 2, column 'a': expected a class name, got an empty value. "
            + "Correct the value, or leave the line out.");
  }

  @Test
  void missingColumnsAreNamed() throws IOException {
    refused(
        () -> file("a,b\n1,2\n").floats("a").classIndices("kind").dataset(),
        path() + ": expected a column 'kind', got only [a, b]. Name an existing column.");
    refused(
        () -> file("1,2,1\n3,4,5\n").floats("a").dataset(),
        path()
            + ", line 1: expected distinct column names, got [1, 2, 1]. "
            + "Set the names with header(...) if the first line contains values.");
    refused(
        () -> file("").floats("a").dataset(),
        path() + ": expected a header line, got an empty file. Provide a file with values.");
  }

  @Test
  void rowsOfOtherLengthsAreReported() throws IOException {
    refused(
        () -> file("a,b\n1,2\n3,4,5\n").floats("a").dataset(),
        path()
            + ", line 3: expected 2 values, one per column, got 3 values. "
            + "Complete the line, or set the delimiter.");
    refused(
        () -> file("a;b\n1;2\n3").delimiter(';').floats("a").dataset(),
        path()
            + ", line 3: expected 2 values, one per column, got 1 values. "
            + "Complete the line, or set the delimiter.");
  }

  @Test
  void unreadableFilesAreNamed() throws IOException {
    Path absent = folder.resolve("absent.csv");
    assertThatThrownBy(() -> CsvFile.of(absent).floats("a").dataset())
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(absent + ": expected a readable CSV file in UTF-8, got ");
    CsvFile open = file("a\n1\n\"2\n3\n");
    assertThatThrownBy(() -> open.floats("a").dataset())
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(path() + ", line ")
        .hasMessageContaining(": expected a readable CSV file in UTF-8, got ");
    Files.write(path(), new byte[] {'a', '\n', (byte) 0xc3, 'x', '\n'});
    assertThatThrownBy(() -> CsvFile.of(path()).floats("a").dataset())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected a readable CSV file in UTF-8, got ");
  }

  @Test
  void invalidArgumentsAreRejected() {
    CsvFile file = CsvFile.of(path());
    assertThat(file).hasToString("CSV " + path());
    assertThatThrownBy(file::dataset)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("add the columns of inputs and labels first");
    assertThatThrownBy(() -> file.header("a", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header must be at least one name, all distinct, got [a, a]");
    assertThatThrownBy(() -> file.classNames("kind", "a", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("names must be distinct, got [a, a]");
    assertThatThrownBy(file::targets)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must not be empty");
    assertThatThrownBy(() -> file.delimiter('"'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delimiter must be neither a quote nor a line terminator, got character 34");
  }

  private static int[] labels(LabelColumn column) {
    return IntStream.range(0, column.size()).map(column::classIndex).toArray();
  }
}
