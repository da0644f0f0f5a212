package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An affine layer whose first kernel convolves each channel separately; its options begin with
 * {@code depthwise}.
 *
 * @param <L> the type of the layer
 */
public sealed interface DepthwiseLayer<L extends DepthwiseLayer<L>> extends AffineLayer<L>
    permits DepthwiseConv2D, SeparableConv2D {

  /** Sets the initializer of the depthwise kernel; defaults to {@link GlorotUniform}. */
  default L depthwiseInitializer(Initializer depthwiseInitializer) {
    Objects.requireNonNull(depthwiseInitializer, "depthwiseInitializer");
    return kernel(options().kernel().initializer(depthwiseInitializer));
  }

  /** Sets the regularizer of the depthwise kernel; none by default. */
  default L depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return kernel(options().kernel().regularizer(depthwiseRegularizer));
  }

  /** Sets the constraint on the depthwise kernel; none by default. */
  default L depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return kernel(options().kernel().constraint(depthwiseConstraint));
  }

  private L kernel(WeightOptions kernel) {
    return options(options().kernel(kernel));
  }
}
