package io.rhyton.hdf5;

/** What a group can hold. */
sealed interface Hdf5Node permits Hdf5Group, Hdf5Dataset {}
