package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.model.layer.Interpolation.BICUBIC;
import static io.rhyton.model.layer.Interpolation.LANCZOS3;
import static io.rhyton.model.layer.Interpolation.LANCZOS5;
import static io.rhyton.model.layer.Interpolation.NEAREST;

import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.Resizing;

/** The layers of {@code resizing_cases.py}. */
public final class ResizingCases {
  private ResizingCases() {}

  public static void addTo(LayerCases cases) {
    addInterpolations(cases);
    addProportions(cases);
    cases.add("center_crop", ODD_IMAGE, CenterCrop.of(2, 5));
    cases.add("center_crop_odd", ODD_IMAGE, CenterCrop.of(4, 4));
    cases.add("center_crop_too_high", ODD_IMAGE, CenterCrop.of(6, 3));
    cases.add("center_crop_too_wide", IMAGE, CenterCrop.of(2, 6));
  }

  private static void addInterpolations(LayerCases cases) {
    cases.add("resizing", IMAGE, Resizing.of(3, 7));
    cases.add("resizing_nearest", IMAGE, Resizing.of(7, 3).interpolation(NEAREST));
    cases.add("resizing_bicubic", IMAGE, Resizing.of(6, 3).interpolation(BICUBIC));
    cases.add("resizing_lanczos3", IMAGE, Resizing.of(3, 7).interpolation(LANCZOS3));
    cases.add("resizing_lanczos5", IMAGE, Resizing.of(7, 4).interpolation(LANCZOS5));
    cases.add(
        "resizing_nearest_antialias",
        IMAGE,
        Resizing.of(2, 3).interpolation(NEAREST).antialias(true));
    cases.add("resizing_bilinear_antialias", IMAGE, Resizing.of(2, 3).antialias(true));
    cases.add(
        "resizing_bicubic_antialias",
        IMAGE,
        Resizing.of(2, 7).interpolation(BICUBIC).antialias(true));
    cases.add(
        "resizing_lanczos3_antialias",
        IMAGE,
        Resizing.of(3, 3).interpolation(LANCZOS3).antialias(true));
    cases.add("resizing_same_size", IMAGE, Resizing.of(4, 5).interpolation(LANCZOS3));
  }

  private static void addProportions(LayerCases cases) {
    cases.add("resizing_crop_width", IMAGE, Resizing.of(4, 2).cropToAspectRatio(true));
    cases.add(
        "resizing_crop_height",
        IMAGE,
        Resizing.of(2, 6).interpolation(BICUBIC).cropToAspectRatio(true));
    cases.add("resizing_pad_width", IMAGE, Resizing.of(3, 6).padToAspectRatio(true).fillValue(0.5));
    cases.add(
        "resizing_pad_height",
        IMAGE,
        Resizing.of(6, 3).interpolation(NEAREST).padToAspectRatio(true).fillValue(0.5));
    cases.add("resizing_pad_odd", IMAGE, Resizing.of(5, 5).padToAspectRatio(true));
  }
}
