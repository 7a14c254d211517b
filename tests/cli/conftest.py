import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "report"))  # for `handmade`

import pytest


@pytest.fixture
def given(monkeypatch):
    """Makes `check` see these reports in place of reading files: given(report, ...)."""
    import iepaudit.cli.auditing as module

    class Given(list):
        kept = 0
        cache_problem = ""

        def close(self):
            pass

    def use(*reports):
        monkeypatch.setattr(module, "audit_inputs", lambda inputs, options, progress, options_of: Given(reports))

    return use


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch, tmp_path, tmp_path_factory):
    """No settings of the machine that the tests run on."""
    import os

    for name in os.environ:
        if name.startswith(("IEPAUDIT_", "GITHUB_")) or name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
