/** Reads and writes Keras files, SavedModels and checkpoints. */
@SuppressWarnings("requires-automatic")
module io.rhyton.savedmodel {
  requires transitive io.rhyton.graph;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.google.protobuf;
  requires java.compiler;
  requires io.jhdf;
  // jHDF, an automatic module, does not declare that it requires these two.
  requires org.apache.commons.lang3;
  requires org.slf4j;
  requires org.apache.commons.compress;
  requires tensorflow;

  exports io.rhyton.artifact;
  exports io.rhyton.checkpoint;
  exports io.rhyton.keras;
  exports io.rhyton.pretrained;
  exports io.rhyton.savedmodel;
  exports io.rhyton.codegen;
}
