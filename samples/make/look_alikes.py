"""Papers that lie in the same folder as an IEP and are none: each must be named for what it is, and left in peace."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kit import Pen, box, gap, sample, style
from sheet import Sheet
from truth import Truth

Story = tuple[Truth, list[Flowable]]
NO_AUDIT = "not an IEP: one sentence says what it is; no rule speaks"


def not_an_iep(shows: str, kind: str, name: str) -> Truth:
    t = Truth(shows, kind)
    t.student = {"name": name}
    t.trap("*", "document", NO_AUDIT)
    return t


def plan_504(pen: Pen) -> Story:
    s = Sheet(
        pen,
        not_an_iep(
            "A Section 504 plan: accommodations, but no goals and no special education.", "504-plan", "Calvin Ashdown"
        ),
    )
    s.title("Section 504 Accommodation Plan", "Granite Hollow School Department")
    s.kv(
        ("Student", "Calvin Ashdown"),
        ("Date of birth", "04/02/2014"),
        ("Grade", "6"),
        ("Date of 504 meeting", "09/29/2025"),
        ("504 coordinator", "Blythe Cormier"),
    )
    s.h("Impairment and major life activity")
    s.p(
        "Calvin has type 1 diabetes (physician's letter of 08/20/2025). The impairment substantially limits one or more major life activities: endocrine function, eating and concentrating. The team drew on the letter, nurse records, "
        "grades and reports of teachers and parents. Calvin does not need special education.",
    )
    s.h("Accommodations")
    s.table(
        [
            ("Accommodation", "Where and when", "Person responsible"),
            (
                "Snack and water at his desk; glucose check in class or in the health room, as Calvin prefers",
                "All classes, at any time",
                "Teachers; school nurse",
            ),
            ("Phone allowed for the glucose monitor", "All classes and tests", "Teachers"),
            (
                "Stop-the-clock breaks; test moved to another day when glucose is below 70 or above 250",
                "Classroom, state and district tests",
                "Test coordinator",
            ),
            ("Restroom pass without asking", "All classes", "Teachers"),
            ("Trained staff member on field trips and at cross-country practice", "Trips and sports", "School nurse"),
        ],
        (0.5, 0.27, 0.23),
    )
    s.h("Participants")
    s.p(
        "Joanna Ashdown (parent), Calvin Ashdown, Blythe Cormier (504 coordinator), Neal Ruiz (science teacher), Ottilie Grange, R.N. (school nurse)"
    )
    s.h("Review")
    s.p(
        "The plan is reviewed each September, or sooner at the request of the parents. The parents received the notice of rights under Section 504."
    )
    s.p("Parent signature: <i>Joanna Ashdown</i>      09/29/2025")
    return s.done()


def evaluation_report(pen: Pen) -> Story:
    s = Sheet(
        pen,
        not_an_iep(
            "An evaluation report: test tables and a decision on eligibility, without goals or services.",
            "evaluation-report",
            "Hollis Marchetti",
        ),
        "Times",
        11,
    )
    s.title("Evaluation Team Report", "Reevaluation - Cinder Lake City Schools")
    s.kv(
        ("Child's name", "Hollis Marchetti"),
        ("Date of birth", "08/30/2016"),
        ("Grade", "3"),
        ("Date of report", "January 14, 2026"),
        ("Reason", "Three-year reevaluation requested by the team"),
    )
    s.h("Part 1. Summary of assessments")
    s.table(
        [
            ("Test and date", "Scale", "Standard score", "Percentile"),
            ("Cognitive ability, 12/02/2025", "Full scale", "101", "53"),
            ("", "Verbal comprehension", "108", "70"),
            ("", "Processing speed", "82", "12"),
            ("Academic achievement, 12/04/2025", "Basic reading", "77", "6"),
            ("", "Reading fluency", "74", "4"),
            ("", "Mathematics calculation", "98", "45"),
            ("Phonological processing, 12/09/2025", "Rapid naming", "73", "4"),
        ],
        (0.4, 0.28, 0.18, 0.14),
    )
    s.p(
        "Observation of 12/11/2025 (reading class, 35 minutes): Hollis followed the text with a finger and read 5 of 9 turns with help. Mr. and Mrs. Marchetti report that reading takes longer at home than a year ago. "
        "Weekly probes show growth of 0.4 words per week in 12 weeks of small-group instruction; the group gained 1.3.",
    )
    s.h("Part 2. Needs that the evaluation shows")
    s.p(
        "Hollis needs explicit instruction in decoding and in reading fluency. Written work takes more time than that of classmates."
    )
    s.h("Part 3. Determination of eligibility")
    s.p(
        f"{box(True)} The child meets the criteria for a specific learning disability in basic reading skills and reading fluency.",
        f"{box(False)} The determining factor is a lack of appropriate instruction in reading or mathematics, or limited English proficiency.",
        "The IEP team will meet within 30 days to write goals and decide on services.",
    )
    s.h("Evaluation team signatures")
    s.table(
        [("Title", "Name", "Agrees"), ("School psychologist", "Dr. Anneke Silva", "Yes"), ("Intervention specialist", "Rufus Oyelaran", "Yes"), ("Parent", "Gia Marchetti", "Yes"), ("General education teacher", "Lorna Beck", "Yes")],
        (0.4, 0.4, 0.2),
    )  # fmt: skip
    return s.done()


PROGRESS_GOAL = "By 05/22/2026, given a grade 4 story problem with two steps, Imogen will write an equation and solve 8 of 10 problems on 3 consecutive probes."


def progress_report(pen: Pen) -> Story:
    t = not_an_iep(
        "A progress report: goals are repeated with codes and data, and must not be counted as a plan's goals.",
        "progress-report",
        "Imogen Sayer",
    )
    s = Sheet(pen, t)
    s.title("Report of Progress on IEP Goals", "Second quarter, 2025-2026")
    s.kv(
        ("Student", "Imogen Sayer"),
        ("Grade", "4"),
        ("Reporting period", "10/27/2025 to 01/16/2026"),
        ("Report sent to parents", "01/23/2026"),
    )
    s.p(
        "Codes: M = mastered, S = sufficient progress to reach the goal, P = some progress, not sufficient, N = not addressed in this period."
    )
    s.table(
        [
            ("Goal", "Q1", "Q2", "Q3", "Q4"),
            (f"1. {PROGRESS_GOAL}", "P", "S", "", ""),
            (
                "2. By 05/22/2026, Imogen will read aloud 110 words correct per minute from an unpracticed grade 4 passage on 3 consecutive probes.",
                "S",
                "S",
                "",
                "",
            ),
            (
                "3. By 05/22/2026, given a checklist, Imogen will turn in 9 of 10 assignments on the due date in each two-week period.",
                "P",
                "P",
                "",
                "",
            ),
        ],
        (0.72, 0.07, 0.07, 0.07, 0.07),
    )
    s.h("Comments")
    s.p(
        "Goal 1: 3 of 10 in October, 6 of 10 on 01/12/2026. The drawing step helps; two-step problems with division are still missed.",
        "Goal 2: 88 words correct per minute in October, 97 on 01/14/2026.",
        "Goal 3: 6 of 10 on average. Assignments from days with early dismissal are the ones that are missing. Please call if you would like to meet: Arlo Finch, 555-0119.",
    )
    return s.done()


def prior_written_notice(pen: Pen) -> Story:
    s = Sheet(
        pen,
        not_an_iep("A prior written notice with its seven parts.", "prior-written-notice", "Dario Venn"),
        "Times",
        11,
    )
    s.title("Prior Written Notice", "Quarry Bend Area School District")
    s.kv(("Date sent", "March 9, 2026"), ("To the parents of", "Dario Venn"), ("Sent by", "mail and secure e-mail"))
    for head, text in (
        (
            "1. The action that the district proposes or refuses",
            "The district refuses the request of February 24, 2026 to add a one-to-one aide for the whole school day. It proposes to add 30 minutes of adult support at lunch, each day, beginning March 16, 2026.",
        ),
        (
            "2. Why the district proposes or refuses the action",
            "Dario works with the class without adult help in 86% of intervals. The difficult time is lunch, where he left his table 11 times in four weeks.",
        ),
        (
            "3. The evaluation procedures, tests, records and reports that were used",
            "Interval observations of February 3 to 27, 2026; lunch log; evaluation of May 6, 2024; report of the parents.",
        ),
        (
            "4. Other options considered and why they were rejected",
            "An aide for half of each day: it would stand between Dario and his classmates. No change: the lunch log shows that help is needed.",
        ),
        ("5. Other factors", "Dario said that he wants to eat with his friends and not with an adult at the table."),
        (
            "6. Procedural safeguards",
            "Parents of a child with a disability have protection under the procedural safeguards of the Individuals with Disabilities Education Act. A copy was given on November 18, 2025. Ask the office for another.",
        ),
        (
            "7. Sources of help",
            "The state parent training and information center, 555-0190; the district's special education office, 555-0100.",
        ),
    ):
        s.h(head)
        s.p(text)
    return s.done()


def meeting_notice(pen: Pen) -> Story:
    s = Sheet(
        pen,
        not_an_iep(
            "An invitation to an IEP meeting, with the roles of those invited.", "meeting-notice", "Petra Lundy"
        ),
    )
    s.title("Notice of Meeting", "Invitation to an Individualized Education Program (IEP) Team Meeting")
    s.p("Date of notice: April 1, 2026", "Dear Mr. and Mrs. Lundy:")
    s.p(
        "You are invited to a meeting about the education of your child, <b>Petra Lundy</b>. You are a member of the team. If the time does not suit you, please call Ms. Orr, 555-0164, and we will find another.",
    )
    s.kv(
        ("Date", "April 21, 2026"), ("Time", "3:15 p.m."), ("Place", "Fernwood Elementary School, room 12, or by video")
    )
    s.h("Purpose of the meeting (checked)")
    s.p(
        f"{box(True)} Review and revise the IEP, its annual goals and services",
        f"{box(False)} Review the results of an evaluation and decide on eligibility",
        f"{box(True)} Consider extended school year services",
        f"{box(False)} Plan transition services (the student is invited)",
    )
    s.h("Who is invited")
    s.table(
        [
            ("Role", "Name"),
            ("Parents", "Irene and Casper Lundy"),
            ("General education teacher", "Delia Moss"),
            ("Special education teacher", "Harriet Orr"),
            ("District representative", "Omar Sandoval"),
            ("Occupational therapist", "June Castell"),
        ],
        (0.5, 0.5),
    )
    s.p("You may bring other people who know your child. A copy of the procedural safeguards is enclosed.")
    s.p(
        f"{box(False)} I will come.    {box(False)} I will take part by video.    {box(False)} I need another date: ______________"
    )
    s.add(gap(24))
    s.p("________________________________      ______________", "Parent signature and date")
    return s.done()


def behavior_plan(pen: Pen) -> Story:
    s = Sheet(pen, not_an_iep("A behavior intervention plan that stands alone.", "behavior-plan", "Quincy Adair"))
    s.title("Behavior Intervention Plan", "Based on the functional behavioral assessment of 11/10/2025")
    s.kv(("Student", "Quincy Adair"), ("Grade", "4"), ("Date of plan", "11/24/2025"), ("Case manager", "Noor Haddad"))
    s.h("Target behavior")
    s.p(
        "Tears or throws papers and materials during written tasks. Baseline: 13 incidents in 15 school days (10/13 to 10/31/2025), 1 to 6 minutes each."
    )
    s.h("Hypothesis of function")
    s.p(
        "When given a written task of more than 5 lines (antecedent), Quincy tears the paper in order to escape the task; the task was taken away in 10 of 13 cases (consequence)."
    )
    s.h("Replacement behavior")
    s.p(
        "Quincy will hand over a “half, please” card and finish half of the task. Criterion: card used in 8 of 10 written tasks over 4 weeks, incidents no more than 1 per week."
    )
    s.h("Prevention strategies")
    s.bullets(
        "Written tasks of 5 lines or fewer per sheet.",
        "Choice of pen, keyboard or dictation before each task.",
        "Adult checks in after 2 minutes.",
    )
    s.h("Teaching strategies and reinforcement")
    s.bullets(
        "Card practiced 5 minutes a day for two weeks.",
        "One token for each finished half; 6 tokens for 10 minutes of drawing.",
    )
    s.h("Response to the behavior")
    s.bullets(
        "Stay calm, remove other materials, wait. Offer the card once.",
        "The task is shortened, not removed.",
        "Crisis procedures: none needed; Quincy does not hurt anyone.",
    )
    s.h("Data collection and review")
    s.p(
        "Daily incident sheet kept by the teacher; reviewed every 3 weeks, first on 12/15/2025. The plan is faded when the criterion is met."
    )
    return s.done()


def services_plan(pen: Pen) -> Story:
    t = not_an_iep(
        "A services plan for a parentally placed private-school child, in the layout of an IEP.",
        "services-plan",
        "Tess Brannigan",
    )
    s = Sheet(pen, t)
    s.title(
        "SERVICES PLAN",
        "For a student placed by the parents in a private school (equitable services, 34 CFR 300.130 to 300.144)",
    )
    s.table(
        [
            ("1. STUDENT INFORMATION", ""),
            ("Student name: Tess Brannigan", "Date of birth: 07/19/2015"),
            ("Grade: 5", "Private school: St. Brendan Academy"),
            ("Date of meeting: 10/15/2025", "Plan begins: 10/20/2025    Plan ends: 10/14/2026"),
            ("District that offers services: Marlow Public Schools", "Date of most recent evaluation: 09/18/2024"),
        ],
        (0.5, 0.5),
    )
    s.h("2. PRESENT LEVELS")
    s.p(
        "Tess produces /r/ correctly in 20% of words in conversation (09/2025) and in 70% of words in a list. Her classmates understand her. Reading and mathematics are at grade level."
    )
    s.h("3. ANNUAL GOALS")
    s.table(
        [
            (
                "Goal 1",
                "By 10/14/2026, in conversation of 5 minutes, Tess will say /r/ correctly in 80% of words in 3 consecutive sessions.",
            ),
            ("Measured by", "50-word conversation sample by the speech-language pathologist, monthly"),
        ],
        (0.2, 0.8),
        head=False,
    )
    s.h("4. SERVICES FROM THE PROPORTIONATE SHARE")
    s.table(
        [("Service", "Amount", "Frequency", "Location", "Begin", "End"), ("Speech-language therapy", "30 minutes", "1 time per week", "St. Brendan Academy", "10/20/2025", "10/14/2026")],
        (0.26, 0.13, 0.17, 0.2, 0.12, 0.12),
    )  # fmt: skip
    s.p(
        "No parentally placed private school child with a disability has an individual right to receive some or all of the services that the child would receive in a public school. The parents have declined the offer of a free appropriate "
        "public education at Marlow Public Schools. This plan is not an IEP.",
    )
    s.h("5. PARTICIPANTS")
    s.p(
        "Rosaleen Brannigan (parent), Father Colm Deery (private school), Saskia Blau (speech-language pathologist), Winston Prior (district representative)"
    )
    return s.done()


LOOKS: tuple[tuple[str, Callable[[Pen], Story], str], ...] = (
    ("plan-504", plan_504, "Granite Hollow School Department - Section 504"),
    ("evaluation-report", evaluation_report, "Evaluation Team Report - Hollis Marchetti"),
    ("progress-report", progress_report, "Progress report - Imogen Sayer"),
    ("prior-written-notice", prior_written_notice, "Quarry Bend Area School District"),
    ("meeting-notice", meeting_notice, "Keep this page"),
    ("behavior-plan", behavior_plan, "Quincy Adair - Behavior Intervention Plan"),
    ("services-plan", services_plan, "Marlow Public Schools - Services Plan"),
)


def make() -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for name, story, foot in LOOKS:

        def furniture(canvas: Canvas, page: int, pages: int, foot: str = foot) -> None:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(54, 30, foot)
            canvas.drawRightString(558, 30, f"Page {page} of {pages}")

        made |= sample(name, story, style(), furniture, title=foot, margins=(54, 54, 54, 54))
    return made
