package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.hdf5.Hdf5Dataset;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.weights.WeightStore;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** Damaged and malicious archives. */
class HostileArchiveTest {
  private static final ModelSpec SPEC =
      Sequential.vector(2).add("only", Dense.of(3)).build("small");
  private static final Weights WEIGHTS =
      Weights.builder()
          .add("only/kernel", Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6})
          .add("only/bias", Shape.of(3), new float[] {7, 8, 9})
          .build();
  private static final String OTHER_MODEL =
      " The weights belong to another model; use WeightMatching to load those that match.";
  private static final String DAMAGED = "The file is damaged: save or copy it again.";

  @TempDir private Path temporary;

  private Path file = Path.of("");
  private byte[] good = {};
  private RawZipFile archive = new RawZipFile();

  @BeforeEach
  void writeAValidArchive() throws IOException {
    file = temporary.resolve("model.keras");
    KerasFile.write(SPEC, WEIGHTS, file);
    good = Files.readAllBytes(file);
    archive = RawZipFile.of(good);
  }

  private void assertRejected(byte[] bytes, String message) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("Keras file '%s': %s", file, message);
  }

  @Test
  void aRepackedArchiveIsRead() throws IOException {
    for (byte[] bytes : new byte[][] {archive.stored(), archive.deflated()}) {
      Files.write(file, bytes);

      KerasModel read = KerasFile.read(file);

      assertThat(read.spec()).isEqualTo(SPEC);
      assertThat(read.weights()).contains(WEIGHTS);
      assertThat(KerasWeights.read(SPEC, file)).isEqualTo(WEIGHTS);
    }
  }

  @Test
  void anArchiveWithoutMetadataIsRead() throws IOException {
    Files.write(file, archive.remove("metadata.json").stored());

    assertThat(KerasFile.read(file).kerasVersion()).isEmpty();
  }

  @Test
  void anArchiveOfAFutureKerasIsRejected() throws IOException {
    byte[] metadata = "{\"keras_version\": \"4.0.1\"}".getBytes(StandardCharsets.UTF_8);

    assertRejected(
        archive.replace("metadata.json", metadata).stored(),
        "expected a file of Keras 2 or 3, got one of Keras 4.0.1. Save the model with Keras 3, or"
            + " read it with a newer Rhyton.");
  }

  /** The size of the weights stated in the file is not trusted. */
  @Test
  void weightsThatDecompressToMoreThanTheModelNeedsAreRejected() throws IOException {
    byte[] noise = new byte[65 << 20];
    new Random(1).nextBytes(noise);
    assertRejected(
        archive.replace("model.weights.h5", noise).deflated(),
        "expected model.weights.h5 to have at most the 67109152 bytes that the model needs, got"
            + " more. The file is damaged, or crafted to fill the disk.");
  }

  @Test
  void weightsThatDecompressToFarMoreThanTheirSizeAreRejected() throws IOException {
    int inputs = 4096;
    int units = 4200;
    ModelSpec large = Sequential.vector(inputs).add("only", Dense.of(units)).build("large");
    Weights zeros =
        Weights.builder()
            .add("only/kernel", Shape.of(inputs, units), new float[inputs * units])
            .add("only/bias", Shape.of(units), new float[units])
            .build();
    KerasFile.write(large, zeros, file);
    RawZipFile packed = RawZipFile.of(Files.readAllBytes(file));
    assertRejected(
        packed.deflated(),
        "expected model.weights.h5 to decompress to at most 67108864 bytes, got "
            + packed.get("model.weights.h5").length
            + ". If you trust the file, set the system property io.rhyton.maxCompressionRatio.");
  }

  @Test
  void aTextThatDecompressesToMoreThanAModelNeedsIsRejected() throws IOException {
    byte[] spaces = new byte[33 << 20];
    Arrays.fill(spaces, (byte) ' ');
    String message =
        " to have at most the 33554432 bytes that the model needs, got more."
            + " The file is damaged, or crafted to fill the disk.";

    assertRejected(
        RawZipFile.of(good).replace("config.json", spaces).deflated(),
        "expected config.json" + message);
    assertRejected(
        archive.replace("metadata.json", spaces).deflated(), "expected metadata.json" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/x",
        "assets/",
        "assets/words.txt",
        "CONFIG.JSON",
        "config.json/",
        "config.json",
        "model.weights.json",
        "model.weights.npz",
        "model_00000.weights.h5",
      })
  void anExtraEntryIsRejected(String name) throws IOException {
    assertRejected(
        archive.add(name, name.endsWith("/") ? new byte[0] : new byte[] {1}).stored(),
        "expected only metadata.json, config.json, model.weights.h5, each once, got '"
            + name
            + "'. Save the model without assets, with its weights in one file.");
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "model.weights.h5"})
  void aMissingEntryIsRejected(String name) throws IOException {
    assertRejected(
        archive.remove(name).stored(),
        "expected metadata.json, config.json, model.weights.h5, got no "
            + name
            + ". The file is damaged or not a Keras model: save it again.");
  }

  @Test
  void anEmptyArchiveIsRejected() throws IOException {
    assertRejected(
        new RawZipFile().stored(),
        "expected metadata.json, config.json, model.weights.h5, got no config.json, no"
            + " model.weights.h5. The file is damaged or not a Keras model: save it again.");
  }

  @Test
  void aTruncatedArchiveIsRejected() throws IOException {
    for (int length = 2; length < good.length; length += 61) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> KerasFile.read(file))
          .isInstanceOf(ArtifactException.class)
          .hasMessageStartingWith(
              "Keras file '%s': expected a zip file with a Keras model, got one that cannot be"
                  + " read (",
              file)
          .hasMessageEndingWith("). " + DAMAGED);
    }
  }

  @Test
  void aWrongChecksumIsRejected() throws IOException {
    for (String text : new String[] {"\"small\"", "OHDR"}) {
      byte[] changed = good.clone();
      int place = indexOf(changed, text.getBytes(StandardCharsets.US_ASCII));
      changed[place + 1] ^= 1;
      Files.write(file, changed);

      assertThatThrownBy(() -> KerasFile.read(file))
          .isInstanceOf(ArtifactException.class)
          .hasMessageMatching(
              "Keras file '.*': expected (config.json|model.weights.h5) with the checksum"
                  + " [0-9a-f]+, got [0-9a-f]+\\. "
                  + DAMAGED);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("no " + new String(wanted, StandardCharsets.US_ASCII));
  }

  @Test
  void anEncryptedArchiveIsRejected() throws IOException {
    byte[] bytes = archive.stored();
    for (int at = 0; at + 9 < bytes.length; at++) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3) {
        bytes[at + 6] |= 1;
      } else if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1) {
        bytes[at + 8] |= 1;
      }
    }

    assertRejected(
        bytes,
        "expected metadata.json as Keras stores it, got one that is encrypted, or compressed in"
            + " another way. Save the model again with Keras.");
  }

  @Test
  void aConfigurationThatIsNotJsonIsRejected() throws IOException {
    Files.write(file, archive.replace("config.json", new byte[] {'{', 'x'}).stored());

    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("Keras file '%s': expected config.json to be JSON, got ", file);
  }

  private byte[] withWeights(Hdf5Group root) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Hdf5Writer.write(root, Channels.newChannel(bytes));
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return archive.replace("model.weights.h5", bytes.toByteArray()).stored();
  }

  private static Hdf5Group variables(Hdf5Group root) {
    return root.group("layers").group("dense").group("vars");
  }

  private static Hdf5Dataset numbers(long... sizes) {
    Shape shape = Shape.of(sizes);
    return Hdf5Dataset.floats(shape, () -> FloatBuffer.allocate((int) shape.size()));
  }

  @Test
  void weightsOfAnotherModelAreRejected() throws IOException {
    Hdf5Group root = Hdf5Group.root();
    variables(root).dataset("0", numbers(2, 4)).dataset("1", numbers(4));

    assertRejected(
        withWeights(root),
        "expected weight 'only/kernel' in layers/dense/vars/0 of shape [2, 3], got [2, 4]."
            + OTHER_MODEL);
  }

  @Test
  void anExtraDatasetIsRejected() throws IOException {
    Hdf5Group root = Hdf5Group.root();
    variables(root).dataset("0", numbers(2, 3)).dataset("1", numbers(3)).dataset("2", numbers(3));

    assertRejected(
        withWeights(root),
        "expected 2 weights of layer 'only' in layers/dense/vars, got 3." + OTHER_MODEL);
  }

  @Test
  void aMissingDatasetIsRejected() throws IOException {
    Hdf5Group root = Hdf5Group.root();
    variables(root).dataset("0", numbers(2, 3));

    assertRejected(
        withWeights(root),
        "expected 2 weights of layer 'only' in layers/dense/vars, got 1." + OTHER_MODEL);
  }

  @Test
  void aDatasetOfAnotherNameIsRejected() throws IOException {
    Hdf5Group root = Hdf5Group.root();
    variables(root).dataset("0", numbers(2, 3)).dataset("bias", numbers(3));

    assertRejected(
        withWeights(root),
        "expected weight 'only/bias' in layers/dense/vars/1 of shape [3], got none." + OTHER_MODEL);
  }

  @Test
  void aMissingLayerIsRejected() throws IOException {
    assertRejected(
        withWeights(Hdf5Group.root()),
        "expected 2 weights of layer 'only' in layers/dense/vars, got 0." + OTHER_MODEL);
  }

  @Test
  void twoLayersOfTheSameNameAreNotMatchedByName() throws IOException {
    Hdf5Group root = Hdf5Group.root();
    variables(root).attribute("name", "only").dataset("0", numbers(2, 3)).dataset("1", numbers(3));
    root.group("layers").group("dense_1").group("vars").attribute("name", "only");
    Files.write(file, withWeights(root));

    assertThatThrownBy(
            () ->
                WeightStore.read(
                    new ConfigSource("Keras weights", file),
                    SPEC,
                    store -> store.match(SPEC, true)))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras weights '%s': expected one layer named 'only', got two."
                + " Load the file by position.",
            file);
  }
}
