"""Where results are kept from one run to the next."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "iepaudit"


def default_folder() -> Path:
    """The folder for caches that this system gives each user; `iepaudit` below it."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / NAME
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME / "Cache"
    named = os.environ.get("XDG_CACHE_HOME", "")
    # The specification wants a relative path to be passed over.
    return (Path(named) if named.startswith("/") else home / ".cache") / NAME
