"""Build the sample project from its readable sources.

    python sample_project/build.py DESTINATION.fqda

What it does stands in `builder/`; where its sources are, in README.md.
"""

import sys
from pathlib import Path

from framework_qda.shipped import build_sample

if __name__ == "__main__":
    build_sample(Path(sys.argv[1]))
