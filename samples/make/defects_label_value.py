"""A middle-school plan in label and value lines and prose, with a list of planted defects and of traps beside them."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from kit import Pen, gap, sample, style
from truth import Truth

BODY = style("Times-Roman", 11, spaceAfter=4)
HEAD = style("Times-Bold", 12.5, spaceBefore=10, spaceAfter=4)
GOAL = style("Times-Bold", 11, spaceBefore=8, spaceAfter=2)
INSET = style("Times-Roman", 11, leftIndent=18, spaceAfter=2)
TITLE = style("Times-Bold", 16, alignment=1, spaceAfter=4)
CENTER = style("Times-Italic", 11, alignment=1, spaceAfter=10)
ALL = "timeframe condition behavior criterion method baseline"
SKIPPED = 5  # the page that is not in the file

FLUENCY = (
    "By November 5, 2026, when given an unpracticed seventh-grade passage, Devon will increase his oral reading rate from 96 to 130 words correct per "
    "minute on 3 consecutive weekly probes."
)
GOALS: tuple[dict[str, object], ...] = (
    {
        "area": "reading",
        "text": FLUENCY,
        "has": ALL,
        "lines": [
            ("Baseline", "96 words correct per minute, median of three probes, October 2025"),
            ("How measured", "one-minute oral reading probe, charted weekly by the special education teacher"),
        ],
    },
    {
        "area": "writing",
        "text": "By November 5, 2026, after reading a two-page article, Devon will write a summary paragraph.",
        "has": "timeframe condition behavior method baseline",
        "measurable": False,
        "lines": [
            (
                "Baseline",
                "In October 2025 Devon copied 4 sentences from the article; none was a summary in his own words",
            ),
            ("How measured", "work samples collected twice a month by the English teacher"),
        ],
    },
    {
        "area": "organization",
        "text": "Devon will improve his organizational skills and be more responsible for his materials.",
        "has": "method baseline",
        "measurable": False,
        "lines": [
            ("Baseline", "Devon turned in 11 of 24 assignments in the first quarter"),
            (
                "How measured",
                "online gradebook count of assignments turned in, checked every two weeks by the case manager",
            ),
        ],
    },
    {
        "area": "math",
        "text": "By November 5, 2026, given 10 one-step equations and a reference card, [Student Name] will solve 8 of 10 equations correctly on 4 of 5 "
        "weekly quizzes.",
        "has": ALL,
        "lines": [
            ("Baseline", "3 of 10 equations correct on the October 2025 quiz"),
            ("How measured", "weekly quiz scored by the mathematics teacher"),
        ],
    },
    {
        "area": "math",
        "text": "By November 5, 2026, given word problems that use ratios (for example, “Maria mixes 2 cups of juice with 3 cups of water”), Trevor will write "
        "the ratio and solve 4 of 5 problems correctly on 3 consecutive quizzes.",
        "has": ALL,
        "lines": [
            ("Baseline", "1 of 5 ratio problems correct, unit test of October 14, 2025"),
            ("How measured", "teacher-made ratio quiz, every two weeks"),
        ],
    },
    {
        "area": "reading",
        "text": FLUENCY,
        "has": ALL,
        "lines": [
            ("Baseline", "96 words correct per minute, median of three probes, October 2025"),
            ("How measured", "one-minute oral reading probe, charted weekly by the special education teacher"),
        ],
    },
    {
        "area": "behavior",
        "text": "By June 2025, when given a frustrating task, Devon will ask for a break with his break card instead of leaving the room in 4 of 5 "
        "opportunities.",
        "has": ALL,
        "lines": [
            ("Baseline", "Devon used the card in 1 of 5 opportunities in October 2025"),
            ("How measured", "break card log kept by the classroom aide each day"),
        ],
    },
    {
        "area": "speech",
        "text": "By November 5, 2026, given a field of three pictures that show a 2-step event, Devon will tell the two steps in order, using “first” and "
        "“then”.",
        "has": ALL,
        "lines": [
            ("Criterion", "four of five events, in two consecutive sessions"),
            ("Baseline", "two of five events (September 2025 session notes)"),
            ("How measured", "speech-language pathologist's session tally"),
        ],
    },
)
LEVELS = (
    "Devon is a seventh grader who struggles with reading and writing. He reads below grade level and his comprehension is weak. He works slowly and "
    "often needs help to get started. Writing is hard for him and he does not like it. In mathematics he does better when he tries. His "
    "basic facts are inconsistent and he forgets the steps of longer problems.",
    "Socially, Devon is friendly and gets along with most of his classmates. His sister Talia attends the same school, and he looks for her at lunch. He can "
    "become frustrated and leave the room. His teachers report that he is disorganized and seems to lack motivation at times. He takes part in speech "
    "therapy and is making progress there. In the cafeteria and on the bus he follows the rules that everybody follows.",
)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth("A middle-school plan in label and value lines with planted defects, and traps beside them.", "iep")
    t.student = {"name": "Devon Castellane", "birth_date": "2013-01-22", "grade": "7"}
    t.dates = {
        "meeting": "2025-11-06",
        "start": "2025-11-10",
        "end": "2026-11-05",
        "annual_review": "2026-11-05",
        "evaluation": "2022-05-12",
    }
    p = pen.p

    def head(key: str, text: str, state: str = "filled") -> Flowable:
        return p(text, HEAD, t.section(key, text, state))

    def lines(*pairs: tuple[str, str]) -> list[Flowable]:
        return [p(f"<b>{a}:</b> {b}") for a, b in pairs]

    flow: list[Flowable] = [
        p("Individual Education Plan", TITLE),
        p("Tamarack Flats Unified District", CENTER),
        head("demographics", "Student Profile and Meeting Information"),
        *lines(
            ("Student", "Devon Castellane"),
            ("DOB", "January 22, 2013"),
            ("Grade", "7"),
            ("School", "Sugarloaf Middle School"),
            ("Eligibility", "Other health impairment; specific learning disability"),
            ("Case manager", "L. Pomeroy"),
            ("Date of IEP meeting", "November 6, 2025"),
            ("Plan start date", "November 10, 2025"),
            ("Plan end date", "November 5, 2026"),
            ("Next annual review", "November 5, 2026"),
            ("Date of last full evaluation", "May 12, 2022"),
        ),
        head("team", "Conference Participants"),
        *lines(
            ("Parent", "Renata Castellane"),
            ("General education teacher", "Oswin Drury"),
            ("Special education teacher", "Laurel Pomeroy"),
            ("District representative", "Calista Innes"),
            ("Speech-language pathologist", "Bram Achterberg"),
            ("School psychologist (evaluation results)", "Wanda Kealoha"),
        ),
        PageBreak(),
        head("present-levels", "Current Performance"),
        *[p(x) for x in LEVELS],
        head("strengths", "Student Strengths"),
        p(
            "Devon draws well, repairs bicycles with his uncle and is patient with younger children. He volunteers to help in the library on Fridays."
        ),
        head("parent-concerns", "Parent Concerns", "blank"),
        gap(40),
        head("special-factors", "Special Factors the Team Considered"),
        *lines(
            ("Behavior that impedes learning", "Yes. Break card, check-in with the counselor and goal 7."),
            ("Limited English proficiency", "No. The family speaks English at home."),
            ("Blind or visually impaired", "No."),
            ("Deaf or hard of hearing", "No."),
            ("Communication needs", "Yes. Speech-language therapy, goal 8."),
            (
                "Assistive technology",
                "Considered and not needed at this time. Devon uses the same classroom computers as all students.",
            ),
        ),
        PageBreak(),
        head("annual-goals", "Annual Goals"),
    ]
    for number, g in enumerate(GOALS, 1):
        facts = dict(g["lines"])  # type: ignore[call-overload]
        mark = t.goal(
            str(g["text"]),
            str(g["area"]),
            str(g["has"]),
            measurable=bool(g.get("measurable", True)),
            baseline=facts["Baseline"],
            criterion=facts.get("Criterion"),
            method=facts["How measured"],
        )
        flow += [
            p(f"Goal {number}", GOAL),
            p(str(g["text"]), INSET, mark),
            *[p(f"<i>{a}:</i> {b}", INSET) for a, b in facts.items()],
        ]
        if number == 4:
            flow.append(PageBreak())
    services = (
        (
            "Specialized reading instruction",
            "45 minutes, 5 times per week, in the resource room, by the special education teacher, November 10, 2025 to November 5, 2026",
            {
                "minutes": 225,
                "often": "5 times per week",
                "place": "the resource room",
                "provider": "special education teacher",
                "dates": True,
            },
        ),
        (
            "Co-taught mathematics",
            "50 minutes, 5 times per week, in the general education classroom, by the special education teacher, November 10, 2025 to November 5, 2026",
            {
                "minutes": 250,
                "often": "5 times per week",
                "place": "the general education classroom",
                "provider": "special education teacher",
                "dates": True,
            },
        ),
        (
            "Speech-language therapy",
            "25 to 30 minutes, 2 times per week, in the speech room, by the speech-language pathologist, November 10, 2025 to November 5, 2026",
            {
                "minutes": None,
                "often": "2 times per week",
                "place": "the speech room",
                "provider": "speech-language pathologist",
                "dates": True,
            },
        ),
        (
            "Occupational therapy",
            "in the motor room, by the occupational therapist, November 10, 2025 to November 5, 2026",
            {
                "minutes": None,
                "often": None,
                "place": "the motor room",
                "provider": "occupational therapist",
                "dates": True,
            },
        ),
        (
            "Counseling",
            "as needed, in the counselor's office, by the school counselor, November 10, 2025 to November 5, 2026",
            {
                "minutes": None,
                "often": None,
                "place": "the counselor's office",
                "provider": "school counselor",
                "dates": True,
            },
        ),
        (
            "Organization check-in",
            "10 minutes, daily, in homeroom, by the case manager",
            {"minutes": 50, "often": "daily", "place": "homeroom", "provider": "case manager", "dates": False},
        ),
    )
    flow += [PageBreak(), head("special-education", "Services")]
    for name, text, facts in services:
        mark = t.service(
            name,
            facts["minutes"],  # type: ignore[arg-type]
            frequency=facts["often"],
            location=facts["place"],
            provider=facts["provider"],
            start="2025-11-10" if facts["dates"] else None,
            end="2026-11-05" if facts["dates"] else None,
        )
        flow.append(p(f"<b>{name}:</b> {text}", None, mark))
    t.accommodations = [
        "Copies of class notes in science and social studies, before each class.",
        "Time and a half on written tests in all classes.",
        "Break of up to 5 minutes in the library when Devon shows his break card.",
        "Directions of more than two steps given in writing, in every class.",
    ]
    flow += [
        head("supplementary-aids", "Accommodations and Modifications"),
        *[p(f"• {a}", INSET) for a in t.accommodations],
        p("These are provided in the general education classroom from November 10, 2025 to November 5, 2026."),
        head("personnel-supports", "Support for School Personnel"),
        p(
            "The case manager meets with Devon's teachers for 20 minutes each month about the break card. No other support is needed."
        ),
        PageBreak(),
        head("assessment", "State and District Testing", "blank"),
        gap(30),
        head("nonparticipation", "Least Restrictive Environment"),
        p(
            "Devon will be outside the general education classroom for reading and for speech-language therapy, 285 minutes of each week."
        ),
        p("Devon eats lunch, rides the bus and takes art, band and physical education with all seventh graders."),
        head("esy", "Extended School Year"),
        p("Extended school year services: To be determined."),
        PageBreak(),
        head("notes", "Notes of the Meeting"),
        p(
            "Ms. Castellane said that mornings are easier since the bus stop moved. Placement in a special class was considered and rejected, since Devon keeps up in mathematics "
            "with a co-teacher. The next meeting will look at handwriting again. Mr. Drury left at 2:50 p.m.; the parent agreed."
        ),
        p("Ms. Castellane received the procedural safeguards and a copy of this plan."),
        gap(20),
        p("Parent signature: <i>Renata Castellane</i>      Date: November 6, 2025"),
    ]
    need, likely = "required", "gap"
    t.finding(
        "plaafp-no-data",
        "sections.present-levels",
        "two paragraphs of adjectives, no score, rate, count or date",
        likely,
    )
    t.finding("parent-concerns-blank", "sections.parent-concerns", "a heading with nothing under it", likely)
    t.finding(
        "impact-statement-missing",
        "document",
        "nowhere is it said how the disability affects work in the general curriculum",
        need,
        or_review=True,
    )
    t.finding("goal-no-criterion", "goals[1]", "a summary paragraph, but how good is nowhere said", need)
    t.finding("goal-vague-behaviour", "goals[2]", "'improve his organizational skills and be more responsible'", need)
    t.finding("goal-no-criterion", "goals[2]", "no level at all", need)
    t.finding("goal-duplicate-or-slot", "goals[3]", "[Student Name] was never filled in", likely)
    t.finding("wrong-name", "goals[4]", "Trevor will write, in Devon's plan", likely)
    t.finding("goal-duplicate-or-slot", "goals[5]", "the same goal as goals[0], word for word", likely)
    t.finding("goal-date-outside-iep", "goals[6]", "By June 2025, before the plan begins", likely)
    t.finding(
        "progress-schedule-missing",
        "document",
        "when parents will be told of progress is nowhere said",
        need,
        or_review=True,
    )
    t.finding("service-frequency-missing", "services[3]", "occupational therapy without minutes or times", need)
    t.finding("service-vague-amount", "services[4]", "counseling 'as needed'", likely)
    t.finding("service-start-end-missing", "services[5]", "organization check-in without dates", need)
    t.finding(
        "testing-accommodations-blank",
        "sections.assessment",
        "a heading with nothing under it, in a tested grade",
        likely,
    )
    t.finding("nonparticipation-explanation", "sections.nonparticipation", "extent without a reason", likely)
    t.finding("esy-undecided", "sections.esy", "'To be determined'", likely)
    t.finding("evaluation-stale", "dates.evaluation", "May 12, 2022 is more than 3 years before the meeting", likely)
    t.finding("missing-pages", "document", "Page 5 of 8 is not in the file", "advice")
    t.allowed("heading-without-content", "sections.parent-concerns", "the same blank")
    t.allowed("heading-without-content", "sections.assessment", "the same blank")
    t.allowed("service-frequency-missing", "services[4]", "'as needed' is no frequency")
    t.trap("goal-vague-behaviour", "goals[0]", "'increase ... from 96 to 130 words correct per minute' is measurable")
    t.trap("goal-vague-behaviour", "goals[1]", "writing a paragraph can be seen; only its level is missing")
    t.trap("wrong-name", "goals[4].Maria", "a name inside a quoted word problem")
    t.trap("wrong-name", "sections.present-levels", "Talia is a sister")
    t.trap("goal-no-criterion", "goals[7]", "the criterion stands in its own line, in number words")
    t.trap("service-vague-amount", "services[2]", "a range of 5 minutes is no vagueness")
    t.trap("service-frequency-missing", "goals[0]", "'weekly probe' measures; it is no service")
    t.trap("goal-no-baseline", "goals", "each goal has its baseline line")
    t.trap("progress-method-missing", "goals", "each goal says how it is measured")
    t.trap("special-factors-absent", "document", "all six are answered in label and value lines")
    t.trap("service-vague-amount", "accommodations[2]", "'when Devon shows his break card' is a stated trigger")
    t.trap("psg-missing", "document", "the student is 13 when the plan ends")
    t.trap("goal-date-outside-iep", "goals[0]", "November 5, 2026 is the last day of the plan")
    t.facts["missing_page_labels"] = ["Page 5 of 8"]
    return t, flow


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    printed = page if page < SKIPPED else page + 1
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(64, 760, "Devon Castellane")
    canvas.drawCentredString(306, 34, f"Page {printed} of {pages + 1}")


def make() -> dict[str, bytes]:
    return sample("defects-label-value", write, BODY, furniture, margins=(64, 56, 64, 60))
