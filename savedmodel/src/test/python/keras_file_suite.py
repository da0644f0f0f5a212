"""Opens files of Java in Keras, and writes files for Java.

    python keras_file_suite.py FOLDER

FOLDER/java contains a folder for each model that Java wrote; see keras_file_example.py.
FOLDER/python receives the same files from Keras after HALF steps, in a folder
named after the version of Keras. Run it with another version first on PYTHONPATH
to check that one.

Standard output is one JSON object per line: the check, the model, and the error,
empty if it passed. The exit status is 3 if a package is missing.
"""

import json
import os
import sys
from pathlib import Path

from suite import PACKAGE_MISSING, PACKAGES, attempt, missing, standard_output


def main(folder: Path) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["COLUMNS"] = "80"
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        # Imported late: these import TensorFlow, which may be missing.
        from keras_file_checks import checks_of
        from keras_file_example import Example

        for path in sorted((folder / "java").iterdir()):
            example = Example(path, folder / "python")
            for check in checks_of(example):
                result = attempt(check.__name__, path.name, check, example)
                print(json.dumps(result._asdict()), file=lines, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
