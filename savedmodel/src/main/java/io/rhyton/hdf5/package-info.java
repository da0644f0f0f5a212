/**
 * HDF5, the container of Keras's weights: {@link io.rhyton.hdf5.Hdf5Writer} writes a tree of {@link
 * io.rhyton.hdf5.Hdf5Group}s in one pass over the file, and {@link io.rhyton.hdf5.Hdf5File} reads
 * what Keras, h5py or this writer made.
 *
 * <p>Internal: exported to no other module. The writer is self-contained: {@code FileLayout}
 * assigns the addresses, {@code NodeHeaders} and {@code StringHeap} encode the tree. For reading,
 * jHDF parses messages, B-trees and older heaps, and accesses the file only through {@code
 * BoundedStorage}, which checks each length against the file size; structures that jHDF reads
 * without bounds, or wrongly, are read by {@code StoredHeader} and {@code StoredHeap}. {@code
 * GroupLinks}, {@code NodeAttributes} and {@code StoredDataset} extract links, attributes and
 * values from them. A new number type goes into {@code NumberType}, a new filter into {@code
 * ChunkFilters}.
 *
 * <p>Source of the format: the HDF5 File Format Specification, version 3.0.
 */
@NullMarked
package io.rhyton.hdf5;

import org.jspecify.annotations.NullMarked;
