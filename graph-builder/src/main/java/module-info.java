/** Trains Keras models with TensorFlow's native runtime, from data sets of many kinds. */
@SuppressWarnings({"module", "requires-automatic"})
module io.rhyton.graph {
  requires transitive io.rhyton.model;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;
  requires java.desktop;
  requires java.net.http;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;
  requires me.tongfei.progressbar;
  requires tensorflow;
  requires org.bytedeco.javacpp;
  requires tensorflow.nativelib;
  requires xchart;
  requires VectorGraphics2D;

  exports io.rhyton.callback;
  exports io.rhyton.data;
  exports io.rhyton.datasets;
  exports io.rhyton.data.csv;
  exports io.rhyton.data.image;
  exports io.rhyton.data.tfrecord;
  exports io.rhyton.execution;
  exports io.rhyton.history;
  exports io.rhyton.inference;
  exports io.rhyton.report;
  exports io.rhyton.training;
  exports io.rhyton.training.fit;
  exports io.rhyton.training.progress;

  // Internal: for Rhyton's own module that needs them.
  exports io.rhyton.download to
      io.rhyton.savedmodel;
  exports io.rhyton.file to
      io.rhyton.savedmodel;
  exports io.rhyton.graph to
      io.rhyton.savedmodel;
  exports io.rhyton.graph.layer to
      io.rhyton.savedmodel;
  exports io.rhyton.graph.objective to
      io.rhyton.savedmodel;
  exports io.rhyton.graph.optimizer to
      io.rhyton.savedmodel;
  exports io.rhyton.runtime to
      io.rhyton.savedmodel;
  exports io.rhyton.session to
      io.rhyton.savedmodel;
  exports io.rhyton.session.inference to
      io.rhyton.savedmodel;
  exports io.rhyton.session.training to
      io.rhyton.savedmodel;
  exports io.rhyton.graph.variable to
      io.rhyton.savedmodel;
}
