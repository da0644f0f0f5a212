package io.rhyton.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.model.layer.Padding;
import io.rhyton.model.layer.Size2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.DepthwiseConv2dNative;
import org.tensorflow.types.TFloat32;

/**
 * What TensorFlow's own convolutions compute wrongly or not at all, and the forms that Rhyton has
 * for it. If one of the former turns out right, TensorFlow has mended it.
 */
class TensorFlowGradientsTest {
  private static final Size2D NEXT = new Size2D(1, 1);
  private static final Size2D TWO = new Size2D(2, 2);
  private static final List<Long> ONES = List.of(1L, 1L, 1L, 1L);
  private static final List<Long> TWOS = List.of(1L, 2L, 2L, 1L);
  private static final Shape IMAGE = Shape.of(1, 5, 6, 4);

  @ParameterizedTest
  @EnumSource
  void ofTensorFlowIsWrongOrNone(Case example) {
    Values at = new Values(example);
    try {
      assertThat(differs(at.gradients(example::native_), at.slopes(example::ours))).isTrue();
    } catch (TensorFlowException e) {
      assertThat(e).hasMessageMatching("(?s).*(dilation|group|padding|size).*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofRhytonIsTheSlope(Case example) {
    Values at = new Values(example);
    List<float[]> gradients = at.gradients(example::ours);
    List<float[]> slopes = at.slopes(example::ours);
    for (int i = 0; i < slopes.size(); i++) {
      assertThat(gradients.get(i)).containsExactly(slopes.get(i), within(1e-4f));
    }
  }

  private static boolean differs(List<float[]> gradients, List<float[]> slopes) {
    for (int i = 0; i < slopes.size(); i++) {
      for (int j = 0; j < slopes.get(i).length; j++) {
        if (Math.abs(gradients.get(i)[j] - slopes.get(i)[j]) > 0.1f) {
          return true;
        }
      }
    }
    return false;
  }

  /** A convolution of an image and a kernel. */
  private interface Form {
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel);
  }

  /** Each in TensorFlow's form and in Rhyton's. */
  enum Case {
    DILATION_SAME(4) {
      @Override
      Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return tf.nn.conv2d(image, kernel, ONES, "SAME", Conv2d.dilations(TWOS));
      }

      @Override
      Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return window(tf, image, TWO, Padding.SAME, ConvolutionOps.plain(tf, kernel));
      }
    },
    DILATION_VALID(4) {
      @Override
      Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return tf.nn.conv2d(image, kernel, ONES, "VALID", Conv2d.dilations(TWOS));
      }

      @Override
      Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return window(tf, image, TWO, Padding.VALID, ConvolutionOps.plain(tf, kernel));
      }
    },
    PADDING_BEFORE(4) {
      @Override
      Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return tf.nn.conv2d(
            image,
            kernel,
            ONES,
            "EXPLICIT",
            Conv2d.explicitPaddings(List.of(0L, 0L, 2L, 0L, 1L, 0L, 0L, 0L)));
      }

      @Override
      Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return window(tf, image, NEXT, Padding.CAUSAL, ConvolutionOps.plain(tf, kernel));
      }
    },
    GROUPS(2) {
      @Override
      Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return tf.nn.conv2d(image, kernel, ONES, "SAME");
      }

      @Override
      Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        Convolution groups = ConvolutionOps.grouped(tf, kernel, kernel(), 2);
        return window(tf, image, NEXT, Padding.SAME, groups);
      }
    },
    DEPTHWISE_DILATION(4) {
      @Override
      Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return tf.nn.depthwiseConv2dNative(
            image, kernel, ONES, "SAME", DepthwiseConv2dNative.dilations(TWOS));
      }

      @Override
      Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel) {
        return window(tf, image, TWO, Padding.SAME, DepthwiseOps.plain(tf, kernel));
      }
    };

    private final int channels;

    Case(int channels) {
      this.channels = channels;
    }

    Shape kernel() {
      return Shape.of(3, 2, channels, 2);
    }

    abstract Operand<TFloat32> native_(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel);

    abstract Operand<TFloat32> ours(Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel);

    private static Operand<TFloat32> window(
        Ops tf, Operand<TFloat32> image, Size2D dilation, Padding padding, Convolution form) {
      KernelWindow window = new KernelWindow(new Size2D(3, 2), NEXT, dilation, padding);
      return WindowOps.convolve(tf, image, IMAGE, window, form);
    }
  }

  /** Where the gradients are taken: an image and a kernel. */
  private static final class Values {
    private final Shape kernelShape;
    private final float[] image;
    private final float[] kernel;

    Values(Case example) {
      Random random = new Random(3);
      kernelShape = example.kernel();
      image = draw(random, IMAGE);
      kernel = draw(random, kernelShape);
    }

    private static float[] draw(Random random, Shape shape) {
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat() - 0.5f;
      }
      return values;
    }

    /** Of a sum of the outputs, each with a factor of its own: of the image and of the kernel. */
    List<float[]> gradients(Form form) {
      try (Built built = new Built(form, this)) {
        return List.of(
            built.run(image, kernel, built.ofImage), built.run(image, kernel, built.ofKernel));
      }
    }

    /** The sum is linear in both, so a slope is the sum for a one among zeros. */
    List<float[]> slopes(Form form) {
      try (Built built = new Built(form, this)) {
        float[] ofImage = new float[image.length];
        for (int i = 0; i < ofImage.length; i++) {
          ofImage[i] = built.run(one(image.length, i), kernel, built.sum)[0];
        }
        float[] ofKernel = new float[kernel.length];
        for (int i = 0; i < ofKernel.length; i++) {
          ofKernel[i] = built.run(image, one(kernel.length, i), built.sum)[0];
        }
        return List.of(ofImage, ofKernel);
      }
    }

    private static float[] one(int length, int place) {
      float[] values = new float[length];
      values[place] = 1;
      return values;
    }
  }

  /** A graph of a form. */
  private static final class Built implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final Shape kernelShape;
    private final Placeholder<TFloat32> image;
    private final Placeholder<TFloat32> kernel;
    private final Operand<TFloat32> sum;
    private final Operand<TFloat32> ofImage;
    private final Operand<TFloat32> ofKernel;

    Built(Form form, Values at) {
      Ops tf = Ops.create(graph);
      kernelShape = at.kernelShape;
      image = tf.placeholder(TFloat32.class, Placeholder.shape(IMAGE));
      kernel = tf.placeholder(TFloat32.class, Placeholder.shape(kernelShape));
      Operand<TFloat32> output = form.of(tf, image, kernel);
      Operand<TFloat32> count = tf.dtypes.cast(tf.size(output), TFloat32.class);
      Operand<TFloat32> factors =
          tf.reshape(
              tf.math.cos(tf.range(tf.constant(0f), count, tf.constant(1f))), tf.shape(output));
      sum = tf.reduceSum(tf.math.mul(output, factors), tf.constant(new int[] {0, 1, 2, 3}));
      List<Operand<?>> sources = new ArrayList<>(List.of(image, kernel));
      ofImage = tf.gradients(sum, sources).dy(0);
      ofKernel = tf.gradients(sum, sources).dy(1);
      session = new Session(graph);
    }

    float[] run(float[] imageValues, float[] kernelValues, Operand<TFloat32> fetch) {
      try (TFloat32 imageTensor = TFloat32.tensorOf(IMAGE, DataBuffers.of(imageValues));
          TFloat32 kernelTensor = TFloat32.tensorOf(kernelShape, DataBuffers.of(kernelValues));
          Result result =
              session
                  .runner()
                  .feed(image, imageTensor)
                  .feed(kernel, kernelTensor)
                  .fetch(fetch)
                  .run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
      }
    }

    @Override
    public void close() {
      session.close();
      graph.close();
    }
  }
}
