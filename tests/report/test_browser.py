"""The HTML report in a real browser: width, filters, print, keyboard, and what a hostile plan cannot do."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser
from handmade import EVIL, file_report, full_sheet, goal, iep, place, result, run, unreadable

from iepaudit.audit import AuditOptions, audit_file
from iepaudit.extract import ReadOptions
from iepaudit.model.outcome import RunReport, Severity
from iepaudit.report.html_report import render_html
from iepaudit.report.options import ReportOptions
from iepaudit.report.questions import render_questions_html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LONG = "Supercalifragilistic" * 20


@pytest.fixture(scope="module")
def browser():
    made = Browser()
    yield made
    made.close()


@pytest.fixture(scope="module")
def defects(tmp_path_factory):
    """The report on a whole plan with pictures."""
    source = ReadOptions()
    report = audit_file(SAMPLES / "defects-label-value.pdf", AuditOptions(read=source))
    whole = RunReport((report,), "0.1.0", "d1", "federal", 1, (), 25)
    path = tmp_path_factory.mktemp("pages") / "plan.html"
    path.write_text(render_html(whole, ReportOptions(source=source)), encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path):
    def written(*files, render=render_html):
        path = tmp_path / "page.html"
        path.write_text(render(run(*files), ReportOptions()), encoding="utf-8")
        return path

    return written


def shown(browser, selector):
    """How many elements of a kind can be seen."""
    return browser.ask(
        f"[...document.querySelectorAll('{selector}')].filter(e => getComputedStyle(e).display !== 'none').length"
    )


def pages_printed(browser):
    import pypdfium2

    return len(pypdfium2.PdfDocument(io.BytesIO(browser.printed())))


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_nothing_runs_over_the_side(browser, defects, width):
    browser.open(defects, width)
    assert browser.ask("document.documentElement.scrollWidth") <= width


def test_long_words_and_paths_do_not_run_over_the_side_of_a_telephone(browser, page):
    hostile = file_report(
        path=f"plans/{LONG}.pdf",
        iep=iep(goals=(goal(text=LONG),)),
        results=(result(message=LONG, question=LONG, evidence=(place(1, LONG),)),),
    )
    browser.open(page(hostile, unreadable(path=f"{LONG}.pdf")), 360)
    assert browser.ask("document.documentElement.scrollWidth") <= 360


def test_the_page_asks_for_nothing_but_itself(browser, defects):
    browser.open(defects)
    assert [u for u in browser.requests if not u.startswith(("file:", "data:image/"))] == []
    assert browser.complaints == []


def test_the_pictures_can_be_decoded(browser, defects):
    browser.open(defects)
    decoded = """Promise.all([...document.querySelectorAll('svg.store image')].map(i => {
        const p = new Image(); p.src = i.getAttribute('href'); return p.decode().then(() => p.naturalWidth)}))"""
    widths = browser.ask(decoded)
    assert widths
    assert all(w > 500 for w in widths)


def test_a_level_can_be_hidden(browser, defects):
    browser.open(defects)
    all_of_them = shown(browser, "article.is-required")
    assert all_of_them > 1
    browser.ask("document.getElementById('f-required').click()")
    assert shown(browser, "article.is-required") == 0
    assert shown(browser, "article.is-gap") > 0


def test_one_part_of_the_plan_can_be_chosen(browser, defects):
    browser.open(defects)
    browser.ask("document.getElementById('g-goals').click()")
    assert shown(browser, "article.finding") == browser.ask("document.querySelectorAll('article.g-goals').length")
    browser.ask("document.getElementById('g-all').click()")
    assert shown(browser, "article.finding") == browser.ask("document.querySelectorAll('article.finding').length")


def test_it_prints_on_few_pages_and_the_sheet_alone_on_one(browser, defects):
    browser.open(defects)
    assert pages_printed(browser) <= 6
    browser.ask("document.getElementById('p-sheet').click()")
    assert pages_printed(browser) == 1


def test_a_sheet_with_all_its_questions_and_long_concerns_is_one_page(browser, page):
    browser.open(page(full_sheet(), render=render_questions_html))
    assert pages_printed(browser) == 1


def test_a_plan_cannot_run_anything(browser, page):
    hostile = file_report(
        path=f"{EVIL}.pdf",
        iep=iep(goals=(goal(text=EVIL),)),
        results=(result(message=EVIL, question=EVIL, match=EVIL, searched=(EVIL,), evidence=(place(1, EVIL),)),),
    )
    browser.open(page(hostile))
    assert browser.ask("document.scripts.length + document.querySelectorAll('img, [onerror]').length") == 0


def test_the_first_key_press_leads_past_the_head_of_the_page(browser, defects):
    browser.open(defects)
    browser.press("Tab", 9)
    assert browser.ask("document.activeElement.className") == "skip"
    assert browser.ask("document.querySelector(document.activeElement.getAttribute('href')) !== null")


def test_everything_that_can_be_pressed_shows_when_it_has_the_focus(browser, defects):
    browser.open(defects)
    browser.press("Tab", 9)
    browser.press("Tab", 9)
    assert browser.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_headings_go_down_one_step_at_a_time(browser, defects):
    browser.open(defects)
    levels = browser.ask("[...document.querySelectorAll('h1,h2,h3,h4,h5')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_every_link_inside_the_page_leads_somewhere(browser, defects):
    browser.open(defects)
    lost = (
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length"
    )
    assert browser.ask(lost) == 0


def test_pictures_and_controls_have_names(browser, defects):
    browser.open(defects)
    assert (
        browser.ask("[...document.querySelectorAll('svg.page')].filter(s => !s.getAttribute('aria-label')).length") == 0
    )
    assert browser.ask("[...document.querySelectorAll('input')].filter(i => !i.labels.length).length") == 0
    assert browser.ask("document.querySelectorAll('main').length") == 1


def test_light_and_dark_have_enough_contrast(browser, defects):
    ratio = """(() => {
      const lum = c => { const [r,g,b] = c.match(/[0-9.]+/g).map(v => v/255)
        .map(v => v <= .03928 ? v/12.92 : ((v+.055)/1.055)**2.4); return .2126*r+.7152*g+.0722*b };
      const worst = [];
      const back = lum(getComputedStyle(document.body).backgroundColor);
      for (const e of document.querySelectorAll('p,li,td,h1,h2,h3,small,.tag,.foot')) {
        const l = lum(getComputedStyle(e).color); const [a,b] = l > back ? [l,back] : [back,l];
        worst.push((a+.05)/(b+.05)) }
      return Math.min(...worst) })()"""
    for dark in (False, True):
        browser.open(defects, dark=dark)
        assert browser.ask(ratio) >= 4.5


def test_several_files_are_told_of_in_one_page(browser, page):
    weak = file_report(path="b.pdf", results=(result(severity=Severity.GAP),))
    browser.open(page(file_report(), weak, unreadable()), 360)
    assert browser.ask("document.documentElement.scrollWidth") <= 360
    assert shown(browser, "section.file") == 3
    levels = browser.ask("[...document.querySelectorAll('h1,h2,h3,h4,h5')].map(h => +h.tagName[1])")
    assert all(b <= a + 1 for a, b in pairwise(levels))
