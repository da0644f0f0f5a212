#!/usr/bin/env bash
# Makes the virtual environment of the Python tests; does nothing if it is there and whole.
# RHYTON_PYTHON_BASE names the Python to make it with; python3 if unset.
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

if is_whole; then
  exit 0
fi
require_base
echo "Installing TensorFlow and Keras into $PWD/$venv ..."
rm -rf "$venv"
"$base" -m venv "$venv"
python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
cp requirements.txt "$installed"
echo "Done."
