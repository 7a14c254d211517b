"""An amendment, and a packet of three papers in one file."""

from __future__ import annotations

import io
import json

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from kit import Pen, box, gap, sample, saved, style
from look_alikes import Story
from sheet import ALL, Sheet
from truth import Truth


def amendment(pen: Pen) -> Story:
    t = Truth("An amendment without a meeting: only the changed sections are there, and that is right.", "amendment")
    t.student = {"name": "Anselm Rourke", "birth_date": "2012-10-03", "grade": "8"}
    s = Sheet(pen, t, "Times", 11)
    s.title("IEP Amendment", "Agreement to Change an IEP Without Convening a Planning and Placement Team (PPT) Meeting")
    s.kv(
        ("Student", "Anselm Rourke"),
        ("Date of birth", "10/03/2012"),
        ("Grade", "8"),
        ("District", "Oyster Neck Public Schools"),
        ("Date of the annual PPT meeting", "10/30/2025"),
        ("Date of this agreement", "02/25/2026"),
        ("Changes take effect", "03/02/2026"),
    )
    s.h("Sections amended", "amendment")
    s.p(
        f"{box(False)} Present levels    {box(True)} Annual goals    {box(True)} Services    {box(False)} Accommodations    {box(False)} Placement",
        "All other parts of the IEP of 10/30/2025 stay as they are.",
    )
    s.h("Reason for the change")
    s.p(
        "Anselm reached goal 2 on 01/29/2026 (9 of 10 paragraphs with a claim and two reasons). His teacher and his mother ask for a next step and for more time with the writing lab."
    )
    s.h("Annual goal 2, as amended", "annual-goals")
    s.goal(
        "Goal 2:",
        "By 10/29/2026, given a question about two articles of grade 8, Anselm will write an essay of 4 paragraphs with a claim, two pieces of evidence from each article and a conclusion that scores 8 of 10 points on the argument rubric in "
        "3 of 4 essays.",
        "writing",
        ALL,
        ("Baseline", "4 of 10 points (essay of 02/10/2026)"),
        ("Evaluation procedure", "argument rubric scored by the special education teacher, once a month"),
        baseline="4 of 10 points (essay of 02/10/2026)",
        method="argument rubric scored by the special education teacher, once a month",
    )
    s.h("Services, as amended", "special-education")
    s.services(
        ("Service", "Amount", "Frequency", "Location", "Start", "End"),
        [
            (
                {"name": "Specialized writing instruction", "minutes": 120, "frequency": "3 times per week", "location": "Writing lab", "start": "2026-03-02", "end": "2026-10-29"},
                ("Specialized writing instruction", "40 minutes", "3 times per week", "Writing lab", "03/02/2026", "10/29/2026"),
            )
        ],
        (0.26, 0.14, 0.18, 0.14, 0.14, 0.14),
    )  # fmt: skip
    s.p("Before: 40 minutes, 2 times per week.")
    s.h("Agreement", "consent-notice")
    s.p(
        "The parent and the district agree to make these changes without a meeting (34 CFR 300.324(a)(4)). The parent receives, on request, a copy of the whole IEP with the changes.",
        f"{box(True)} I agree to the changes.    {box(False)} I ask for a PPT meeting.",
        "Parent: <i>Nuala Rourke</i>, 02/25/2026      District: <i>Edwin Lachance</i>, 02/25/2026",
    )
    t.findings = []
    t.trap("goals-section-missing", "document", "only changed sections are audited")
    t.trap("present-levels", "document", "not changed, so not in this paper")
    t.trap("progress-schedule-missing", "document", "not changed, so not in this paper")
    t.trap(
        "service-vague-amount",
        "document",
        "'Before: 40 minutes, 2 times per week' tells of the past and is no second service",
    )
    return s.done()


GOALS = (
    (
        "By 11/12/2026, given a passage of grade 6, Ignatius will write the main idea and three details in his own words and score 4 of 5 points on the summary rubric in 4 of 5 summaries.",
        "reading",
        "2 of 5 points (three summaries, 10/2025)",
        "summary rubric scored by the special education teacher every two weeks",
    ),
    (
        "By 11/12/2026, given a planner page with the assignments of the day, Ignatius will pack the materials that are listed and leave within 5 minutes of the bell on 9 of 10 days.",
        "organization",
        "4 of 10 days (10/06 to 10/17/2025)",
        "materials checklist signed by the advisor each day",
    ),
)


def packet_iep(pen: Pen) -> Story:
    t = Truth("Three papers in one file; goals come again in the progress report and must not be counted twice.", "iep")
    t.student = {"name": "Ignatius Bell", "birth_date": "2014-05-16", "grade": "6"}
    t.dates = {
        "meeting": "2025-11-13",
        "start": "2025-11-17",
        "end": "2026-11-12",
        "annual_review": "2026-11-12",
        "evaluation": "2024-10-22",
        "reevaluation": "2027-10-21",
    }
    s = Sheet(pen, t)
    s.title("Individualized Education Program", "Dunmore Consolidated Schools - Case Conference Committee (CCC)")
    s.h("Student Information", "demographics")
    s.table(
        [
            ("Student: Ignatius Bell", "Date of birth: 05/16/2014", "Grade: 6"),
            ("Case conference: 11/13/2025", "Start date: 11/17/2025", "End date: 11/12/2026"),
            ("Last evaluation: 10/22/2024", "Reevaluation due: 10/21/2027", "Annual review due: 11/12/2026"),
        ],
        (0.36, 0.32, 0.32),
        head=False,
    )
    s.h("Case Conference Committee", "team")
    s.p(
        "Olive Bell, parent; Ignatius Bell, student; Fergus Tran, general education teacher; Nell Abbott, special education teacher; Ramona Fitch, public agency representative; Dr. Saul Wexler, school psychologist (evaluation results)."
    )
    s.h("Present Levels of Academic Achievement and Functional Performance", "present-levels")
    s.p(
        "Reading: 37th percentile in fluency and 12th percentile in comprehension (fall 2025). Three summaries of October 2025 scored 2, 2 and 1 of 5 points. Mathematics: 55th percentile; no need. Written work: 4 complete sentences in 15 minutes; spelling is correct in 96% of words.",
        "Functional: Ignatius left class with all materials on 4 of 10 days. He turned in 19 of 27 assignments in the first quarter. He works well in pairs. Behavior, motor skills and communication are as expected for his age.",
    )
    s.h("Impact of the Disability", "impact")
    s.p(
        "Because of his other health impairment (ADHD), Ignatius loses the thread in longer texts and forgets what he needs for the next class. In the sixth-grade curriculum this affects summaries in English, note taking in social studies and homework in all classes."
    )
    s.h("Strengths of the Student", "strengths")
    s.p("Ignatius explains how machines work, plays the trombone and helps younger children at chess club.")
    s.h("Concerns of the Parent", "parent-concerns")
    s.p(
        "Ms. Bell is concerned about zeros for homework that was done and not handed in, and asks for one place where all assignments are written."
    )
    s.page()
    s.h("Special Considerations", "special-factors")
    s.p(
        "Behavior that impedes learning: No. English learner: No. Blind or visually impaired: No. Deaf or hard of hearing: No. Communication needs: No. Assistive technology: Yes, a tablet with text-to-speech and the class planner."
    )
    s.h("Goals", "annual-goals")
    for number, (text, area, baseline, method) in enumerate(GOALS, 1):
        s.goal(
            f"Goal {number}.",
            text,
            area,
            ALL,
            ("Baseline", baseline),
            ("Progress measured by", method),
            baseline=baseline,
            method=method,
        )
    s.h("Progress Reports", "progress-schedule")
    s.p("Parents receive progress reports at the end of each quarter, with the report card.")
    s.h("Special Education and Related Services", "special-education")
    dates = {"start": "2025-11-17", "end": "2026-11-12"}
    s.services(
        ("Service", "Minutes", "Frequency", "Location", "Start", "End"),
        [
            (
                dict(name="Reading comprehension instruction", minutes=160, frequency="4 times per week", location="Resource room", **dates),
                ("Reading comprehension instruction", "40 minutes", "4 times per week", "Resource room", "11/17/2025", "11/12/2026"),
            ),
            (
                dict(name="Organization coaching", minutes=50, frequency="daily", location="Advisory classroom", **dates),
                ("Organization coaching", "10 minutes", "daily", "Advisory classroom", "11/17/2025", "11/12/2026"),
            ),
        ],
        (0.28, 0.13, 0.17, 0.16, 0.13, 0.13),
    )  # fmt: skip
    s.h("Accommodations", "supplementary-aids")
    s.bullets(
        "Planner page with all assignments, checked by the advisor each afternoon.",
        "Text-to-speech for texts of more than two pages, in English and social studies.",
        "Time and a half on tests with essays, in all classes.",
        accommodations=True,
    )
    s.p("In general education classes from 11/17/2025 to 11/12/2026.")
    s.page()
    s.h("Supports for School Personnel", "personnel-supports")
    s.p("None needed.")
    s.h("Participation in Statewide and Districtwide Assessments", "assessment")
    s.p(
        "State tests in English, mathematics and social studies, grade 6: time and a half, small group of no more than 8. District reading screening: no accommodations."
    )
    s.h("Least Restrictive Environment", "nonparticipation")
    s.p(
        "Ignatius is outside general education 160 minutes of 1,850 a week (9%), for reading. He takes part with all classmates in every other class, lunch, band, clubs and trips.",
        "Reading groups in the classroom were tried from 08/18 to 10/10/2025: with four other groups talking he finished 1 of 8 summaries; in the resource room 5 of 6. That is why the committee decided on the resource room for reading.",
    )
    s.h("Extended School Year", "esy")
    s.p(
        "Not needed. Scores in May and September 2025 were the same (12th percentile), and no skill is at a critical point."
    )
    t.findings = []
    t.trap("goal-duplicate-or-slot", "goals", "the progress report repeats both goals")
    t.trap("missing-pages", "document", "the page labels start again with each paper")
    return s.done()


def packet_progress(pen: Pen) -> Story:
    s = Sheet(pen, Truth("", "progress-report"))
    s.title("IEP Progress Report", "Quarter 2, sent 01/16/2026")
    s.kv(("Student", "Ignatius Bell"), ("Grade", "6"))
    s.p("S = sufficient progress, I = insufficient progress, M = met, X = not yet introduced")
    rows = [("Annual goal", "Code", "Data")]
    for (text, *_), code, data in zip(GOALS, "SI", ("3 of 5 points on 01/12/2026", "5 of 10 days"), strict=True):
        rows.append((text, code, data))
    s.table(rows, (0.66, 0.08, 0.26))
    return s.done()


def packet_notice(pen: Pen) -> Story:
    s = Sheet(pen, Truth("", "meeting-notice"), "Times", 11)
    s.title("Notice of Case Conference", "Dunmore Consolidated Schools")
    s.p(
        "January 20, 2026",
        "Dear Ms. Bell: You are invited to a case conference for Ignatius on February 3, 2026 at 8:00 a.m. at Dunmore Middle School.",
        "Purpose: to look at the progress on goal 2 and to decide whether the IEP should be revised.",
        "Invited: parent, general education teacher, special education teacher, public agency representative. You may bring others who know Ignatius.",
    )
    s.add(gap(30))
    s.p("Please sign and return: ______________________  I will attend  ____   I will not attend  ____")
    return s.done()


def packet() -> dict[str, bytes]:
    parts: list[bytes] = []
    ranges: list[dict[str, object]] = []
    truth = ""
    first = 1
    for kind, story, foot in (
        ("iep", packet_iep, "Dunmore Consolidated Schools - IEP"),
        ("progress-report", packet_progress, "Progress Report"),
        ("meeting-notice", packet_notice, "Notice"),
    ):

        def furniture(canvas: Canvas, page: int, pages: int, foot: str = foot) -> None:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(54, 30, f"{foot}: Ignatius Bell")
            canvas.drawRightString(558, 30, f"Page {page} of {pages}")

        made = sample("packet", story, style(), furniture, title=foot, margins=(54, 54, 54, 54))
        parts.append(made["packet.pdf"])
        count = json.loads(made["expected/packet.json"])["pages"]
        ranges.append({"kind": kind, "first_page": first, "last_page": first + count - 1})
        first += count
        truth = truth or made["expected/packet.json"].decode()
    whole = pikepdf.open(io.BytesIO(parts[0]))
    for part in parts[1:]:
        with pikepdf.open(io.BytesIO(part)) as other:
            whole.pages.extend(other.pages)
    facts = json.loads(truth) | {"pages": first - 1, "parts": ranges}
    return {
        "packet.pdf": saved(whole),
        "expected/packet.json": (json.dumps(facts, indent=1, ensure_ascii=False) + "\n").encode(),
    }


def amendment_furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(306, 30, f"Anselm Rourke - amendment of 02/25/2026 - page {page}")


def make() -> dict[str, bytes]:
    return (
        sample("amendment", amendment, style(), amendment_furniture, title="IEP Amendment", margins=(54, 54, 54, 54))
        | packet()
    )
