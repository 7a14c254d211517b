"""A transition-age plan of more than 30 pages: each goal on its own pages, tables that run on without a head, attachments."""

from __future__ import annotations

from reportlab.lib import colors
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

import long_high_school_content as c
from kit import LIGHT, Pen, box, gap, grid, sample, style
from truth import Truth

BODY = style("Helvetica", 10.5, leading=14.5, spaceAfter=6)
BAR = style("Helvetica-Bold", 11, textColor=colors.white)
LABEL = style("Helvetica-Bold", 9)
CELL = style("Helvetica", 9.5)
TITLE = style("Helvetica-Bold", 17, alignment=1, spaceAfter=6)
CENTER = style(size=11, alignment=1, spaceAfter=4)
WIDE = 6.9 * inch
BLACK = ("BACKGROUND", (0, 0), (-1, 0), colors.black)
BEGIN, END = "10/13/2025", "10/07/2026"
NAME = "Marisol Etcheverry"
STRAY_NAME = "Gustavo Ferro"
stray_pages: list[int] = []


class StrayHeader(Flowable):
    """Notes the page whose running header carries another student's name."""

    def draw(self) -> None:
        stray_pages.append(self.canv.getPageNumber())


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth(
        "A transition-age plan of more than 30 pages with a behavior plan and minutes at its end; three things are wrong deep inside.",
        "iep",
    )
    t.student = {"name": NAME, "birth_date": "2008-09-12", "grade": "11"}
    t.dates = {
        "meeting": "2025-10-08",
        "start": "2025-10-13",
        "end": "2026-10-07",
        "annual_review": "2026-10-07",
        "evaluation": "2024-02-14",
        "reevaluation": "2027-02-13",
    }
    p = pen.p

    def bar(key: str, text: str, state: str = "filled") -> Flowable:
        return grid([[p(text, BAR, t.section(key, text, state))]], [WIDE], 0, BLACK)

    def plain_bar(text: str) -> Flowable:
        return grid([[p(text, BAR)]], [WIDE], 0, BLACK)

    def cells(row: tuple[str, ...]) -> list[Flowable]:
        return [p(x, CELL) for x in row]

    def heads(*names: str) -> list[Flowable]:
        return [p(n, LABEL) for n in names]

    flow: list[Flowable] = [
        p("Palo Ceniza Independent School District", CENTER),
        p("Individual Educational Program (ARD/IEP)", TITLE),
        p("Annual meeting of the Admission, Review, and Dismissal Committee", CENTER),
        gap(14),
        bar("demographics", "Student Identification and Dates"),
        grid(
            [
                [p(f"<b>{a}</b>", CELL), p(b, CELL), p(f"<b>{x}</b>", CELL), p(y, CELL)]
                for a, b, x, y in (
                    ("Name of student", NAME, "Date of birth", "09/12/2008"),
                    ("Grade", "11", "Age", "17"),
                    ("Campus", "Mesquite Ridge High School", "Local ID", "0088213"),
                    ("Disability", "Intellectual disability", "Language", "English (Spanish at home with grandmother)"),
                    ("ARD meeting date", "10/08/2025", "FIE date", "02/14/2024"),
                    ("IEP begins", BEGIN, "IEP ends", END),
                    ("Annual ARD due", END, "Reevaluation due", "02/13/2027"),
                    ("Parents", "Martín and Dolores Etcheverry", "Telephone", "555-0177"),
                    ("Address", "402 Saltbush Road, Palo Ceniza", "Interpreter needed", "No"),
                )
            ],
            [1.3 * inch, 2.15 * inch, 1.3 * inch, 2.15 * inch],
        ),
        gap(16),
        p(
            "<b>Purpose of the meeting:</b> annual review; transition; extended school year; transfer of rights at the age of majority."
        ),
        p(
            "The district gave the parents notice of the meeting on 09/24/2025 and the notice of procedural safeguards on 09/24/2025."
        ),
        p(
            "Marisol was invited by letter on 09/24/2025 and came to the meeting. Her preferences are written down under vision and in the transition pages."
        ),
        PageBreak(),
        bar("team", "ARD Committee Members"),
        grid(
            [
                heads("Role", "Name", "Signature", "Agrees"),
                *[
                    cells((role, name, f"<i>{name}</i>", f"{box(True)} Yes  {box(False)} No"))
                    for role, name in (
                        ("Parent", "Martín Etcheverry"),
                        ("Parent", "Dolores Etcheverry"),
                        ("Student", NAME),
                        ("General education teacher (horticulture)", "Grace Holloway"),
                        ("Special education teacher", "Tomasina Reed"),
                        ("Administrator (LEA representative)", "Alvin Kostelnik"),
                        ("Diagnostician, interprets evaluations", "Odette Arceneaux"),
                        ("Speech-language pathologist", "Hugh Lindgren"),
                        ("Transition specialist", "Perla Quiñones"),
                        ("Career and technical education", "Grace Holloway"),
                        ("Agency for adult services (with consent)", "Samuel Dube"),
                    )
                ],
            ],
            [2.5 * inch, 1.6 * inch, 1.7 * inch, 1.1 * inch],
            1,
        ),
        gap(10),
        p("A signature shows who took part. The box shows whether the member agrees."),
        PageBreak(),
        bar("present-levels", "Present Levels of Academic Achievement and Functional Performance (PLAAFP)"),
    ]
    for i, (area, paragraphs) in enumerate(c.LEVELS):
        flow += [p(f"<b>{area}</b>", style("Helvetica", 11.5, spaceBefore=8)), *[p(x) for x in paragraphs]]
        if i in (1, 3, 5):
            flow.append(PageBreak())
    flow += [
        PageBreak(),
        bar("impact", "Effect of the disability on involvement and progress in the general curriculum"),
        p(c.IMPACT),
        gap(10),
        bar("strengths", "Strengths, preferences and interests"),
        p(c.STRENGTHS),
        gap(10),
        bar("parent-concerns", "Concerns of the parents"),
        p(c.CONCERNS),
        gap(10),
        bar("vision", "Vision of the student and the family for the future"),
        p(c.VISION),
        PageBreak(),
        bar("special-factors", "Consideration of Special Factors"),
        grid(
            [
                heads("Factor", "Yes / No", "Decision of the committee"),
                *[
                    cells((factor, f"{box(yes, 'tick')} Yes  {box(not yes, 'tick')} No", text))
                    for factor, yes, text in (
                        (
                            "Behavior that impedes learning",
                            True,
                            "Behavior intervention plan attached; annual goal 5; phone schedule.",
                        ),
                        (
                            "Limited English proficiency",
                            False,
                            "English is Marisol's first language (home language survey of 08/2013).",
                        ),
                        (
                            "Blind or visually impaired",
                            False,
                            "Corrected vision passed on 08/28/2025. Braille is not needed.",
                        ),
                        ("Deaf or hard of hearing", False, "Hearing passed on 08/28/2025."),
                        ("Communication needs", True, "Annual goal 3; speech-language therapy."),
                        (
                            "Assistive technology",
                            True,
                            "Own phone with schedule and speech-to-text; calculator. The speech-language pathologist sets the phone up by 10/31/2025.",
                        ),
                    )
                ],
            ],
            [2.0 * inch, 1.4 * inch, 3.5 * inch],
            1,
        ),
        PageBreak(),
        plain_bar("Postsecondary Transition Plan"),
        gap(6),
        bar("transition-assessment", "Age-Appropriate Transition Assessments"),
        grid(
            [heads("Assessment", "Date", "Result"), *[cells(r) for r in c.ASSESSMENTS]],
            [2.4 * inch, 0.9 * inch, 3.6 * inch],
            1,
        ),
        gap(12),
        bar("postsecondary-goals", "Measurable Postsecondary Goals"),
    ]
    for key, label, text in c.POSTSECONDARY:
        flow += [p(f"<b>{label}</b>", style("Helvetica", 10.5, spaceBefore=8)), p(text)]
        t.facts.setdefault("postsecondary", {})[key] = text
    flow += [
        PageBreak(),
        bar("transition-services", "Coordinated Set of Transition Services and Activities"),
        grid(
            [heads("Area", "Activity", "Responsible", "When"), *[cells(r) for r in c.TRANSITION]],
            [1.3 * inch, 2.9 * inch, 1.6 * inch, 1.1 * inch],
            1,
            pad=9,
        ),
        PageBreak(),
        bar("course-of-study", "Multi-Year Course of Study"),
        grid([heads("School year", "Courses"), *[cells(r) for r in c.COURSES]], [1.9 * inch, 5.0 * inch], 1, pad=6),
        gap(12),
        bar("transfer-of-rights", "Transfer of Rights at the Age of Majority"),
        p(
            "Marisol turns 18 on 09/12/2026. She and her parents were informed on 09/10/2025 of the rights that will transfer to her on that day, and received written information."
        ),
        p(
            f"{box(True, 'tick')} Student informed, 09/10/2025, initials M.E.     {box(True, 'tick')} Parents informed, 09/10/2025"
        ),
        PageBreak(),
    ]
    for number, g in enumerate(c.GOALS, 1):
        mark = t.goal(
            g["text"],
            g["area"],
            g["has"],
            baseline=g["baseline"],
            criterion=g["criterion"],
            method=g["method"],
            objectives=[o[0] for o in g["objectives"]],
        )
        head = (
            [bar("annual-goals", "Measurable Annual Goals with Short-Term Objectives")]
            if number == 1
            else [plain_bar("Measurable Annual Goals (continued)")]
        )
        flow += [
            *head,
            gap(4),
            grid(
                [
                    [p("Annual goal number", LABEL), p(f"{number} of {len(c.GOALS)}: {g['title']}", CELL)],
                    [p("Present level on this skill", LABEL), p(g["baseline"], CELL)],
                    [p("Annual goal", LABEL), p(g["text"], CELL, mark)],
                    [p("Criterion", LABEL), p(g["criterion"], CELL)],
                    [p("Evaluation procedure", LABEL), p(g["method"], CELL)],
                    [
                        p("Supports the postsecondary goal", LABEL),
                        p(("Employment", "Independent living")[number in (1, 2, 6, 7)], CELL),
                    ],
                    [
                        p("Implemented by", LABEL),
                        p("Special education teacher with the staff named under evaluation procedure", CELL),
                    ],
                ],
                [1.7 * inch, WIDE - 1.7 * inch],
                pad=6,
            ),
            gap(10),
            p(
                "Short-term objectives or benchmarks",
                LABEL,
                t.section("objectives", "Short-term objectives or benchmarks"),
            ),
            grid(
                [
                    heads("No.", "Objective", "Target date"),
                    *[cells((f"{number}.{k}", *o)) for k, o in enumerate(g["objectives"], 1)],
                ],
                [0.5 * inch, 5.3 * inch, 1.1 * inch],
                1,
                pad=6,
            ),
            PageBreak(),
        ]
        if number == 5:
            flow.append(StrayHeader())
        flow += [
            p(f"Progress on annual goal {number}", LABEL),
            p(
                "Codes: 1 = no progress yet, 2 = some progress, 3 = enough progress to meet the goal, 4 = met. Reported with each report card.",
                CELL,
            ),
            grid(
                [
                    heads("Date of report", "Goal", "Obj. 1", "Obj. 2", "Data and comments"),
                    *[[p(d, CELL), "", "", "", ""] for d in c.REPORTS],
                ],
                [1.2 * inch, 0.7 * inch, 0.7 * inch, 0.7 * inch, 3.6 * inch],
                1,
                rowHeights=[20] + [58] * len(c.REPORTS),
            ),
            PageBreak(),
        ]
    flow += [
        bar("progress-schedule", "When and How Parents Will Be Informed of Progress"),
        p(
            f"Parents receive a written report on each annual goal and objective with every report card: {', '.join(c.REPORTS)}. The report gives the data of the evaluation procedure and a code."
        ),
        p(
            "In the weeks of extended school year a note goes home each Friday. Parents may ask for the data sheets at any time; the special education teacher answers within 5 school days."
        ),
        gap(120),
    ]
    names = ("Service", "Amount", "Frequency", "Location", "Provider", "Begin", "End")
    widths = [1.55 * inch, 0.8 * inch, 0.9 * inch, 1.1 * inch, 1.05 * inch, 0.75 * inch, 0.75 * inch]
    small = style("Helvetica", 8.6)
    for key, title, rows in (
        ("special-education", "Schedule of Special Education Services", c.SERVICES),
        ("related-services", "Related Services", c.RELATED),
    ):
        body = []
        for name, amount, often, place, provider, weekly in rows:
            mark = t.service(
                name, weekly, amount=amount, frequency=often or None, location=place, start="2025-10-13", end="2026-10-07", provider=provider
            )  # fmt: skip
            body.append([p(name, small, mark), *[p(x, small) for x in (amount, often, place, provider, BEGIN, END)]])
        flow += [bar(key, title), grid([heads(*names), *body], widths, 1, pad=15), gap(12)]
    t.accommodations = [a for a, _, _ in c.AIDS]
    flow += [
        bar("supplementary-aids", "Supplementary Aids, Services, Accommodations and Modifications"),
        grid(
            [heads("Aid", "Frequency", "Where"), *[cells(r) for r in c.AIDS]],
            [3.4 * inch, 1.4 * inch, 2.1 * inch],
            1,
            pad=8,
        ),
        p(f"All aids are given from {BEGIN} to {END}."),
        gap(10),
        bar("personnel-supports", "Supports for School Personnel"),
        p(
            "Training of the choir and horticulture teachers and of the greenhouse staff in the phone schedule and the behavior plan: 45 minutes by 10/24/2025, and 20 minutes in 01/2026, on site."
        ),
        PageBreak(),
        bar("assessment", "Participation in State and District-wide Assessments"),
        p(
            f"{box(False, 'tick')} General assessment    {box(False, 'tick')} General assessment with accommodations    {box(True, 'tick')} Alternate assessment"
        ),
        *[p(x) for x in c.ALTERNATE],
        PageBreak(),
        bar("nonparticipation", "Least Restrictive Environment and Explanation of Nonparticipation"),
        *[p(x) for x in c.LRE],
        gap(10),
        bar("esy", "Extended School Year Services"),
        p(c.ESY),
    ]
    mark = t.service(
        "ESY community-based instruction", 360, amount="120 minutes", frequency="3 times per week", location="Stores and bus route 14", start="2026-06-08", end="2026-07-02", provider="Special education teacher", category="esy"
    )  # fmt: skip
    row = (
        "120 minutes",
        "3 times per week",
        "Stores and bus route 14",
        "Special education teacher",
        "06/08/2026",
        "07/02/2026",
    )
    flow += [
        grid(
            [heads(*names), [p("ESY community-based instruction", small, mark), *[p(x, small) for x in row]]], widths, 1
        ),
        PageBreak(),
        bar("behavior", "Attachment A: Behavior Intervention Plan"),
        p(f"Student: {NAME}     Date: 10/08/2025     FBA: 03/12/2025"),
        grid([[p(a, LABEL), p(b, BODY)] for a, b in c.BIP], [1.7 * inch, WIDE - 1.7 * inch], pad=12),
        PageBreak(),
        bar("notes", "Attachment B: Deliberations of the ARD Committee"),
        *[p(x, style("Helvetica", 11, leading=17, spaceAfter=10)) for x in c.DELIBERATIONS],
        gap(24),
        grid(
            [
                [p(f"<i>{n}</i>", CELL), p("10/08/2025", CELL)]
                for n in ("Martín Etcheverry", "Dolores Etcheverry", NAME, "Alvin Kostelnik")
            ],
            [4 * inch, 1.5 * inch],
            0,
            ("BACKGROUND", (0, 0), (-1, -1), LIGHT),
        ),
    ]
    t.finding("wrong-name", "document", f"the running header of one progress page names {STRAY_NAME}", "gap")
    t.finding(
        "goal-baseline-undetermined",
        "goals[5]",
        "'To be determined when travel training begins'; the present levels give no level for it",
        "gap",
    )
    t.finding(
        "service-frequency-missing",
        "services[7]",
        "job coaching, 120 minutes, but the frequency cell is empty",
        "required",
    )
    t.allowed("goal-no-baseline", "goals[5]", "the same 'To be determined'")
    for rule, at, why in (
        ("goal-no-criterion", "goals", "every goal and objective has its count, in the sentence and in its own row"),
        (
            "service-vague-amount",
            "sections.behavior",
            "'As needed' says how adults respond; it is no amount of a service",
        ),
        ("service-vague-amount", "sections.notes", "the minutes tell of words that were taken out"),
        ("psg-missing", "sections.postsecondary-goals", "education, employment and independent living are there"),
        ("goal-no-criterion", "sections.postsecondary-goals", "postsecondary goals are measured by their outcome"),
        (
            "transfer-of-rights-missing",
            "sections.transfer-of-rights",
            "informed on 09/10/2025, a year before the 18th birthday",
        ),
        (
            "transition-services-empty",
            "sections.transition-services",
            "14 activities with responsible persons and dates",
        ),
        ("sto-missing-alt", "goals", "each goal has two objectives"),
        ("alt-reasons-missing", "sections.assessment", "both reasons are given"),
        ("wrong-name", "sections.notes", "staff, parents, an agency and a friend are named"),
        ("goal-duplicate-or-slot", "goals", "progress pages repeat no goal"),
        ("missing-pages", "document", "all page labels are there"),
        ("goal-date-outside-iep", "goals", "objectives end in February and June 2026, inside the plan"),
    ):
        t.trap(rule, at, why)
    return t, flow


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Helvetica", 8.5)
    name = STRAY_NAME if page in stray_pages and pages else NAME
    canvas.drawString(56, 764, f"Student: {name}")
    canvas.drawRightString(556, 764, "ARD meeting date: 10/08/2025")
    canvas.drawString(56, 30, "Palo Ceniza ISD - ARD/IEP")
    canvas.drawRightString(556, 30, f"Page {page} of {pages}")


def make() -> dict[str, bytes]:
    stray_pages.clear()
    return sample("long-high-school", write, BODY, furniture, margins=(56, 46, 56, 50))
