#!/usr/bin/env bash
# Makes the virtual environment of the Python tests; does nothing if it is there and whole.
# RHYTON_PYTHON_BASE names the Python to make it with; python3 if unset.
# Beside the newest Keras it installs the one before; with --every-keras all of keras_versions.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

base=${RHYTON_PYTHON_BASE:-python3}
venv=.venv
installed=$venv/requirements.txt # Copied last, so it is there only if all the rest is.

python() {
  if [[ -d $venv/Scripts ]]; then
    "$venv/Scripts/python.exe" "$@"
  else
    "$venv/bin/python" "$@"
  fi
}

is_whole() {
  cmp -s requirements.txt "$installed" &&
    python -c 'import importlib.util as u, sys
sys.exit(not all(map(u.find_spec, ("keras", "numpy", "tensorflow"))))' 2> /dev/null
}

require_base() {
  local version
  if ! version=$("$base" -c 'import platform; print(platform.python_version())' 2> /dev/null); then
    echo "setup.sh: '$base' is no Python. Install Python 3.11 to 3.13," \
      "or set RHYTON_PYTHON_BASE to one." >&2
    exit 1
  fi
  if [[ ! $version =~ ^3\.1[123]\. ]]; then
    echo "setup.sh: '$base' is Python $version, and the tests need 3.11 to 3.13." \
      "Set RHYTON_PYTHON_BASE to one of these." >&2
    exit 1
  fi
}

# One package, in a folder of its own: the tests put it before the newest one on Python's path.
install_beside() {
  local folder=$venv/$1/$2
  if [[ ! -d $folder ]]; then
    echo "Installing $1 $2 ..."
    rm -rf "$folder.part"
    python -m pip install --quiet --disable-pip-version-check --no-deps \
      --target "$folder.part" "$1==$2"
    mv "$folder.part" "$folder"
  fi
}

if ! is_whole; then
  require_base
  echo "Installing TensorFlow and Keras into $PWD/$venv ..."
  rm -rf "$venv"
  "$base" -m venv "$venv"
  python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
  cp requirements.txt "$installed"
  echo "Done."
fi
# HDF5 1.14; the newest h5py brings HDF5 2.
install_beside h5py 3.14.0
# Keras 2 as it still runs.
install_beside tf_keras 2.21.0
versions=$(grep -v '^#' keras_versions.txt)
if [[ ${1:-} != --every-keras ]]; then
  versions=$(tail -n 1 <<< "$versions")
fi
for version in $versions; do
  install_beside keras "$version"
done
