package io.rhyton.data.image;

import io.rhyton.graph.layer.AspectRatio;
import io.rhyton.graph.layer.ImageWindow;
import io.rhyton.model.shape.Size2D;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.DecodeImage;
import org.tensorflow.op.image.ResizeBicubic;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Decodes and resizes images with the same ops as Keras's {@code image_dataset_from_directory}, so
 * that all values are equal. Thread-safe.
 *
 * <p>A decoder lives as long as the process: there are few formats, each decoder is small, and data
 * sets are never closed.
 */
final class ImageDecoder {
  private static final Map<ImageFormat, ImageDecoder> DECODERS = new ConcurrentHashMap<>();

  private final ImageFormat format;
  private final Session session;
  private final Operand<TString> file;

  // These are fed only if they vary between images: each fed tensor costs time.
  private final Operand<TInt32> begin;
  private final Operand<TInt32> extent;
  private final Operand<TInt32> size;
  private final Operand<TFloat32> factors;

  private final Operand<TFloat32> image;

  @SuppressWarnings("MustBeClosedChecker") // See above.
  private ImageDecoder(ImageFormat format) {
    this.format = format;
    Graph graph = NativeRuntime.newGraph();
    Ops tf = Ops.create(graph);
    Size2D to = format.size();
    file = tf.placeholder(TString.class);
    begin = tf.placeholder(TInt32.class);
    extent = tf.placeholder(TInt32.class);
    factors = tf.placeholder(TFloat32.class);
    size = tf.placeholderWithDefault(tf.constant(new int[] {to.height(), to.width()}), Shape.of(2));
    Operand<TUint8> decoded =
        tf.image.decodeImage(
            file,
            TUint8.class,
            DecodeImage.channels((long) format.colorMode().channels()),
            // Otherwise an animation is four-dimensional.
            DecodeImage.expandAnimations(false));
    Operand<TUint8> seen = format.cropToAspectRatio() ? tf.slice(decoded, begin, extent) : decoded;
    image = resize(tf, tf.expandDims(seen, tf.constant(0)));
    // Runs the ops on the calling thread, which would only wait otherwise.
    session = new Session(graph, ConfigProto.newBuilder().setInterOpParallelismThreads(-1).build());
  }

  static ImageDecoder of(ImageFormat format) {
    return DECODERS.computeIfAbsent(format, ImageDecoder::new);
  }

  private Operand<TFloat32> resize(Ops tf, Operand<TUint8> images) {
    return switch (format.interpolation()) {
      case NEAREST ->
          tf.dtypes.cast(
              tf.image.resizeNearestNeighbor(
                  images, size, ResizeNearestNeighbor.halfPixelCenters(true)),
              TFloat32.class);
      case BILINEAR -> tf.image.resizeBilinear(images, size, ResizeBilinear.halfPixelCenters(true));
      case BICUBIC -> tf.image.resizeBicubic(images, size, ResizeBicubic.halfPixelCenters(true));
      case AREA -> tf.image.resizeArea(images, size);
      case LANCZOS3, LANCZOS5, GAUSSIAN, MITCHELLCUBIC ->
          tf.image.scaleAndTranslate(
              images,
              size,
              factors,
              tf.constant(new float[2]),
              ScaleAndTranslate.kernelType(format.interpolation().name().toLowerCase(Locale.ROOT)),
              ScaleAndTranslate.antialias(false));
    };
  }

  /**
   * Decodes an image.
   *
   * @param content the content of its file
   * @param from the size in the file's header
   * @param into the destination
   * @param at the first index in the destination
   * @throws RuntimeException if TensorFlow cannot decode it
   */
  void decode(byte[] content, Size2D from, float[] into, int at) {
    Size2D to = format.size();
    if (!format.padToAspectRatio()) {
      run(content, from, to, into, at);
      return;
    }
    ImageWindow filled = filled(from, to);
    int channels = format.colorMode().channels();
    int row = filled.size().width() * channels;
    float[] values = new float[filled.size().height() * row];
    run(content, from, filled.size(), values, 0);
    Arrays.fill(into, at, at + to.height() * to.width() * channels, 0);
    for (int y = 0; y < filled.size().height(); y++) {
      int pixel = (filled.top() + y) * to.width() + filled.left();
      System.arraycopy(values, y * row, into, at + pixel * channels, row);
    }
  }

  /** The area that is not padding, computed in float32 as in {@code tf.image.resize_with_pad}. */
  private static ImageWindow filled(Size2D from, Size2D to) {
    float ratio = Math.max((float) from.width() / to.width(), (float) from.height() / to.height());
    float height = from.height() / ratio;
    float width = from.width() / ratio;
    return new ImageWindow(
        Math.max(0, (int) Math.floor((to.height() - height) / 2)),
        Math.max(0, (int) Math.floor((to.width() - width) / 2)),
        new Size2D((int) height, (int) width));
  }

  private void run(byte[] content, Size2D from, Size2D to, float[] into, int at) {
    try (Feeding feeding = new Feeding(session.runner())) {
      feeding.feed(file, TString.tensorOfBytes(NdArrays.scalarOfObject(content)));
      Size2D seen = from;
      if (format.cropToAspectRatio()) {
        ImageWindow window = new AspectRatio(to, true).middle(from);
        seen = window.size();
        feeding.feed(begin, TInt32.vectorOf(window.top(), window.left(), 0));
        feeding.feed(extent, TInt32.vectorOf(seen.height(), seen.width(), -1));
      }
      if (!to.equals(format.size())) {
        feeding.feed(size, TInt32.vectorOf(to.height(), to.width()));
      }
      if (format.interpolation().isKernel()) {
        float vertical = (float) to.height() / seen.height();
        float horizontal = (float) to.width() / seen.width();
        feeding.feed(factors, TFloat32.vectorOf(vertical, horizontal));
      }
      try (Result result = NativeRuntime.run(feeding.runner().fetch(image))) {
        TFloat32 tensor = (TFloat32) result.get(0);
        tensor.asRawTensor().data().asFloats().read(into, at, (int) tensor.size());
      }
    }
  }

  /** The tensors fed to one run. */
  private record Feeding(Session.Runner runner, List<Tensor> tensors) implements AutoCloseable {
    Feeding(Session.Runner runner) {
      this(runner, new ArrayList<>());
    }

    void feed(Operand<?> placeholder, Tensor tensor) {
      tensors.add(tensor);
      runner.feed(placeholder, tensor);
    }

    @Override
    public void close() {
      tensors.forEach(Tensor::close);
    }
  }
}
