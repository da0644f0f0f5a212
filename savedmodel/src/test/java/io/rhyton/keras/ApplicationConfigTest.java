package io.rhyton.keras;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.graph;
import static io.rhyton.keras.ConfigTexts.input;
import static io.rhyton.keras.ConfigTexts.layerOf;
import static io.rhyton.keras.ConfigTexts.node;
import static io.rhyton.keras.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.CustomScaleLayer;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.StochasticDepth;
import org.junit.jupiter.api.Test;

/** The layers that Keras defines beside one of its applications. */
class ApplicationConfigTest {

  @Test
  void kerasFindsTheirClassesByTheirModule() {
    byte[] config =
        ConfigWriter.write(
            Sequential.vector(4)
                .add(LayerScale.of(0.5, 4))
                .add(StochasticDepth.of(0.25))
                .build("m"),
            null);
    JsonNode layers = GoldenConfigs.tree(config).get("config").get("layers");
    assertThat(layers.get(1).toString().replace("\"", ""))
        .isEqualTo(
            "{module:keras.src.applications.convnext,class_name:LayerScale,"
                + "config:{name:layer_scale,trainable:true,dtype:float32,init_values:0.5,"
                + "projection_dim:4},registered_name:LayerScale}");
    assertThat(layers.get(2).toString().replace("\"", ""))
        .isEqualTo(
            "{module:keras.src.applications.convnext,class_name:StochasticDepth,"
                + "config:{name:stochastic_depth,trainable:true,dtype:float32,"
                + "drop_path_rate:0.25},registered_name:StochasticDepth}");
  }

  @Test
  void keras2RegistersOneAsIfItWereCustom() {
    String calls = "[[[\"a\", 0, 0, {}], [\"a\", 0, 0, {}]]]";
    String scaled = node("Custom>CustomScaleLayer", "b", "\"scale\": 0.2", calls);
    assertThat(
            read(graph("[\"a\", 0, 0]", "[\"b\", 0, 0]", input("a"), scaled))
                .model()
                .layer("b")
                .layer())
        .isEqualTo(CustomScaleLayer.of(0.2));
  }

  @Test
  void layersOfTheSameNameFromElsewhereAreCustom() {
    String own =
        """
        {"module": "__main__", "class_name": "LayerScale", "registered_name": "LayerScale",
         "config": {"name": "s", "init_values": 0.5, "projection_dim": 3}}\
        """;
    assertThat(findings(chain(own)))
        .containsExactly(
            "config.layers[1] 's' (LayerScale): a custom class, which Rhyton does not support");
  }

  @Test
  void optionsOutOfRangeAreReported() {
    assertThat(layerOf("StochasticDepth", "\"drop_path_rate\": 0.25"))
        .isEqualTo(StochasticDepth.of(0.25));
    assertThat(findings(chain(ConfigTexts.layer("StochasticDepth", "s", "\"drop_path_rate\": 1"))))
        .containsExactly(
            "config.layers[1] 's' (StochasticDepth): dropPathRate must be >= 0 and < 1, got 1.0");
  }
}
