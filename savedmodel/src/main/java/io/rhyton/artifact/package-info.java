/**
 * Shared by all file formats: their exception, and atomic writing of files and folders. {@code
 * StagedFolder} and {@code StagedFile} are public for Rhyton's own packages only.
 *
 * <p>A new file format of models is a package beside {@code io.rhyton.keras} and {@code
 * io.rhyton.savedmodel}. It reports every defect of a file as an {@link
 * io.rhyton.artifact.ArtifactException}.
 */
@NullMarked
package io.rhyton.artifact;

import org.jspecify.annotations.NullMarked;
