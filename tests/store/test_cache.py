"""Kept results: found by content, readable only with the content, and never a reason to stop or to be wrong."""

import sqlite3
from dataclasses import replace

import pytest
from handmade import NAME, file_report

from iepaudit.store.cache import FILE, Cache, key_of

TODAY = "2026-05-01"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "Quenby plan.txt"
    path.write_text("Marisol Quenby will read.")
    return path


@pytest.fixture
def cache(tmp_path):
    kept = Cache(tmp_path / "cache")
    yield kept
    kept.close()


def report_on(key, **changes):
    return replace(file_report(), sha256=key.sha256, path="", **changes)


def raw(cache):
    """All bytes of the database."""
    return b"".join(p.read_bytes() for p in sorted(cache.path.parent.iterdir()))


def test_a_kept_report_is_given_again(cache, plan):
    key = key_of(plan, "settings")
    cache.put(key, report_on(key), TODAY)
    assert cache.get(key_of(plan, "settings"), TODAY) == report_on(key)


def test_other_content_other_settings_and_another_password_are_other_entries(cache, plan):
    key = key_of(plan, "settings", "secret")
    cache.put(key, report_on(key), TODAY)
    assert cache.get(key_of(plan, "settings"), TODAY) is None
    assert cache.get(key_of(plan, "others", "secret"), TODAY) is None
    plan.write_text("Marisol Quenby will read!")
    assert cache.get(key_of(plan, "settings", "secret"), TODAY) is None


def test_the_name_of_the_file_makes_no_difference(plan, tmp_path):
    assert key_of(plan.rename(tmp_path / "b.txt"), "s") == key_of(tmp_path / "b.txt", "s")


def test_a_report_of_its_day_is_not_given_on_another(cache, plan):
    key = key_of(plan, "settings")
    cache.put(key, report_on(key, of_its_day=True), TODAY)
    assert cache.get(key, TODAY) is not None
    assert cache.get(key, "2026-05-02") is None


def test_nothing_of_the_plan_can_be_read_in_it(cache, plan):
    key = key_of(plan, "settings")
    cache.put(key, report_on(key), TODAY)
    held = raw(cache)
    for word in (NAME, "Marisol", "Quenby", "goal", "IEP201", plan.name, key.sha256):
        assert word.encode() not in held
    assert bytes.fromhex(key.sha256) not in held
    assert key.secret not in held


def test_the_digest_that_reports_print_opens_nothing(plan):
    key = key_of(plan, "settings")
    assert bytes.fromhex(key.sha256) not in (key.secret, key.name)


def test_a_changed_entry_is_no_entry(cache, plan):
    key = key_of(plan, "settings")
    cache.put(key, report_on(key), TODAY)
    with sqlite3.connect(cache.path) as base:
        base.execute("UPDATE results SET sealed = substr(sealed, 1, 40) || x'00' || substr(sealed, 42)")
    assert cache.get(key, TODAY) is None
    cache.put(key, report_on(key), TODAY)
    assert cache.get(key, TODAY) is not None


def test_the_entry_of_one_plan_is_not_taken_for_anothers(cache, plan, tmp_path):
    (tmp_path / "b.txt").write_text("b")
    one, two = key_of(plan, "settings"), key_of(tmp_path / "b.txt", "settings")
    cache.put(one, report_on(one), TODAY)
    with sqlite3.connect(cache.path) as base:
        base.execute("UPDATE results SET name = ?", (two.name,))
    assert cache.get(two, TODAY) is None


@pytest.mark.parametrize("content", [b"not a database at all, but a longer file", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_file_that_is_no_cache_is_left_alone_and_said(tmp_path, plan, content):
    (tmp_path / FILE).write_bytes(content)
    cache = Cache(tmp_path)
    key = key_of(plan, "settings")
    cache.put(key, report_on(key), TODAY)
    assert cache.get(key, TODAY) is None
    assert cache.problem
    cache.close()
    assert (tmp_path / FILE).read_bytes() == content


def test_somebody_elses_database_is_left_alone_and_said(tmp_path):
    with sqlite3.connect(tmp_path / FILE) as base:
        base.execute("CREATE TABLE recipes (name)")
    assert "no cache of iepaudit" in Cache(tmp_path).problem


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    cache = Cache(tmp_path / "file" / "below")
    assert cache.problem
    assert cache.size().entries == 0


def test_the_longest_unused_go_when_there_is_no_room(tmp_path):
    cache = Cache(tmp_path / "cache", megabytes=0)
    path = tmp_path / "a.txt"
    path.write_text("a")
    key = key_of(path, "settings")
    cache.put(key, report_on(key), TODAY)
    cache.close()
    assert Cache(tmp_path / "cache").size().entries == 0


def test_two_programs_may_use_it_at_once(tmp_path, plan):
    one, two = Cache(tmp_path / "cache"), Cache(tmp_path / "cache")
    key = key_of(plan, "settings")
    one.put(key, report_on(key), TODAY)
    assert two.get(key, TODAY) is not None
    one.close()
    two.close()
    assert (one.problem, two.problem) == ("", "")


def test_only_this_user_may_read_it(cache):
    assert cache.path.stat().st_mode & 0o077 == 0
