"""Reports of a run come back as they were put in, wherever they lie."""

import os
from dataclasses import replace

import pytest
from handmade import NAME, file_report, other, unreadable

from iepaudit.store.codec import Unreadable, pack, unpack
from iepaudit.store.spool import Spool

REPORTS = tuple(replace(r, path=f"{n}.pdf") for n, r in enumerate([file_report(), unreadable(), other()] * 3))


def test_a_packed_report_comes_back_equal_in_every_field():
    assert [unpack(pack(r)) for r in REPORTS] == list(REPORTS)


@pytest.mark.parametrize("data", [b"", b"nonsense", pack(file_report())[:-8]])
def test_other_bytes_are_not_taken_for_a_report(data):
    with pytest.raises(Unreadable):
        unpack(data)


@pytest.mark.parametrize(("in_memory", "plain"), [(10**9, 100), (10**9, 0), (0, 0), (4000, 2)])
def test_reports_come_back_in_order_as_often_as_wanted(in_memory, plain):
    spool = Spool(in_memory, plain)
    for report in REPORTS:
        spool.add(report)
    assert len(spool) == len(REPORTS)
    assert tuple(spool) == REPORTS
    assert tuple(spool) == REPORTS
    assert (spool[-1], spool[2], spool[1:3]) == (REPORTS[-1], REPORTS[2], REPORTS[1:3])
    spool.close()


def test_what_lies_on_the_disk_cannot_be_read(monkeypatch):
    spool = Spool(0, 0)
    for report in REPORTS:
        spool.add(report)
    spool._file.seek(0)
    written = spool._file.read()
    assert written
    assert NAME.encode() not in written
    packed = pack(REPORTS[0])
    assert packed[:64] not in written
    spool.close()


@pytest.mark.skipif(os.name != "posix", reason="files without a name are a matter of POSIX")
def test_the_file_on_the_disk_has_no_name(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spool = Spool(0, 0)
    spool.add(REPORTS[0])
    assert list(tmp_path.iterdir()) == []
    spool.close()
