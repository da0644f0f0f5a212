package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An affine layer with one kernel, whose options begin with {@code kernel}.
 *
 * @param <L> the type of the layer
 */
public sealed interface KernelLayer<L extends KernelLayer<L>> extends AffineLayer<L>
    permits Conv1D, Conv2D, Conv2DTranspose, Dense {

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  default L kernelInitializer(Initializer kernelInitializer) {
    Objects.requireNonNull(kernelInitializer, "kernelInitializer");
    return kernel(options().kernel().initializer(kernelInitializer));
  }

  /** Sets the regularizer of the kernel; none by default. */
  default L kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return kernel(options().kernel().regularizer(kernelRegularizer));
  }

  /** Sets the constraint on the kernel; none by default. */
  default L kernelConstraint(@Nullable Constraint kernelConstraint) {
    return kernel(options().kernel().constraint(kernelConstraint));
  }

  private L kernel(WeightOptions kernel) {
    return options(options().kernel(kernel));
  }
}
