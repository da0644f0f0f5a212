package io.rhyton.savedmodel;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * A program that corrupts SavedModels at random, reads them and predicts. It runs in a separate
 * process, as TensorFlow's native code executes the corrupted graphs.
 *
 * <p>Its arguments are a folder, and how many to read from which seed on. The file {@code seed} in
 * the folder names the current one.
 */
final class FuzzedSavedModels {
  private static final ExampleModel EXAMPLE = ExampleModel.EVERY_LAYER;

  private final Path folder;
  private final Path good;
  private final float[] sample = EXAMPLE.samples(1);
  private int read;
  private int predicted;
  private int failed;

  private FuzzedSavedModels(Path folder) {
    this.folder = folder;
    good = folder.resolve("good");
  }

  /** Prints how many could be read, and how many predicted; fails at the first fault. */
  public static void main(String[] arguments) throws IOException {
    FuzzedSavedModels fuzzed = new FuzzedSavedModels(Path.of(arguments[0]));
    try (Model model = EXAMPLE.compiled(1)) {
      SavedModel.write(model, fuzzed.good);
    }
    int count = Integer.parseInt(arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    for (int seed = first; seed < first + count; seed++) {
      Files.writeString(fuzzed.folder.resolve("seed"), Integer.toString(seed));
      fuzzed.tryOne(new Random(seed));
    }
    System.out.printf(
        "%d corrupted, %d read, %d predicted, %d failed to predict%n",
        count, fuzzed.read, fuzzed.predicted, fuzzed.failed);
  }

  private void tryOne(Random random) throws IOException {
    Path bad = folder.resolve("bad");
    restore(bad);
    SavedModelDamage.damage(bad, random);
    try (Predictor predictor = SavedModel.read(bad)) {
      read++;
      predict(predictor);
    } catch (ArtifactException e) {
      requireOneOfOurs(e);
    }
  }

  /** A graph that can be loaded may still fail to run, with an exception of TensorFlow. */
  private void predict(Predictor predictor) {
    try {
      predictor.predict(sample);
      predicted++;
    } catch (TensorFlowException | IllegalArgumentException | UnsupportedOperationException e) {
      failed++;
    }
  }

  private static void requireOneOfOurs(ArtifactException e) {
    if (!String.valueOf(e.getMessage()).startsWith("SavedModel '")) {
      throw new AssertionError("a message without the folder", e);
    }
  }

  private void restore(Path bad) throws IOException {
    if (!Files.exists(bad)) {
      SavedModelFolder.copy(good, bad);
      return;
    }
    for (String name : SavedModelDamage.FILES) {
      Files.copy(good.resolve(name), bad.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
