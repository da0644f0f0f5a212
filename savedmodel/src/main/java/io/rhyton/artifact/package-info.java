/**
 * Shared by all file formats: their exception, and atomic writing of files and folders. {@code
 * StagedFolder} and {@code StagedFile} are public for Rhyton's own packages only.
 */
@NullMarked
package io.rhyton.artifact;

import org.jspecify.annotations.NullMarked;
