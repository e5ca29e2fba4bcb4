"""Write the JSON Schemas: ``python tools/schema.py``, or ``--check`` that they are current."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from foiprevent import Audit, Case
from foiprevent.codec import json_schema

FOLDER: Final = Path(__file__).parent.parent / "schema"
SCHEMAS: Final = {"case.schema.json": Case, "audit.schema.json": Audit}


def texts() -> dict[str, str]:
    """Return the text of each file, by its name."""
    return {name: json.dumps(json_schema(of), indent=2) + "\n" for name, of in SCHEMAS.items()}


def main(arguments: list[str]) -> int:
    """Write the files; with ``--check``, say which are not current and write nothing."""
    stale = [
        name
        for name, text in texts().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != text
    ]
    if "--check" in arguments:
        for name in stale:
            print(f"schema/{name} is not what tools/schema.py writes")
        return bool(stale)
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(texts()[name], encoding="utf-8")
    print(f"{len(stale)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
