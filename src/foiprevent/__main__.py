"""``python -m foiprevent``."""

import sys

from foiprevent.cli import main

if __name__ == "__main__":
    sys.exit(main())
