package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;

import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;

/** The layers of {@code global_pooling_cases.py}. */
public final class GlobalPoolingCases {
  private GlobalPoolingCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("global_average_pooling1d", SEQUENCE, GlobalAveragePooling1D.of());
    cases.add("global_average_pooling2d", IMAGE, GlobalAveragePooling2D.of());
    cases.add("global_max_pooling1d", SEQUENCE, GlobalMaxPooling1D.of());
    cases.add("global_max_pooling2d", IMAGE, GlobalMaxPooling2D.of());
    cases.add(
        "global_average_pooling1d_keepdims", SEQUENCE, GlobalAveragePooling1D.of().keepdims(true));
    cases.add(
        "global_average_pooling2d_keepdims", IMAGE, GlobalAveragePooling2D.of().keepdims(true));
    cases.add("global_max_pooling1d_keepdims", SEQUENCE, GlobalMaxPooling1D.of().keepdims(true));
    cases.add("global_max_pooling2d_keepdims", IMAGE, GlobalMaxPooling2D.of().keepdims(true));
  }
}
