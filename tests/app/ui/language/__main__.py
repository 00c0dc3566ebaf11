"""Brings the files of translations up to date: `python -m tests.app.ui.language`.

With `--missing PART` it prints what that part still lacks, as a JSON object of empty translations;
with `--take FILE` it takes such an object with the translations filled in.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.app.ui.language.files import known, write
from tests.app.ui.language.sources import PARTS, texts


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.app.ui.language", description=__doc__)
    parser.add_argument("--missing", choices=PARTS)
    parser.add_argument("--take", type=Path)
    chosen = parser.parse_args()
    if chosen.missing:
        have = known()
        lacking = {text: "" for text in texts(chosen.missing) if text not in have}
        print(json.dumps(lacking, ensure_ascii=False, indent=1))
        return
    taken = json.loads(chosen.take.read_text("utf-8")) if chosen.take else {}
    write({source: text for source, text in taken.items() if text})
    have = known()
    for part in PARTS:
        number = sum(text not in have for text in texts(part))
        print(f"{part:9} {len(texts(part)):5} texts, {number} without a translation")


if __name__ == "__main__":
    main()
