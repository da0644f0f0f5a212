package io.rhyton.hdf5;

/** A child of a group. */
sealed interface Hdf5Node permits Hdf5Group, Hdf5Dataset {}
