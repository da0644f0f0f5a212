package io.rhyton.examples.benchmark;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.checkpoint.BackupAndRestore;
import io.rhyton.checkpoint.ModelCheckpoint;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Column;
import io.rhyton.data.Dataset;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.data.image.LabelMode;
import io.rhyton.examples.programs.architectures.Networks;
import io.rhyton.examples.programs.architectures.ResNet20;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Rhyton's side of the benchmark: performs one task and prints one line with the result. */
final class BenchmarkWorker {
  private static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(1e-3), CategoricalCrossentropy.of(), Accuracy.of());
  static final int BATCH = 64;
  static final int MANY_IMAGES = 40_000;

  private static final int WARM_UP = 10;

  /** The smallest heap that a worker can run in, in MiB. */
  private static final int MIN_HEAP = 15;

  private static final int PREDICTIONS = 200;
  private static final int SAVES = 20;
  private static final Fit FIT = Fit.epochs(1).batchSize(BATCH).progress(Progress.NONE);

  private static final ImageDataGenerator AUGMENTATION =
      ImageDataGenerator.of()
          .horizontalFlip(true)
          .widthShiftRange(0.1)
          .heightShiftRange(0.1)
          .rotationRange(15);

  private final Path images;
  private final int steps;

  private BenchmarkWorker(Path images, int steps) {
    this.images = images;
    this.steps = steps;
  }

  /**
   * Performs a task.
   *
   * @param arguments the task, the image file and the number of steps
   */
  public static void main(String[] arguments) throws IOException {
    Task task = Task.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    BenchmarkWorker worker =
        new BenchmarkWorker(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    System.out.println("result=" + worker.run(task));
  }

  private Object run(Task task) throws IOException {
    return switch (task) {
      case VERSIONS -> "TensorFlow " + TensorFlow.version() + ", Java " + Runtime.version();
      case FIT -> fit(Networks.dropout(), DTypePolicy.FLOAT32);
      case FIT_BFLOAT16 -> fit(Networks.dropout(), DTypePolicy.MIXED_BFLOAT16);
      case EPOCH -> MANY_IMAGES / fit(Networks.dropout(), DTypePolicy.FLOAT32);
      case SAVE -> save();
      case FIT_BATCHNORM -> fit(Networks.batchnorm(), DTypePolicy.FLOAT32);
      case FIT_RESNET20 -> fit(ResNet20.spec(), DTypePolicy.FLOAT32);
      case FIT_DEPTHWISE -> fit(LayerNetworks.depthwise(), DTypePolicy.FLOAT32);
      case FIT_SEPARABLE -> fit(LayerNetworks.separable(), DTypePolicy.FLOAT32);
      case FIT_TRANSPOSED -> fit(LayerNetworks.transposed(), DTypePolicy.FLOAT32);
      case FIT_DILATED -> fit(LayerNetworks.dilated(), DTypePolicy.FLOAT32);
      case FIT_GROUPED -> fit(LayerNetworks.grouped(), DTypePolicy.FLOAT32);
      case FIT_AUGMENTED ->
          fit(LayerNetworks.small(), DTypePolicy.FLOAT32, FIT.augmentation(AUGMENTATION));
      case FIT_AUGMENTED_IN_DATA, FIT_AUGMENTED_BY_GENERATOR, WRITE_APPLICATIONS ->
          throw new IllegalArgumentException(task + " is a task for Keras only");
      case FIT_STREAM -> fitStream();
      case FIT_FOLDER -> fitFolder();
      case LOOP -> loop();
      case FIRST_STEP -> firstStep();
      case PREDICT -> predict();
      case MEMORY -> memory();
      case WRITE_FILE -> LargeFile.beside(images).writeSeconds();
      case READ_FILE -> LargeFile.beside(images).readSeconds();
      case OPEN_DENSENET121 -> ApplicationFiles.beside(images).predict("densenet121");
      case OPEN_NASNET_MOBILE -> ApplicationFiles.beside(images).predict("nasnet_mobile");
      case RESUME_MOBILENET_V2 -> ApplicationFiles.beside(images).resume();
      case UNFREEZE_MOBILENET_V2 -> ApplicationFiles.beside(images).unfreezeSeconds();
    };
  }

  private double fit(ModelSpec spec, DTypePolicy dtypePolicy) throws IOException {
    return fit(spec, dtypePolicy, FIT);
  }

  private double fit(ModelSpec spec, DTypePolicy dtypePolicy, Fit fit) throws IOException {
    Dataset data = read(steps * BATCH);
    try (Model model = compile(spec, dtypePolicy)) {
      model.fit(data.take(WARM_UP * BATCH), fit);
      long start = System.nanoTime();
      model.fit(data, fit);
      return data.size() / seconds(start);
    }
  }

  private double save() throws IOException {
    Dataset data = read(BATCH);
    Path folder = Files.createTempDirectory(images.getParent(), "saved-");
    EpochEnds ends = new EpochEnds();
    try (Model model = compile()) {
      model.fit(
          data,
          Fit.epochs(SAVES)
              .batchSize(BATCH)
              .progress(Progress.NONE)
              .callbacks(
                  ends.first(),
                  ModelCheckpoint.of(model, folder.resolve("model.keras")),
                  BackupAndRestore.of(folder.resolve("backup")),
                  ends.last()));
      return Comparison.median(ends.seconds());
    } finally {
      Files.delete(folder.resolve("model.keras"));
      Files.delete(folder.resolve("backup").resolve("lock"));
      Files.delete(folder.resolve("backup"));
      Files.delete(folder);
    }
  }

  /** Returns a tenth of the size of the images of these steps, or the smallest heap; in MiB. */
  static int tenthOf(int steps) {
    return Math.max(MIN_HEAP, (int) (ImageFile.mebibytes(steps * BATCH) / 10));
  }

  private double fitStream() {
    try (Model model = compile()) {
      model.fit(stream(Math.min(WARM_UP, steps)), FIT);
      long start = System.nanoTime();
      model.fit(stream(steps), FIT);
      return steps * BATCH / seconds(start);
    }
  }

  private BatchSource stream(int batches) {
    BatchSource source = ImageFile.stream(images, BATCH, batches);
    return pass -> source.pass(pass).map(batch -> batch.rescale(1.0 / 255).oneHot(10));
  }

  private double fitFolder() {
    Dataset data =
        ImageFolder.of(JpegFolder.beside(images).path())
            .imageSize(128, 128)
            .labelMode(LabelMode.CATEGORICAL)
            .dataset()
            .rescale(1.0 / 255);
    try (Model model = compile(LayerNetworks.tiny(), DTypePolicy.FLOAT32)) {
      model.fit(data.take(WARM_UP * BATCH), FIT);
      long start = System.nanoTime();
      model.fit(data, FIT);
      return data.size() / seconds(start);
    }
  }

  private double loop() throws IOException {
    Dataset data = read(BATCH);
    try (ModelGraph graph = GraphBuilder.build(Networks.dropout().resolve(), COMPILE, 1);
        Session session = new Session(graph.graph());
        TFloat32 inputs = tensor(data.input());
        TFloat32 labels = tensor(data.label())) {
      session.run(graph.initialize());
      step(graph, session, inputs, labels, WARM_UP);
      long start = System.nanoTime();
      step(graph, session, inputs, labels, steps);
      return steps * BATCH / seconds(start);
    }
  }

  private static void step(
      ModelGraph graph, Session session, TFloat32 inputs, TFloat32 labels, int times) {
    for (int i = 0; i < times; i++) {
      session
          .runner()
          .feed(graph.inputs().get(0).operand(), inputs)
          .feed(graph.labels().get(0).placeholder(), labels)
          .addTarget(graph.steps().trainStep())
          .run()
          .close();
    }
  }

  private static TFloat32 tensor(Column column) {
    int width = (int) column.shape().size();
    float[] values = new float[column.size() * width];
    for (int i = 0; i < column.size(); i++) {
      column.copy(i, values, i * width);
    }
    return TFloat32.tensorOf(column.shape().prepend(column.size()), DataBuffers.of(values));
  }

  private String firstStep() throws IOException {
    Dataset batch = read(BATCH);
    try (Model model = compile()) {
      return model.trainOnBatch(batch).toString();
    }
  }

  private double predict() throws IOException {
    float[] image = read(1).input().values(0);
    try (Model model = compile()) {
      // The first predictions are slower, which hardly affects the median of so many.
      return Comparison.median(
          DoubleStream.generate(() -> milliseconds(model, image)).limit(PREDICTIONS));
    }
  }

  private static double milliseconds(Model model, float[] image) {
    long start = System.nanoTime();
    model.predict(image);
    return 1000 * seconds(start);
  }

  private double memory() throws IOException {
    Dataset data = read(MANY_IMAGES);
    try (Model model = compile()) {
      // A view: all images stay in memory.
      model.fit(data.take(WARM_UP * BATCH), FIT);
    }
    return peakMebibytes();
  }

  /** As the kernel counts it, native memory and all; Linux only. */
  private static double peakMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"));
  }

  private Dataset read(int count) throws IOException {
    return ImageFile.read(images, count).rescale(1.0 / 255).oneHot(10);
  }

  @MustBeClosed
  private static Model compile() {
    return compile(Networks.dropout(), DTypePolicy.FLOAT32);
  }

  @MustBeClosed
  private static Model compile(ModelSpec spec, DTypePolicy dtypePolicy) {
    return Model.compile(spec, COMPILE, Execution.defaults().dtypePolicy(dtypePolicy));
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
