package io.rhyton.examples.benchmark;

import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/**
 * Files of {@code keras.applications}, which Keras's side writes.
 *
 * @param folder the folder with the files
 */
record ApplicationFiles(Path folder) {
  private static final Shape IMAGE = Shape.of(224, 224, 3);
  private static final int CLASSES = 1000;
  private static final int BATCH = 8;

  static ApplicationFiles beside(Path images) {
    return new ApplicationFiles(images.resolveSibling("applications"));
  }

  private Path file(String name) {
    return folder.resolve(name + ".keras");
  }

  /** Opens a model and predicts one image. */
  float predict(String name) {
    try (Predictor predictor = KerasFile.read(file(name)).predictor()) {
      return predictor.predict(pixels(1))[0];
    }
  }

  /** Opens MobileNetV2 with the state of its optimizer and trains one step. */
  String resume() {
    try (Model model = KerasFile.read(file("mobilenet_v2")).compile()) {
      return model.trainOnBatch(batch()).toString();
    }
  }

  /** Trains the last layer of MobileNetV2, and measures unfreezing all layers and one step. */
  double unfreezeSeconds() {
    ModelSpec spec = KerasFile.read(file("mobilenet_v2")).spec();
    ModelSpec head = spec.freeze().unfreeze("predictions");
    Dataset batch = batch();
    try (Model trained = KerasFile.read(file("mobilenet_v2")).compile();
        Model frozen = trained.recompile(head, Adam.of(1e-3))) {
      frozen.trainOnBatch(batch);
      long start = System.nanoTime();
      try (Model whole = frozen.recompile(spec, Adam.of(1e-5))) {
        whole.trainOnBatch(batch);
        return BenchmarkWorker.seconds(start);
      }
    }
  }

  private static Dataset batch() {
    float[] labels = new float[BATCH * CLASSES];
    for (int i = 0; i < BATCH; i++) {
      labels[i * CLASSES + i] = 1;
    }
    return Dataset.zip(
        Dataset.samples(IMAGE, pixels(BATCH)), Dataset.targets(Shape.of(CLASSES), labels));
  }

  private static float[] pixels(int images) {
    SplittableRandom random = new SplittableRandom(1);
    float[] pixels = new float[Math.toIntExact(images * IMAGE.size())];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    return pixels;
  }

  /** Deletes the files and their folder. */
  void delete() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
