package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;

/**
 * Adds a scaled residual branch: {@code x + scale · y}. InceptionResNetV2 consists of it.
 *
 * <p>Shapes: two inputs of the same rank, whose sizes are equal or 1 along each axis; output the
 * larger sizes.
 *
 * <p>Source: {@code keras/src/applications/inception_resnet_v2.py}, Keras 3.15; Szegedy et al.,
 * "Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning", AAAI 2017.
 *
 * @param scale the scale of the second input
 */
public record CustomScaleLayer(double scale) implements MultiInput {

  public CustomScaleLayer {
    Arguments.requireFinite("scale", scale);
  }

  /**
   * Creates the layer.
   *
   * @param scale the scale of the second input
   */
  public static CustomScaleLayer of(double scale) {
    return new CustomScaleLayer(scale);
  }

  /**
   * Calls the layer on two nodes.
   *
   * @param nodes the shortcut and the residual branch
   */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return Node.merge(this, nodes);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.operands());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.customScaleLayer(this);
  }
}
