package io.rhyton.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.training.SmallModels;
import io.rhyton.training.StepDevices;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.NodeDef;

/** Placement on two virtual CPUs. */
class PlacementTest {
  private static final String SECOND = "/CPU:1";
  private static final ConfigProto TWO = ConfigProto.newBuilder().putDeviceCount("CPU", 2).build();

  private static Map<String, String> devices(ModelGraph graph) {
    try (Session session = new Session(graph.graph(), TWO)) {
      return StepDevices.devices(graph, session);
    }
  }

  @MustBeClosed
  private static ModelGraph graph() {
    return GraphBuilder.build(SmallModels.spec().resolve(), SmallModels.COMPILE, 1);
  }

  @Test
  void byDefaultAStepRunsOnTheFirstDevice() {
    try (ModelGraph graph = graph()) {
      assertThat(new HashSet<>(devices(graph).values())).containsExactly("/CPU:0");
    }
  }

  @Test
  void gradientsAndUpdatesRunOnTheDeviceOfTheLayers() {
    try (ModelGraph graph = graph()) {
      Placement.place(graph.graph(), SECOND);
      Map<String, String> devices = devices(graph);
      assertThat(new HashSet<>(devices.values())).containsExactly(SECOND);
      assertThat(devices.keySet())
          .anyMatch(name -> name.contains("Conv2DBackpropFilter"))
          .anyMatch(name -> name.contains("ResourceApplyAdam"));
    }
  }

  @Test
  void opsAddedLaterArePlacedToo() {
    try (ModelGraph graph = graph()) {
      Placement.place(graph.graph(), SECOND);
      assertThat(Objects.requireNonNull(graph.weightedSteps()).get().weights()).isNotEmpty();
      assertThat(requested(graph)).containsExactlyInAnyOrder("", SECOND);
      Placement.place(graph.graph(), SECOND);
      assertThat(requested(graph)).containsExactly(SECOND);
    }
  }

  @Test
  void placedOpsKeepTheirDevice() {
    try (ModelGraph graph = graph()) {
      Placement.place(graph.graph(), "/CPU:0");
      Placement.place(graph.graph(), SECOND);
      assertThat(requested(graph)).containsExactly("/CPU:0");
    }
  }

  private static Set<String> requested(ModelGraph graph) {
    Set<String> devices = new HashSet<>();
    graph.graph().toGraphDef().getNodeList().stream().map(NodeDef::getDevice).forEach(devices::add);
    return devices;
  }
}
