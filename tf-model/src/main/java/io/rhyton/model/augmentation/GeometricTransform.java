package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.shape.Interval;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The geometric transformations of an {@link ImageDataGenerator}: rotation, shift, shear, zoom and
 * flips, combined into one so that an image is interpolated only once.
 *
 * @param rotationRange the maximum rotation, in degrees, at least 0
 * @param widthShiftRange the maximum horizontal shift
 * @param heightShiftRange the maximum vertical shift
 * @param shearRange the maximum shear angle, in degrees, at least 0
 * @param zoomRange the range of the zoom factor, above 0, sampled independently per axis; factors
 *     above 1 zoom out
 * @param horizontalFlip whether to randomly flip images horizontally
 * @param verticalFlip whether to randomly flip images vertically
 * @param fillMode how points outside the image are filled
 * @param cval the fill value for {@link FillMode#CONSTANT}
 * @param interpolationOrder the interpolation order: 0 for nearest neighbor, 1 for bilinear
 */
public record GeometricTransform(
    double rotationRange,
    ShiftRange widthShiftRange,
    ShiftRange heightShiftRange,
    double shearRange,
    Interval zoomRange,
    boolean horizontalFlip,
    boolean verticalFlip,
    FillMode fillMode,
    double cval,
    int interpolationOrder) {
  private static final Interval AS_IT_IS = Interval.of(1, 1);

  /**
   * Validates the ranges.
   *
   * @throws IllegalArgumentException if an option is out of range
   */
  public GeometricTransform {
    Objects.requireNonNull(widthShiftRange, "widthShiftRange");
    Objects.requireNonNull(heightShiftRange, "heightShiftRange");
    Objects.requireNonNull(zoomRange, "zoomRange");
    Objects.requireNonNull(fillMode, "fillMode");
    Arguments.requireNotNegative("rotationRange", rotationRange);
    Arguments.requireNotNegative("shearRange", shearRange);
    if (zoomRange.lower() <= 0) {
      throw new IllegalArgumentException("zoomRange must be > 0, got " + zoomRange);
    }
    Arguments.requireFinite("cval", cval);
    if (interpolationOrder != 0 && interpolationOrder != 1) {
      throw new IllegalArgumentException(
          "interpolationOrder must be 0 or 1, got " + interpolationOrder);
    }
  }

  /** Creates the identity transformation. */
  public static GeometricTransform of() {
    return new GeometricTransform(
        0, ShiftRange.NONE, ShiftRange.NONE, 0, AS_IT_IS, false, false, FillMode.NEAREST, 0, 1);
  }

  /** Sets the maximum rotation, in degrees. */
  public GeometricTransform rotationRange(double rotationRange) {
    return with(draft -> draft.rotationRange = rotationRange);
  }

  /** Sets the maximum horizontal shift. */
  public GeometricTransform widthShiftRange(ShiftRange widthShiftRange) {
    return with(draft -> draft.widthShiftRange = widthShiftRange);
  }

  /** Sets the maximum vertical shift. */
  public GeometricTransform heightShiftRange(ShiftRange heightShiftRange) {
    return with(draft -> draft.heightShiftRange = heightShiftRange);
  }

  /** Sets the maximum shear angle, in degrees. */
  public GeometricTransform shearRange(double shearRange) {
    return with(draft -> draft.shearRange = shearRange);
  }

  /** Sets the range of the zoom factor, above 0. */
  public GeometricTransform zoomRange(Interval zoomRange) {
    return with(draft -> draft.zoomRange = zoomRange);
  }

  /** Sets whether to randomly flip images horizontally. */
  public GeometricTransform horizontalFlip(boolean horizontalFlip) {
    return with(draft -> draft.horizontalFlip = horizontalFlip);
  }

  /** Sets whether to randomly flip images vertically. */
  public GeometricTransform verticalFlip(boolean verticalFlip) {
    return with(draft -> draft.verticalFlip = verticalFlip);
  }

  /** Sets how points outside the image are filled. */
  public GeometricTransform fillMode(FillMode fillMode) {
    return with(draft -> draft.fillMode = fillMode);
  }

  /** Sets the fill value for {@link FillMode#CONSTANT}. */
  public GeometricTransform cval(double cval) {
    return with(draft -> draft.cval = cval);
  }

  /** Sets the interpolation order: 0 for nearest neighbor, 1 for bilinear. */
  public GeometricTransform interpolationOrder(int interpolationOrder) {
    return with(draft -> draft.interpolationOrder = interpolationOrder);
  }

  /**
   * Returns whether there is any transformation other than flips, so that pixels are interpolated.
   */
  public boolean isAffine() {
    return rotationRange > 0
        || widthShiftRange.range() > 0
        || heightShiftRange.range() > 0
        || shearRange > 0
        || !zoomRange.equals(AS_IT_IS);
  }

  /** Returns whether there is any transformation at all. */
  public boolean transforms() {
    return isAffine() || horizontalFlip || verticalFlip;
  }

  private GeometricTransform with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.transform();
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private double rotationRange;
    private ShiftRange widthShiftRange;
    private ShiftRange heightShiftRange;
    private double shearRange;
    private Interval zoomRange;
    private boolean horizontalFlip;
    private boolean verticalFlip;
    private FillMode fillMode;
    private double cval;
    private int interpolationOrder;

    private Draft(GeometricTransform transform) {
      rotationRange = transform.rotationRange;
      widthShiftRange = transform.widthShiftRange;
      heightShiftRange = transform.heightShiftRange;
      shearRange = transform.shearRange;
      zoomRange = transform.zoomRange;
      horizontalFlip = transform.horizontalFlip;
      verticalFlip = transform.verticalFlip;
      fillMode = transform.fillMode;
      cval = transform.cval;
      interpolationOrder = transform.interpolationOrder;
    }

    private GeometricTransform transform() {
      return new GeometricTransform(
          rotationRange,
          widthShiftRange,
          heightShiftRange,
          shearRange,
          zoomRange,
          horizontalFlip,
          verticalFlip,
          fillMode,
          cval,
          interpolationOrder);
    }
  }
}
