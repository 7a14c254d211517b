"""The Python interface: what `import iepaudit` gives."""

import subprocess
import sys
from pathlib import Path

import pytest

import iepaudit

PLAN = Path(__file__).parents[2] / "samples" / "plan.txt"


def test_audit_gives_the_report_on_a_file():
    report = iepaudit.audit(PLAN)
    assert isinstance(report, iepaudit.FileReport)
    assert report.results


def test_audit_takes_the_options_of_audit_file():
    options = iepaudit.AuditOptions(selection=iepaudit.Selection(select=("IEP2",)))
    report = iepaudit.audit(PLAN, options)
    assert {r.id[:4] for r in report.results} == {"IEP2"}
    assert report == iepaudit.audit_file(PLAN, options)


def test_the_module_of_the_same_name_stays_importable():
    from iepaudit.audit import audit_paths

    assert audit_paths is iepaudit.audit_paths


def test_a_file_that_is_not_there_is_a_report_and_no_exception(tmp_path):
    assert iepaudit.audit(tmp_path / "gone.pdf").problems[0].reason == "missing"


def test_a_wrong_option_raises(tmp_path):
    with pytest.raises(iepaudit.UsageError, match="no-such-state"):
        iepaudit.audit(PLAN, iepaudit.AuditOptions(profile="no-such-state"))


def test_every_public_name_is_there():
    assert all(getattr(iepaudit, name) is not None for name in iepaudit.__all__)
    assert set(iepaudit.__all__) <= set(dir(iepaudit))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="audits"):
        _ = iepaudit.audits


def test_importing_the_package_loads_nothing_else():
    code = "import sys, iepaudit; print(sorted(m for m in sys.modules if m.startswith('iepaudit')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['iepaudit']"


def test_a_script_without_a_main_guard_can_audit(tmp_path):
    script = tmp_path / "mine.py"
    script.write_text(f"import iepaudit\nprint(iepaudit.audit({str(PLAN)!r}).kind)\n")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "iep\n"), done.stderr
