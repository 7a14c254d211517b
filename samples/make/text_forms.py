"""The plan as plain text with form feeds, and a template author's blank text with {placeholders}."""

from __future__ import annotations

import textwrap

from sheet import ALL
from truth import Truth

TEMPLATE = """\
# Individualized Education Program (IEP)

Template of the Foxglove Valley Special Education Cooperative. Replace every {placeholder}; delete the lines in italics.

## 1. Student Information

- Student name: {student_name}
- Date of birth: {date_of_birth}
- Grade: {grade}
- IEP meeting date: {meeting_date}
- IEP start date: {start_date}
- IEP end date: {end_date}
- Date of most recent evaluation: {evaluation_date}

## 2. IEP Team Members

| Role | Name | Signature |
|---|---|---|
| Parent | {parent_name} | |
| General education teacher | {general_education_teacher} | |
| Special education teacher | {special_education_teacher} | |
| LEA representative | {lea_representative} | |
| Person who interprets evaluation results | {evaluator} | |

## 3. Present Levels of Academic Achievement and Functional Performance

*Give scores, rates or counts with dates and sources. Do not write "see report".*

{present_levels_academic}

{present_levels_functional}

### How the disability affects involvement and progress in the general education curriculum

{impact_statement}

### Student strengths

{strengths}

### Parent concerns

{parent_concerns}

## 4. Consideration of Special Factors

- Behavior that impedes learning: [ ] Yes [ ] No
- Limited English proficiency: [ ] Yes [ ] No
- Blind or visually impaired: [ ] Yes [ ] No
- Communication needs: [ ] Yes [ ] No
- Deaf or hard of hearing: [ ] Yes [ ] No
- Assistive technology: [ ] Yes [ ] No

## 5. Measurable Annual Goals

### Goal {goal_number}

By {goal_date}, given {condition}, {student_name} will {observable_behavior} with {criterion} on {consistency}.

- Baseline: {baseline}
- How progress will be measured: {method}

## 6. Reporting Progress

Parents will be informed of progress on the annual goals {report_schedule}.

## 7. Special Education and Related Services

| Service | Minutes | Frequency | Location | Start | End |
|---|---|---|---|---|---|
| {service} | {minutes} | {frequency} | {location} | {service_start} | {service_end} |

## 8. Supplementary Aids and Services, Accommodations

- {accommodation}, {when}, {where}

### Supports for school personnel

{personnel_supports}

## 9. State and District-wide Assessments

{test}: {testing_accommodations}

## 10. Least Restrictive Environment

Extent of nonparticipation with students without disabilities: {extent}

Reason: {nonparticipation_reason}

## 11. Extended School Year

{esy_decision}, because {esy_reason}
"""

GOALS = (
    (
        "By 01/28/2027, given a ninth-grade article and a two-column note page, Bastian will write 5 notes, each with a main point and its evidence, and have 4 of 5 notes scored correct on the note rubric for 3 of 4 articles.",
        "reading",
        True,
        "2 of 5 notes correct (articles of 12/09/2025 and 01/13/2026)",
        "note rubric scored by the special education teacher twice a month",
    ),
    (
        "By 01/28/2027, when a teacher returns a test, Bastian will correct his mistakes in writing.",
        "study-skills",
        False,
        "corrected 0 of 3 tests in the first semester",
        "folder of corrected tests, checked by the case manager each month",
    ),
)
SERVICES = (
    ("Reading support class", "45 minutes", "5 times per week", "Resource room", 225, True),
    ("Counseling", "30 minutes", "2 times per month", "Counselor's office", None, True),
    ("Teacher consultation", "15 minutes", "1 time per week", "Teachers' room", 15, False),
)


def plan() -> dict[str, bytes]:
    t = Truth("A filled plan as plain text; form feeds part the pages.", "iep")
    t.student = {"name": "Bastian Loew", "birth_date": "2011-06-21", "grade": "9"}
    t.dates = {
        "meeting": "2026-01-29",
        "start": "2026-02-02",
        "end": "2027-01-28",
        "annual_review": "2027-01-28",
        "evaluation": "2024-10-17",
        "reevaluation": "2027-10-16",
    }
    pages: dict[str, int] = {}
    sheets: list[list[str]] = [[]]

    def wrap(text: str, indent: str = "") -> None:
        sheets[-1].extend([*textwrap.wrap(text, 78, initial_indent=indent, subsequent_indent=indent), ""])

    def head(key: str, text: str) -> None:
        pages.setdefault(t.section(key, text.upper()), len(sheets))
        sheets[-1].extend(["", text.upper(), "-" * len(text)])

    sheets[-1].extend(
        [
            "INDIVIDUALIZED EDUCATION PROGRAM".center(78).rstrip(),
            "Copperfield Union High School District".center(78).rstrip(),
        ]
    )
    head("demographics", "Student Information")
    sheets[-1].extend(
        [
            "Student:          Bastian Loew           Grade:            9",
            "Date of birth:    06/21/2011             School:           Ironwood High School",
            "Meeting date:     01/29/2026             Last evaluation:  10/17/2024",
            "IEP start date:   02/02/2026             IEP end date:     01/28/2027",
            "Annual review:    01/28/2027             Reevaluation due: 10/16/2027",
        ]
    )
    head("team", "IEP Team Participants")
    wrap(
        "Greta Loew, parent; Bastian Loew, student; Milo Fenwick, general education teacher; Ada Strand, special education teacher and case manager; Jorge Beltran, administrator (LEA); Dr. Corinna Weiss, school psychologist."
    )
    head("present-levels", "Present Levels of Academic Achievement and Functional Performance")
    wrap(
        "Reading: 930 Lexile (01/2026; grade 9 range 1050 to 1260). Reads 132 words per minute with 97% accuracy. In two article notes he found 2 of 5 main points. Mathematics: B in Algebra 1, 61st percentile. Writing: essays score 3 of 4."
    )
    wrap(
        "Functional: Bastian arrives on time (2 tardies in the first semester), organizes his binder alone, and speaks up in small groups. He corrected 0 of 3 returned tests. Social, motor and self-care skills are age-appropriate."
    )
    head("impact", "How the Disability Affects Progress in the General Curriculum")
    wrap(
        "Because of a specific learning disability in reading comprehension, Bastian loses main points in long texts. In ninth-grade biology and world history he answers from single sentences and misses questions that ask for reasons."
    )
    head("strengths", "Student Strengths")
    wrap("Persistent, exact with tools, strong in robotics and in mental arithmetic.")
    head("parent-concerns", "Parent Concerns")
    wrap("Ms. Loew is concerned about the amount of reading in biology and asks for the texts a week ahead.")
    sheets.append([])
    head("special-factors", "Consideration of Special Factors")
    sheets[-1].extend(
        [
            "Behavior impedes learning     Yes ___  No _X_",
            "Limited English proficiency   Yes ___  No _X_",
            "Blind/visually impaired       Yes ___  No _X_",
            "Deaf/hard of hearing          Yes ___  No _X_",
            "Communication needs           Yes ___  No _X_",
            "Assistive technology          Yes _X_  No ___   Text-to-speech on own laptop.",
        ]
    )
    head("annual-goals", "Measurable Annual Goals")
    for number, (text, area, fine, baseline, method) in enumerate(GOALS, 1):
        has = ALL if fine else ALL.replace("criterion ", "")
        pages[t.goal(text, area, has, measurable=fine, baseline=baseline, method=method)] = len(sheets)
        sheets[-1].append(f"Goal {number}")
        wrap(text, "  ")
        wrap(f"Baseline: {baseline}", "  ")
        wrap(f"Measured by: {method}", "  ")
    head("progress-schedule", "Progress Reports")
    wrap("Parents receive a progress report at each quarter with the report card.")
    sheets.append([])
    head("special-education", "Special Education and Related Services")
    line = "{:<34}{:<12}{:<19}{:<22}{:<11}{}"
    sheets[-1].append(line.format("Service", "Amount", "Frequency", "Location", "Start", "End"))
    for name, amount, often, place, weekly, dated in SERVICES:
        mark = t.service(
            name,
            weekly,
            amount=amount,
            frequency=often,
            location=place,
            start="2026-02-02" if dated else None,
            end="2027-01-28" if dated else None,
        )
        pages[mark] = len(sheets)
        dates = ("02/02/2026", "01/28/2027") if dated else ("", "")
        shown = textwrap.wrap(name, 32)
        sheets[-1].append(line.format(shown[0], amount, often, place, *dates).rstrip())
        sheets[-1].extend(shown[1:])
    head("supplementary-aids", "Accommodations")
    t.accommodations = [
        "Text-to-speech for texts of more than two pages, biology and world history, each lesson.",
        "Texts one week ahead, biology and world history.",
    ]
    sheets[-1].extend(f"* {a}" for a in t.accommodations)
    wrap("General education classrooms, 02/02/2026 to 01/28/2027.")
    head("assessment", "State and District Assessments")
    wrap(
        "State grade 9 biology end-of-course test: text-to-speech, time and a half. District reading test: no accommodations."
    )
    sheets.append([])
    head("nonparticipation", "Least Restrictive Environment")
    wrap(
        "Bastian is in the resource room 225 of 1,900 minutes a week (12%) and with all students in all other classes, lunch, clubs and sports."
    )
    wrap(
        "In-class support in English was tried in the fall of 2025: he left 7 of 10 notes empty while the class moved on. In the resource room the text is read twice and talked over, which the class has no time for."
    )
    head("esy", "Extended School Year")
    wrap("Not needed: scores of June and September 2025 were the same (880 and 885 Lexile).")
    t.finding("goal-no-criterion", "goals[1]", "correct his mistakes, but how many or how well is not said", "required")
    t.finding("service-start-end-missing", "services[2]", "the third row has no dates", "required")
    t.decided("assistive-technology")
    t.trap("evaluation-stale", "dates.evaluation", "10/17/2024 is less than 3 years before the end of the plan")
    t.trap("special-factors-absent", "document", "typed boxes: No _X_")
    t.trap("goal-duplicate-or-slot", "document", "___ beside _X_ is an empty box, not an empty slot")
    t.trap("psg-missing", "document", "Bastian is 15 when the plan ends")
    t.place(pages)
    text = "\f".join("\n".join(sheet) + "\n" for sheet in sheets)
    return {"plan.txt": text.encode(), "expected/plan.json": t.as_json("plan.txt", len(sheets)).encode()}


def template() -> dict[str, bytes]:
    t = Truth("A template author's blank text with {placeholders}.", "blank-form")
    t.student = {"name": None, "birth_date": None, "grade": None}
    for key, heading in (
        ("demographics", "1. Student Information"),
        ("team", "2. IEP Team Members"),
        ("present-levels", "3. Present Levels of Academic Achievement and Functional Performance"),
        ("impact", "How the disability affects involvement and progress in the general education curriculum"),
        ("strengths", "Student strengths"),
        ("parent-concerns", "Parent concerns"),
        ("special-factors", "4. Consideration of Special Factors"),
        ("annual-goals", "5. Measurable Annual Goals"),
        ("progress-schedule", "6. Reporting Progress"),
        ("special-education", "7. Special Education and Related Services"),
        ("supplementary-aids", "8. Supplementary Aids and Services, Accommodations"),
        ("personnel-supports", "Supports for school personnel"),
        ("assessment", "9. State and District-wide Assessments"),
        ("nonparticipation", "10. Least Restrictive Environment"),
        ("esy", "11. Extended School Year"),
    ):
        assert f"# {heading}\n" in TEMPLATE, heading
        t.section(key, heading, "template")
    t.place({f"section:{key}": 1 for key in t.sections})
    t.trap("goal-duplicate-or-slot", "document", "placeholders belong to a template")
    t.trap("goal-no-criterion", "document", "{criterion} stands where the criterion will be")
    return {"template.md": TEMPLATE.encode(), "expected/template.json": t.as_json("template.md", 1).encode()}


def make() -> dict[str, bytes]:
    return plan() | template()
