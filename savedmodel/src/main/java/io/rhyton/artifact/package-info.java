/**
 * What every file format shares: the one error, and files and folders that appear whole or not at
 * all. {@code StagedFolder} and {@code StagedFile} are public for Rhyton's own packages only.
 */
@NullMarked
package io.rhyton.artifact;

import org.jspecify.annotations.NullMarked;
