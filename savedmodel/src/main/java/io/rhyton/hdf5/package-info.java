/**
 * HDF5, the container of Keras's weights: {@link io.rhyton.hdf5.Hdf5Writer} writes a tree of {@link
 * io.rhyton.hdf5.Hdf5Group}s in one pass over the file, and {@link io.rhyton.hdf5.Hdf5File} reads
 * what Keras, h5py or this writer made.
 *
 * <p>Public for Rhyton's own packages only. Writing is ours: {@code FileLayout} says where
 * everything lies, {@code NodeHeaders} and {@code StringHeap} turn the tree into bytes. For
 * reading, jHDF reads messages, B-trees and older heaps, and sees the file through {@code
 * BoundedStorage} alone, which holds each length in it against the file; what jHDF reads without
 * bounds, or wrongly, is read here: {@code StoredHeader}, {@code StoredHeap}. Links, attributes and
 * values are taken from there by {@code GroupLinks}, {@code NodeAttributes} and {@code
 * StoredDataset}. A new type of numbers goes into {@code NumberType}, a new filter into {@code
 * ChunkFilters}.
 *
 * <p>Source of the format: the HDF5 File Format Specification, version 3.0.
 */
@NullMarked
package io.rhyton.hdf5;

import org.jspecify.annotations.NullMarked;
