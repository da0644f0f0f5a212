package io.rhyton.model.augmentation;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.shape.Interval;
import java.util.function.Consumer;

/**
 * How an {@link ImageDataGenerator} turns, moves, leans, zooms and mirrors images: all in one look
 * at each image, so that it is interpolated once.
 *
 * @param rotationRange the largest angle, in degrees, at least 0
 * @param widthShiftRange how far images move to a side
 * @param heightShiftRange how far images move up or down
 * @param shearRange the largest angle by which columns lean, in degrees, at least 0
 * @param zoomRange how many times as small all becomes, above 0, across and down independently
 * @param horizontalFlip whether half of the images are mirrored left to right
 * @param verticalFlip whether half of the images are mirrored top to bottom
 * @param fillMode what is seen outside an image
 * @param cval what is seen there with {@link FillMode#CONSTANT}
 * @param interpolationOrder how pixels are made: 0 of the nearest one, 1 of the four around
 */
public record ImageMovement(
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
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public ImageMovement {
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

  /** None at all. */
  public static ImageMovement of() {
    return new ImageMovement(
        0, ShiftRange.NONE, ShiftRange.NONE, 0, AS_IT_IS, false, false, FillMode.NEAREST, 0, 1);
  }

  /** Sets the largest angle, in degrees. */
  public ImageMovement rotationRange(double rotationRange) {
    return with(draft -> draft.rotationRange = rotationRange);
  }

  /** Sets how far images move to a side. */
  public ImageMovement widthShiftRange(ShiftRange widthShiftRange) {
    return with(draft -> draft.widthShiftRange = widthShiftRange);
  }

  /** Sets how far images move up or down. */
  public ImageMovement heightShiftRange(ShiftRange heightShiftRange) {
    return with(draft -> draft.heightShiftRange = heightShiftRange);
  }

  /** Sets the largest angle by which columns lean, in degrees. */
  public ImageMovement shearRange(double shearRange) {
    return with(draft -> draft.shearRange = shearRange);
  }

  /** Sets how many times as small all becomes, above 0. */
  public ImageMovement zoomRange(Interval zoomRange) {
    return with(draft -> draft.zoomRange = zoomRange);
  }

  /** Sets whether half of the images are mirrored left to right. */
  public ImageMovement horizontalFlip(boolean horizontalFlip) {
    return with(draft -> draft.horizontalFlip = horizontalFlip);
  }

  /** Sets whether half of the images are mirrored top to bottom. */
  public ImageMovement verticalFlip(boolean verticalFlip) {
    return with(draft -> draft.verticalFlip = verticalFlip);
  }

  /** Sets what is seen outside an image. */
  public ImageMovement fillMode(FillMode fillMode) {
    return with(draft -> draft.fillMode = fillMode);
  }

  /** Sets what is seen there with {@link FillMode#CONSTANT}. */
  public ImageMovement cval(double cval) {
    return with(draft -> draft.cval = cval);
  }

  /** Sets how pixels are made: 0 of the nearest one, 1 of the four around. */
  public ImageMovement interpolationOrder(int interpolationOrder) {
    return with(draft -> draft.interpolationOrder = interpolationOrder);
  }

  /** Whether images are seen from anywhere but straight on, so that pixels are interpolated. */
  public boolean isAffine() {
    return rotationRange > 0
        || widthShiftRange.range() > 0
        || heightShiftRange.range() > 0
        || shearRange > 0
        || !zoomRange.equals(AS_IT_IS);
  }

  /** Whether any pixel can come to another place. */
  public boolean moves() {
    return isAffine() || horizontalFlip || verticalFlip;
  }

  private ImageMovement with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.movement();
  }

  /** The components while one of them is changed. */
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

    private Draft(ImageMovement movement) {
      rotationRange = movement.rotationRange;
      widthShiftRange = movement.widthShiftRange;
      heightShiftRange = movement.heightShiftRange;
      shearRange = movement.shearRange;
      zoomRange = movement.zoomRange;
      horizontalFlip = movement.horizontalFlip;
      verticalFlip = movement.verticalFlip;
      fillMode = movement.fillMode;
      cval = movement.cval;
      interpolationOrder = movement.interpolationOrder;
    }

    private ImageMovement movement() {
      return new ImageMovement(
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
