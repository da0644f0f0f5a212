package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.golden.cases.LayerCases.TESTED;
import static io.rhyton.model.layer.Interpolation.NEAREST;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.FlipMode;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.shape.Interval;

/** The layers of {@code augmentation_cases.py}; transforms come before all weights. */
public final class AugmentationCases {
  private AugmentationCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("random_flip", IMAGE, RandomFlip.of().seed(5));
    cases.add("random_flip_horizontal", IMAGE, RandomFlip.of(FlipMode.HORIZONTAL).seed(5));
    cases.add("random_flip_vertical", IMAGE, RandomFlip.of(FlipMode.VERTICAL).seed(5));
    cases.add("random_crop", ODD_IMAGE, RandomCrop.of(3, 4).seed(3));
    cases.add("random_crop_too_high", ODD_IMAGE, RandomCrop.of(6, 4).seed(3));
    cases.add("random_crop_too_wide", ODD_IMAGE, RandomCrop.of(3, 9).seed(3));
    addRotations(cases);
    addTranslations(cases);
    addZooms(cases);
    addColors(cases);
  }

  private static void addRotations(LayerCases cases) {
    addFirst(cases, "random_rotation", RandomRotation.of(0.3).seed(7));
    addFirst(
        cases,
        "random_rotation_between",
        RandomRotation.of(0.1, 0.2).fillMode(FillMode.CONSTANT).fillValue(0.5).seed(7));
    addFirst(
        cases,
        "random_rotation_nearest",
        RandomRotation.of(0.4).fillMode(FillMode.NEAREST).seed(7));
    addFirst(
        cases,
        "random_rotation_wrap",
        RandomRotation.of(0.2).fillMode(FillMode.WRAP).interpolation(NEAREST).seed(7));
    addFirst(cases, "random_rotation_0", RandomRotation.of(0).seed(7));
  }

  private static void addTranslations(LayerCases cases) {
    addFirst(cases, "random_translation", RandomTranslation.of(0.6, 0.4).seed(9));
    addFirst(
        cases,
        "random_translation_between",
        RandomTranslation.of(Interval.of(-0.7, -0.2), Interval.of(0.3, 0.8))
            .fillMode(FillMode.CONSTANT)
            .fillValue(0.5)
            .seed(9));
    addFirst(
        cases,
        "random_translation_nearest",
        RandomTranslation.of(0.5, 0).fillMode(FillMode.NEAREST).seed(9));
    addFirst(
        cases,
        "random_translation_wrap",
        RandomTranslation.of(1, 1).fillMode(FillMode.WRAP).interpolation(NEAREST).seed(9));
  }

  private static void addZooms(LayerCases cases) {
    addFirst(cases, "random_zoom", RandomZoom.of(0.5).seed(1));
    addFirst(
        cases,
        "random_zoom_both",
        RandomZoom.of(Interval.of(-0.5, -0.1))
            .widthFactor(Interval.of(0.2, 0.9))
            .fillMode(FillMode.CONSTANT)
            .fillValue(0.5)
            .seed(1));
    addFirst(
        cases,
        "random_zoom_nearest",
        RandomZoom.of(Interval.of(0.5, 0.9))
            .widthFactor(Interval.of(-0.9, -0.5))
            .fillMode(FillMode.NEAREST)
            .interpolation(NEAREST)
            .seed(1));
    addFirst(
        cases,
        "random_zoom_wrap",
        RandomZoom.of(Interval.of(0.3, 0.9)).fillMode(FillMode.WRAP).seed(1));
  }

  private static void addFirst(LayerCases cases, String name, Layer layer) {
    cases.add(
        name,
        LayerSpec.of("input", InputLayer.of(IMAGE)),
        LayerSpec.of(TESTED, layer, "input"),
        LayerSpec.of("back", Conv2D.of(2, 1).useBias(false), TESTED),
        LayerSpec.of("rows", Flatten.of(), "back"));
  }

  private static void addColors(LayerCases cases) {
    cases.add("random_contrast", IMAGE, RandomContrast.of(0.8, 0.9).valueRange(-1, 1).seed(7));
    cases.add("random_contrast_bytes", IMAGE, RandomContrast.of(0.5).seed(3));
    cases.add("random_brightness", IMAGE, RandomBrightness.of(-0.2, 0.4).valueRange(-1, 1).seed(7));
    cases.add("random_brightness_bytes", IMAGE, RandomBrightness.of(0.01).seed(3));
  }
}
