"""How the suite is run on several cores."""

from __future__ import annotations

from typing import Any

import pytest

# Files whose tests share a costly fixture. By their names, since xdist's groups are lost with newer versions of pytest.
TOGETHER = ("property/test_redacted_reports.py", "report/test_browser.py", "samples/test_samples.py")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests of one of these files run on the same core; all others run anywhere."""
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if file.endswith(TOGETHER) else nodeid

    return ByFile(config, log)
