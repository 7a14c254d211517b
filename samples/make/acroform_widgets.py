"""A state-form look whose answers are form fields, in three encodings, and the same form without answers."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Table

from kit import LIGHT, Pen, build, gap, grid, style
from truth import Truth
from widgets import Place, Slot, with_fields

BODY = style(size=8.8, spaceAfter=2)
HEAD = style("Helvetica-Bold", 10.5, spaceBefore=7, spaceAfter=2)
TITLE = style("Helvetica-Bold", 13, alignment=1)
TINY = style(size=7.3, spaceAfter=1)
NOTE = style("Helvetica-Oblique", 7.6)
WIDE = 7.2 * inch
PURPOSES = ("Initial", "Annual review", "Reevaluation", "Amendment")
METHODS = ("Test scores", "Grades", "Work sample", "Checklist", "Curriculum based assessment", "Behavior observation")
FACTORS = (
    ("behavior", "Behavior that impedes the student's learning or the learning of others"),
    ("el", "Limited English proficiency"),
    ("vision", "Blindness or visual impairment: instruction in Braille"),
    ("communication", "Communication needs"),
    ("hearing", "Deaf or hard of hearing: language and communication mode"),
    ("at", "Assistive technology devices and services"),
)
ROLES = (
    "Parent or guardian",
    "General education teacher",
    "Special education teacher",
    "LEA representative",
    "Interprets evaluation results",
    "Other",
)
DATES = (
    ("meeting", "Date of IEP meeting"),
    ("begin", "IEP begins"),
    ("end", "IEP ends"),
    ("evaluation", "Date of last evaluation"),
    ("review", "Annual review due"),
    ("reevaluation", "Reevaluation due"),
)
GRADES = ("Preschool", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")

GOALS = (
    {
        "area": "speech",
        "has": "timeframe condition behavior criterion method baseline",
        "measurable": True,
        "text": "By 12/02/2026, during structured conversation with one classmate, Ezekiel will ask a follow-up question and wait for the answer in 4 of 5 "
        "exchanges across 3 consecutive sessions.",
        "baseline": "1 of 5 exchanges (speech session data, November 2025)",
        "boxes": ("Checklist",),
        "other": "session tally by the speech-language pathologist",
    },
    {
        "area": "math",
        "has": "timeframe condition behavior criterion method baseline",
        "measurable": True,
        "text": "By 12/02/2026, given two-step word problems and a visual organizer, Ezekiel will write the equation and solve 8 of 10 problems correctly on "
        "3 consecutive biweekly probes.",
        "baseline": "3 of 10 problems on the probe of 11/12/2025",
        "boxes": ("Work sample", "Curriculum based assessment"),
        "other": "",
    },
    {
        "area": "behavior",
        "has": "condition criterion method baseline",
        "measurable": False,
        "text": "Ezekiel will demonstrate appropriate behavior in the cafeteria 80% of the time.",
        "baseline": "Left the cafeteria without asking 6 times in October 2025",
        "boxes": ("Behavior observation",),
        "other": "",
    },
    {
        "area": "writing",
        "has": "timeframe condition behavior criterion method baseline",
        "measurable": True,
        "text": "By 12/02/2026, given a sentence starter and a word bank, Ezekiel will type a paragraph of 5 complete sentences with no more than 3 errors in "
        "capital letters and end marks in 4 of 5 weekly samples.",
        "baseline": "2 complete sentences with 5 errors (samples of 11/05 and 11/19/2025)",
        "boxes": ("Work sample",),
        "other": "",
    },
)
# name, minutes, times, per, place, weekly minutes, provider
SERVICES = (
    ("Specialized math instruction", "45", "4", "W", "S", 180, "Special educator"),
    ("Specialized writing instruction", "30", "3", "W", "G", 90, "Special educator"),
    ("Speech-language therapy", "30", "2", "W", "S", 60, "Speech pathologist"),
    ("Social skills group", "25", "1", "W", "", 25, "School counselor"),
)
PLACES = {"G": "general education classroom", "S": "special education setting", "O": "other"}
ANSWERS: dict[str, str] = {
    "student": "Ezekiel Amaro",
    "district": "Prairie Lantern School District",
    "school": "Cottonwood Intermediate School",
    "birth": "06/09/2015",
    "grade": "5",
    "disability": "Autism",
    "parents": "Inés and Pascual Amaro",
    "meeting": "12/03/2025",
    "begin": "12/08/2025",
    "end": "12/02/2026",
    "evaluation": "03/19/2024",
    "review": "12/02/2026",
    "reevaluation": "03/18/2027",
    "purpose": "Annual review",
    "team.0": "Inés Amaro",
    "team.1": "Winifred Castle",
    "team.2": "Jerome Adeyemi",
    "team.3": "Paula Stroud",
    "team.4": "Dr. Meera Nair, school psychologist",
    "team.5": "Gideon Frost, speech-language pathologist",
    "academic": "Math: 31st percentile on the fall 2025 screening. Ezekiel computes with whole numbers at grade level (18 of 20 correct, 10/2025) and solves "
    "3 of 10 two-step word problems. Reading: 520 on the district reading test of 09/2025 (grade 5 median 515); he answers 7 of 10 literal and 4 of 10 "
    "inferential questions. Writing: with a sentence starter he types 2 complete sentences in 15 minutes with 5 errors in capitals and end marks.",
    "functional": "Communication: in 5 recorded conversations of November 2025 Ezekiel spoke about his own topic in 80% of turns and asked a follow-up question in "
    "1 of 5 exchanges. Adaptive behavior composite 84 (03/19/2024). He follows his visual schedule by himself on 9 of 10 days. In the cafeteria noise bothers him: in October "
    "2025 he left without asking 6 times. Fine and gross motor skills are age-appropriate.",
    "impact": "Because of his autism, Ezekiel has difficulty taking other people's point of view and picking out what matters in spoken and written language. In the "
    "fifth-grade curriculum this affects word problems in math, questions about characters in reading, and group work in science. He misses the task when directions are "
    "given once to the whole class.",
    "strengths": "Maps, trains and timetables; precise memory for facts; honest and punctual. He enjoys coding club and feeding the class turtle.",
    "concerns": "Mrs. Amaro would like Ezekiel to have one friend to sit with at lunch. Mr. Amaro asks that homework directions be written down. See the lunch group under services and aid 2.",
    "factor.behavior": "Yes",
    "factor.behavior.text": "Quiet table, noise-reducing headphones and break card; goal 3.",
    "factor.el": "No",
    "factor.el.text": "Spanish and English are spoken at home; English proficient since 05/2022 (score 5.1).",
    "factor.vision": "No",
    "factor.communication": "Yes",
    "factor.communication.text": "Speech-language therapy; goal 1.",
    "factor.hearing": "No",
    "factor.at": "Yes",
    "factor.at.text": "Laptop with word prediction for writing; noise-reducing headphones in the cafeteria.",
    "aids": "1. Visual schedule on the desk, updated each morning, in all classes.\n2. Written directions for every task with more than one step, in all classes and for homework.\n"
    "3. Noise-reducing headphones in the cafeteria and at assemblies, each day.\n4. Time and a half on written tests in all classes.\nAll from 12/08/2025 to 12/02/2026.",
    "personnel": "The speech-language pathologist trains cafeteria staff in the break card, 30 minutes in 12/2025 and 30 minutes in 02/2026, at school.",
    "assessment": "Regular",
    "assessment.text": "State math, reading and science tests, grade 5: time and a half, small group of no more than 8, directions reread on request. District writing test: word prediction.",
    "extent": "Outside the regular class 265 of 1,800 minutes a week (15%): math 180, speech 60, social skills group 25. With classmates in all other subjects, lunch, recess, coding club and trips.",
    "reason": "Math with a co-teacher in class was tried from 08/25 to 10/31/2025: Ezekiel began 3 of 10 word problems in the noise of group work, and 8 of 10 in a quiet room. "
    "Conversation practice with one partner cannot be heard and recorded during class talk.",
    "reports": "With each report card: 01/16, 03/27, 06/05 and 10/09/2026, by letter with the graph of each goal.",
    "consent": "Agree",
}  # fmt: skip


def fill() -> dict[str, str]:
    """All answers, goals and services included."""
    answers = dict(ANSWERS)
    for i, goal in enumerate(GOALS, 1):
        answers |= {f"goal.{i}.text": str(goal["text"]), f"goal.{i}.baseline": str(goal["baseline"])}
        answers |= {f"goal.{i}.method.{METHODS.index(b)}": "On" for b in goal["boxes"]}  # type: ignore[attr-defined]
        if goal["other"]:
            answers[f"goal.{i}.other"] = str(goal["other"])
    for i, (name, minutes, times, per, place, _, provider) in enumerate(SERVICES):
        row = {
            "name": name,
            "minutes": minutes,
            "times": times,
            "provider": provider,
            "begin": "12/08/2025",
            "end": "12/02/2026",
        }
        answers |= {f"service.{i}.{k}": v for k, v in row.items()} | {f"service.{i}.per.{per}": "1"}
        if place:
            answers[f"service.{i}.place.{place}"] = "1"
    return answers


def writer(filled: bool, places: list[Place]) -> Callable[[Pen], tuple[Truth, list[Flowable]]]:
    def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
        places.clear()
        state = "filled" if filled else "template"
        t = Truth(
            "All answers are form fields." if filled else "A blank form with empty fields.",
            "iep" if filled else "blank-form",
        )
        p = pen.p

        def head(key: str, text: str, was: str = state) -> Flowable:
            return p(f"•{text}", HEAD, t.section(key, text, was))

        def slot(name: str, width: float, height: float = 13, kind: str = "text", **kw: object) -> Slot:
            return Slot(places, name, width, height, kind, **kw)  # type: ignore[arg-type]

        def area(name: str, height: float, **kw: object) -> Slot:
            return slot(name, WIDE, height, "multiline", frame="frame", **kw)

        def row(cells: list[Flowable], widths: list[float]) -> Flowable:
            table = Table(
                [cells],
                colWidths=widths,
                style=[
                    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                    ("LEFTPADDING", (0, 0), (-1, -1), 1),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ],
            )
            table.hAlign = "LEFT"
            return table

        def marks(kind: str, pairs: list[tuple[str, str, str]], widths: list[float]) -> Flowable:
            """Boxes of (field, name of the mark, label), each with its label to the right."""
            cells: list[Flowable] = []
            spread: list[float] = []
            for (name, on, label), width in zip(pairs, widths, strict=True):
                cells += [slot(name, 9, 9, kind, frame="box", on=on), p(label)]
                spread += [15, width - 15]
            return row(cells, spread)

        def top(form: str) -> list[Flowable]:
            return [
                row([p("Student"), slot("student", 230), p(f"Form {form} (08/24)", TINY)], [44, 380, 90]),
                p("Individualized Education Program (IEP)", TITLE),
            ]

        labels = [p("Date of birth"), slot("birth", 90), p("Grade"), slot("grade", 60, kind="choice", options=GRADES)]
        flow: list[Flowable] = [
            *top("SE-1"),
            head("demographics", "Student and meeting information"),
            row([p("School district"), slot("district", 180), p("School"), slot("school", 180)], [72, 190, 40, 190]),
            row(labels, [72, 190, 40, 190]),
            row(
                [p("Disability category"), slot("disability", 150), p("Parents"), slot("parents", 180)],
                [92, 170, 40, 190],
            ),
            gap(4),
        ]
        for i in (0, 3):
            pairs = DATES[i : i + 3]
            flow.append(row([c for name, text in pairs for c in (p(text), slot(name, 62))], [100, 72] * 3))
        flow += [
            gap(4),
            p("Purpose of this meeting"),
            marks("radio", [("purpose", x, x) for x in PURPOSES], [90, 110, 110, 110]),
            head("team", "IEP team members"),
            p("Signing shows that the person took part. It does not show agreement.", NOTE),
        ]
        for i in range(0, 6, 2):
            flow.append(row([slot(f"team.{i}", 235), slot(f"team.{i + 1}", 235)], [258, 258]))
            flow.append(row([p(ROLES[i], TINY), p(ROLES[i + 1], TINY)], [258, 258]))
        flow += [
            gap(16),
            row([slot("signature", 235, 20, "signature"), slot("signature.date", 120, 20)], [258, 258]),
            row([p("Signature of parent or guardian", TINY), p("Date", TINY)], [258, 258]),
            PageBreak(),
            *top("SE-2"),
            head("present-levels", "Present levels of academic achievement and functional performance"),
            p(
                "Give current data with dates: evaluation results, classroom assessments, state and district tests.",
                NOTE,
            ),
            p("Academic achievement"),
            area("academic", 92),
            gap(3),
            p("Functional performance"),
            area("functional", 84),
            head("impact", "How the disability affects involvement and progress in the general education curriculum"),
            p("For a preschool student, how the disability affects participation in appropriate activities.", NOTE),
            area("impact", 62),
            head("strengths", "Strengths and interests of the student"),
            area("strengths", 36),
            head("parent-concerns", "Parent concerns for enhancing the student's education"),
            area("concerns", 36),
            PageBreak(),
            *top("SE-3"),
            head("special-factors", "Consideration of special factors"),
            p("Mark Yes or No for each. If Yes, say how this IEP meets the need.", NOTE),
        ]
        for name, text in FACTORS:
            flow += [
                row(
                    [p(text), slot(f"factor.{name}", 9, 9, "radio", frame="box", on="Yes"), p("Yes"), slot(f"factor.{name}", 9, 9, "radio", frame="box", on="No"), p("No")],
                    [330, 15, 40, 15, 40],
                ),
                row([p("Explain", TINY), slot(f"factor.{name}.text", 440)], [40, 450]),
            ]  # fmt: skip
        flow += [
            head("assessment", "Participation in state and district-wide assessments"),
            marks(
                "radio",
                [("assessment", "Regular", "Regular assessment"), ("assessment", "Alternate", "Alternate assessment"), ("assessment", "None", "Not tested this year")],
                [140, 140, 140],
            ),
            p("Accommodations for each test, or the reasons for an alternate assessment", TINY),
            area("assessment.text", 40),
            PageBreak(),
        ]  # fmt: skip
        for i, goal in enumerate(GOALS, 1):
            if i in (1, 3):
                flow += top("SE-4")
                if i == 1:
                    flow.append(head("annual-goals", "Measurable annual goals"))
            if filled:
                boxes = "; ".join(goal["boxes"])  # type: ignore[arg-type]
                mark = t.goal(
                    str(goal["text"]),
                    str(goal["area"]),
                    str(goal["has"]),
                    measurable=bool(goal["measurable"]),
                    baseline=goal["baseline"],
                    method="; ".join(x for x in (boxes, str(goal["other"])) if x),
                )
            else:
                mark = f"field:{i}"
            flow += [
                p(f"<b>Measurable Annual Goal # {i} :</b>", style(size=9, spaceBefore=6)),
                area(f"goal.{i}.text", 50, marks=(pen.pages, mark)),
                row([p("Baseline"), slot(f"goal.{i}.baseline", 380)], [60, 400]),
                p("How progress toward this goal will be measured:"),
                marks("check", [(f"goal.{i}.method.{k}", "On", m) for k, m in enumerate(METHODS[:3])], [120, 100, 120]),
                marks(
                    "check", [(f"goal.{i}.method.{k + 3}", "On", m) for k, m in enumerate(METHODS[3:])], [90, 160, 150]
                ),
                row([p("Other (specify)"), slot(f"goal.{i}.other", 300)], [80, 320]),
                p("Short-term objectives or benchmarks <i>(only for students who take an alternate assessment)</i>"),
                area(f"goal.{i}.objectives", 30),
                grid(
                    [[p("Progress report", TINY), *[p("<u>Date/Data</u>", TINY)] * 4]],
                    [WIDE / 5] * 5,
                    0,
                    rowHeights=[34],
                ),
            ]
            if i in (2, 4):
                flow.append(PageBreak())
        flow += [*top("SE-5"), head("special-education", "Special education and related services")]
        flow.append(
            p(
                "Location: G = general education class, S = special education setting, O = other. Frequency: D = daily, W = weekly, M = monthly.",
                NOTE,
            )
        )
        widths = [128, 86, 38, 32, 78, 78, 54, 54]
        body: list[list[object]] = [
            [
                p(f"<b>{x}</b>", TINY)
                for x in ("Service", "Provider", "Minutes", "Times", "Per", "Location", "Begin", "End")
            ]
        ]
        for i in range(6):
            if filled and i < len(SERVICES):
                name, minutes, times, per, place, weekly, provider = SERVICES[i]
                often = {"D": "day", "W": "week", "M": "month"}[per]
                mark = t.service(
                    name, weekly, amount=f"{minutes} minutes", frequency=f"{times} per {often}", location=PLACES.get(place), start="2025-12-08", end="2026-12-02", provider=provider
                )  # fmt: skip
            else:
                mark = f"row:{i}"
            boxes3 = [
                marks("check", [(f"service.{i}.{what}.{x}", "1", x) for x in letters], [24, 24, 24])
                for what, letters in (("per", "DWM"), ("place", "GSO"))
            ]
            body.append(
                [
                    slot(f"service.{i}.name", 124, frame="", marks=(pen.pages, mark)),
                    slot(f"service.{i}.provider", 82, 13, frame=""),
                    slot(f"service.{i}.minutes", 32, frame=""),
                    slot(f"service.{i}.times", 26, frame=""),
                    *boxes3,
                    slot(f"service.{i}.begin", 50, frame=""),
                    slot(f"service.{i}.end", 50, frame=""),
                ]
            )
        flow += [
            grid(body, widths, 0, ("BACKGROUND", (0, 0), (-1, 0), LIGHT), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 1)),
            head("supplementary-aids", "Supplementary aids, services, accommodations and program modifications"),
            p("For each: what, how often, where, beginning and end.", NOTE),
            area("aids", 74),
            head("personnel-supports", "Supports for school personnel"),
            area("personnel", 34),
            head("progress-schedule", "When parents will receive reports of progress"),
            area("reports", 24),
            PageBreak(),
            *top("SE-6"),
            head("nonparticipation", "Placement and participation with students without disabilities"),
            p("Extent to which the student will not participate in the regular class and in other activities", BODY),
            area("extent", 36),
            gap(4),
            p("Explanation: why the education cannot be provided in the regular class with supplementary aids and services", BODY),
            area("reason", 48),
            head("esy", "Extended school year services", "template"),
            marks("radio", [("esy", "Yes", "Needed"), ("esy", "No", "Not needed")], [100, 100]),
            row([p("Data on which the team decided"), slot("esy.text", 320)], [150, 330]),
            head("consent-notice", "Parent response"),
            marks("radio", [("consent", "Agree", "I agree with this IEP"), ("consent", "Disagree", "I do not agree with this IEP")], [150, 180]),
        ]  # fmt: skip
        if filled:
            facts_of_the_plan(t)
        else:
            t.student = {"name": None, "birth_date": None, "grade": None}
            t.trap("goal-no-criterion", "document", "four empty goal blocks are no goals")
            t.trap("service-frequency-missing", "document", "six empty rows are no services")
            t.trap("esy-undecided", "document", "a form decides nothing about a child")
        return t, flow

    return write


def facts_of_the_plan(t: Truth) -> None:
    t.student = {"name": "Ezekiel Amaro", "birth_date": "2015-06-09", "grade": "5"}
    t.dates = {
        "meeting": "2025-12-03",
        "start": "2025-12-08",
        "end": "2026-12-02",
        "annual_review": "2026-12-02",
        "evaluation": "2024-03-19",
        "reevaluation": "2027-03-18",
    }
    t.accommodations = [line.split(". ", 1)[1] for line in ANSWERS["aids"].split("\n")[:4]]
    t.finding(
        "goal-vague-behaviour",
        "goals[2]",
        "'demonstrate appropriate behavior'; the pasted-on 80% measures nothing",
        "gap",
    )
    t.finding("service-location-missing", "services[3]", "no box for the location is marked", "required")
    t.finding("esy-undecided", "sections.esy", "neither box is marked and no data are given", "gap")
    t.allowed("criterion-unit-mismatch", "goals[2]", "80% of the time: of which time, over how many lunches")
    t.allowed("heading-without-content", "sections.esy", "the same blank")
    t.trap("service-location-missing", "services[0]", "the location is a marked box, S")
    t.trap("service-frequency-missing", "services", "the unit is a marked box, W")
    t.trap("parent-concerns-blank", "sections.parent-concerns", "the concerns are a field's value")
    t.trap("plaafp-no-data", "sections.present-levels", "the data are a field's value")
    t.trap("sto-missing-alt", "document", "the regular assessment is marked; empty objectives are right")


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(48, 28, "Keep the original in the student's file. Give a copy to the parent.")
    canvas.drawRightString(564, 28, f"{page}")


def make() -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    answers = fill()
    for name, encoding in (
        ("acroform-widgets", "values"),
        ("acroform-appearances", "appearances"),
        ("acroform-flattened", "flattened"),
        ("blank-form-widgets", "blank"),
    ):
        filled = encoding != "blank"
        places: list[Place] = []
        truths: list[Truth] = []
        pages: dict[str, int] = {}

        def story(
            marks: dict[str, int], filled: bool = filled, places: list[Place] = places, truths: list[Truth] = truths
        ) -> list[Flowable]:
            truth, flow = writer(filled, places)(Pen(marks, BODY))
            truths.append(truth)
            return flow

        data, pages = build(story, furniture, title="Individualized Education Program", margins=(48, 40, 46, 44))
        count = max(place.page for place in places)
        truth = truths[-1]
        truth.place(pages)
        truth.facts["fields"] = encoding
        used = answers if filled else {"assessment": "None"}
        made[f"{name}.pdf"] = with_fields(data, places, used, "values" if encoding == "blank" else encoding)
        made[f"expected/{name}.json"] = truth.as_json(f"{name}.pdf", count).encode()
    return made
