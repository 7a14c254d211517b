"""How the suite is run on several cores."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests that share a costly fixture say so by `xdist_group`, and run where it was made; all others run anywhere."""
    from xdist.scheduler import LoadGroupScheduling

    return LoadGroupScheduling(config, log)
