"""A form as word processors make it: numbered shaded headings, long prompts in small italics, glyph and drawn boxes."""

from __future__ import annotations

from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Table

from kit import BOX_FONT, DrawnBox, Pen, box, gap, grid, sample, style
from truth import Truth

FILLED = style("Times-Roman", 10.5)
LABEL = style("Helvetica", 8.6, spaceAfter=1)
PROMPT = style("Helvetica-Oblique", 7.4, spaceAfter=2)
BAR = style("Helvetica-Bold", 10.5, alignment=1)
WIDE = 7.3 * inch
ALL = "timeframe condition behavior criterion method baseline"

LEVELS = (
    (
        "Academic achievement",
        "Summarize current classroom performance, district and state test results and the most recent evaluation. Compare with grade-level expectations. Do not "
        "write “see report”.",
        "Reading: on the winter benchmark of 01/08/2026 Odalys read 61 words correct per minute (grade 2 winter median 72) and answered 5 of 10 questions about a passage that she "
        "heard, 8 of 10 about a passage that she read herself. Mathematics: 47th percentile on the winter screening; facts to 20 are fluent (28 correct in 2 minutes). Writing: she "
        "leaves out word endings that she does not hear (-s, -ed, -ing) in 14 of 30 places where they belong (three samples, 12/2025).",
    ),
    (
        "Functional performance",
        "Address communication, social and emotional skills, independence, motor skills and hearing, vision and health as they apply to this student.",
        "Odalys has a bilateral moderate hearing loss and wears two hearing aids (aided speech audiogram of 11/19/2025: 96% of words in quiet at 3 feet, 58% with classroom noise). With the remote "
        "microphone she repeats 88% of words in noise. She tells an adult that a battery is empty in 2 of 10 cases; in the others staff notice. Receptive language standard score 84, expressive 79 "
        "(02/06/2025). She plays with several classmates at recess. Motor skills and self-care are age-appropriate and not a concern.",
    ),
)
FACTORS = (
    (
        "Is the student blind or visually impaired?",
        False,
        "If Yes, provide for instruction in Braille unless an evaluation shows that it is not appropriate.",
        "",
    ),
    (
        "Is the student deaf or hard of hearing?",
        True,
        "If Yes, the team considers language and communication needs, opportunities for direct communication with peers and professionals in the student's language and mode, "
        "academic level, and direct instruction in the student's language and mode.",
        "Odalys uses spoken English with hearing aids and a remote microphone. She talks directly with classmates and staff; in group work one child speaks at a time and passes the microphone. Direct "
        "instruction comes from the teacher of the deaf in spoken English. Her parents chose spoken language and are learning signs for loud places.",
    ),
    (
        "Does the student exhibit behavior that impedes learning?",
        False,
        "If Yes, consider positive behavioral interventions and supports.",
        "",
    ),
    (
        "Does the student have limited English proficiency?",
        False,
        "If Yes, consider the language needs as they relate to the IEP.",
        "",
    ),
    (
        "Does the student have communication needs?",
        True,
        "If Yes, say where they are addressed.",
        "Goals 1 and 3; speech-language therapy.",
    ),
    (
        "Does the student need assistive technology devices or services?",
        True,
        "If Yes, name the device or the service.",
        "Remote microphone system with two receivers, owned by the district; checked each morning by the teacher of the deaf; captions on all videos.",
    ),
)
GOALS = (
    {
        "area": "speech",
        "has": ALL,
        "text": "By 02/05/2027, when telling about a past event with 3 picture cues, Odalys will say the endings -s, -ed and -ing in 24 of 30 obligatory places in 3 consecutive "
        "language samples.",
        "baseline": "16 of 30 places (language sample of 12/11/2025)",
        "boxes": ("Language or work samples",),
    },
    {
        "area": "self-advocacy",
        "has": ALL,
        "text": "By 02/05/2027, when a hearing aid or the microphone stops working, Odalys will tell an adult within 2 minutes in 9 of 10 cases over 6 weeks.",
        "baseline": "2 of 10 cases (log of 11/03 to 12/19/2025)",
        "boxes": ("Observation log",),
    },
    {
        "area": "listening",
        "has": "timeframe condition behavior criterion baseline",
        "text": "By 02/05/2027, after hearing a grade 2 passage through the remote microphone, Odalys will answer 8 of 10 questions correctly on 4 of 5 passages.",
        "baseline": "5 of 10 questions (01/08/2026)",
        "boxes": (),
    },
)
METHODS = (
    "Language or work samples",
    "Curriculum-based probe",
    "Observation log",
    "Scoring guide",
    "Checklist",
    "Other: ________",
)
# name, minutes, sessions, period, place, provider, minutes per week
SERVICES = (
    ("Instruction by teacher of the deaf", "30", "4", "W", "S", "Teacher of the deaf", 120),
    ("Speech-language therapy", "30", "2", "W", "S", "Speech-language pathologist", 60),
    ("Educational audiology", "45", "1", "M", "O", "Audiologist", None),
)
PERIODS = {"D": "daily", "W": "weekly", "M": "monthly"}
PLACES = {"G": "general education classroom", "S": "special education classroom", "O": "other: audiology booth"}
AIDS = (
    ("Remote microphone passed to each speaker in class talk", "D", "G"),
    ("Captions on all videos", "D", "G"),
    ("Seat in the second row, away from the heater and the door, better ear toward the class", "D", "G"),
    ("Directions repeated once to Odalys, who says them back", "D", "G"),
)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth(
        "A word-processor state form: shaded numbered headings, small italic prompts above the answers, boxes of two encodings.",
        "iep",
    )
    t.student = {"name": "Odalys Fontaine", "birth_date": "2018-02-18", "grade": "2"}
    t.dates = {
        "meeting": "2026-01-20",
        "start": "2026-01-26",
        "end": "2027-02-05",
        "annual_review": "2027-02-05",
        "evaluation": "2025-02-06",
        "reevaluation": "2028-02-05",
    }
    p = pen.p

    def bar(key: str, text: str, state: str = "filled") -> Flowable:
        return grid([[p(text, BAR, t.section(key, text, state))]], [WIDE], 1)

    def answer(prompt: str, text: str, label: str = "") -> Flowable:
        parts = [p(f"<b>{label}</b>", LABEL)] if label else []
        return grid([[[*parts, p(prompt, PROMPT), p(text, FILLED)]]], [WIDE])

    def pair(label: str, value: str) -> Flowable:
        return p(f'{label}: <font name="Times-Roman" size="10.5">{value}</font>', LABEL)

    def check(pairs: list[tuple[str, bool]]) -> str:
        return "    ".join(f"{box(on)} {text}" for text, on in pairs)

    def yes_no(yes: bool) -> Flowable:
        cells = [[DrawnBox(not yes), p("No", LABEL), DrawnBox(yes), p("Yes", LABEL)]]
        table = Table(
            cells,
            colWidths=[13, 34, 13, 34],
            style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)],
        )
        table.hAlign = "LEFT"
        return table

    half = [WIDE / 2, WIDE / 2]
    flow: list[Flowable] = [
        grid([[p("INDIVIDUALIZED EDUCATION PROGRAM", style("Helvetica-Bold", 13, alignment=1))]], [WIDE], 1),
        bar("demographics", "STUDENT DEMOGRAPHIC INFORMATION"),
        grid(
            [
                [pair("Student's full name", "Odalys Fontaine"), pair("Birth date", "02/18/2018")],
                [pair("Present grade level", "2"), pair("Age", "7 years 11 months")],
                [pair("District of residence", "Larkspur Valley R-IX (fictional)"), pair("Attending school", "Bluestem Primary School")],
                [p("Primary language or mode:  " + check([("English", True), ("Spanish", False), ("Sign language", False), ("Other", False)]), LABEL), pair("Disability", "Hearing impairment")],
                [pair("Parent/guardian", "Thérèse Fontaine"), pair("Telephone", "555-0142")],
                [p("IEP type:  " + check([("Initial", False), ("Annual", True), ("Transfer", False)]), LABEL), pair("Case manager", "Vidar Hollis")],
            ],
            half,
        ),
        grid([[p("IEP CONTENT (Required)", BAR)]], [WIDE], 1),
        grid(
            [
                [pair("Date of IEP meeting", "01/20/2026"), pair("Initiation date of IEP", "01/26/2026")],
                [pair("Ending date of IEP", "02/05/2027"), pair("Projected date of annual IEP review", "02/05/2027")],
                [pair("Date of most recent evaluation", "02/06/2025"), pair("Projected date for next triennial evaluation", "02/05/2028")],
            ],
            half,
        ),
        bar("team", "PARTICIPANTS IN IEP MEETING AND ROLES"),
        p("The names and roles of individuals participating in developing the IEP must be documented. A signature indicates attendance, not agreement.", PROMPT),
        grid(
            [
                [p("<b>Name</b>", LABEL), p("<b>Role</b>", LABEL), p("<b>Method of attendance</b>", LABEL)],
                *[
                    [p(name, FILLED), p(role, LABEL), p(check([("in person", how == "in"), ("by phone", how == "phone"), ("in writing", False), ("excused", False)]), LABEL)]
                    for name, role, how in (
                        ("Thérèse Fontaine", "Parent/Guardian", "in"),
                        ("Mabel Ostrander", "General Education Teacher", "in"),
                        ("Vidar Hollis", "Special Education Teacher (teacher of the deaf)", "in"),
                        ("Eudora Pratt", "LEA Representative", "in"),
                        ("Dr. Lamar Quist", "Individual to interpret instructional implications of evaluation results", "phone"),
                        ("Solveig Brandt", "Speech-language pathologist", "in"),
                    )
                ],
            ],
            [1.7 * inch, 2.6 * inch, 3.0 * inch],
            1,
        ),
        PageBreak(),
        bar("present-levels", "1. Present Level of Academic Achievement and Functional Performance"),
    ]  # fmt: skip
    flow += [answer(prompt, text, label) for label, prompt, text in LEVELS]
    for key, label, prompt, text, state in (
        (
            "impact",
            "How the child's disability affects involvement and progress in the general education curriculum",
            "For a preschool child, how the disability affects participation in age-appropriate activities. Do not repeat the eligibility category.",
            "Because of the hearing loss Odalys misses unstressed words and word endings, most of all in noise. In the second-grade curriculum this affects listening comprehension, new vocabulary in "
            "science, spelling and grammar in writing, and following a discussion in which speakers change.",
            "filled",
        ),
        (
            "strengths",
            "The strengths of the child",
            "Include interests and preferences as well as academic strengths.",
            "Odalys reads for pleasure, draws comics with long speech balloons, swims, and explains her hearing aids proudly to other children.",
            "filled",
        ),
        (
            "parent-concerns",
            "Concerns of the parent/guardian for enhancing the education of the child",
            "Record the concerns in the parent's words. They need not be limited to school work.",
            "N/A",
            "filled",
        ),
    ):
        flow.append(
            grid(
                [
                    [
                        [
                            p(label, style("Helvetica-Bold", 8.6), t.section(key, label, state)),
                            p(prompt, PROMPT),
                            p(text, FILLED),
                        ]
                    ]
                ],
                [WIDE],
            )
        )
    flow += [
        PageBreak(),
        bar("special-factors", "2. Special Considerations: Federal and State Requirements"),
        p(
            "Note: if the team decides that the child needs a particular device or service (including an intervention, accommodation or other program modification), that need must be documented "
            "in the appropriate section of the IEP.",
            PROMPT,
        ),
        grid(
            [
                [[p(f"<b>{question}</b>", LABEL), yes_no(yes), p(prompt, PROMPT), *([p(text, FILLED)] if text else [])]]
                for question, yes, prompt, text in FACTORS
            ],
            [WIDE],
        ),
        gap(6),
        bar("esy", "Extended School Year"),
        grid(
            [
                [
                    [
                        p(check([("No. The student is not eligible for ESY services.", True)]), LABEL),
                        p(check([("Yes. The student is eligible for ESY services.", False)]), LABEL),
                        p("State the data on which the decision rests.", PROMPT),
                        p(
                            "Scores of 05/2025 and 09/2025 differ by 2 words correct per minute and 1 language-sample place; nothing was lost over the summer.",
                            FILLED,
                        ),
                    ]
                ]
            ],
            [WIDE],
        ),
        gap(6),
        bar("assessment", "State and District-wide Assessments"),
        grid(
            [
                [
                    [
                        p(
                            "Identify each assessment for the child's grade level and any accommodation needed. If none is given at this grade level, say so.",
                            PROMPT,
                        ),
                        p(
                            check(
                                [
                                    ("No state assessment is given at this grade level.", True),
                                    ("Alternate assessment", False),
                                ]
                            ),
                            LABEL,
                        ),
                        p(
                            "District benchmark (reading and mathematics, three times a year): remote microphone for spoken directions; directions repeated once; quiet room with no more than 5 children.",
                            FILLED,
                        ),
                    ]
                ]
            ],
            [WIDE],
        ),
        PageBreak(),
        bar("annual-goals", "3. Annual Measurable Goals"),
    ]
    for number, goal in enumerate(GOALS, 1):
        mark = t.goal(
            str(goal["text"]),
            str(goal["area"]),
            str(goal["has"]),
            baseline=goal["baseline"],
            method="; ".join(goal["boxes"]) or None,
        )  # type: ignore[arg-type]
        on = goal["boxes"]
        flow += [
            KeepTogether(
                [
                    grid(
                        [
                            [[p(f"Annual Goal #: {number}", LABEL), p(str(goal["text"]), FILLED, mark)]],
                            [[p("Baseline (what the child does now on this skill)", LABEL), p(str(goal["baseline"]), FILLED)]],
                            [[p("Progress toward the goal will be measured by: <b>(check all that apply)</b>", LABEL), *[p(check([(m, m in on) for m in METHODS[i : i + 3]]), LABEL) for i in (0, 3)]]],  # type: ignore[operator]
                        ],
                        [WIDE],
                    ),
                    grid(
                        [
                            [p("Date of report", LABEL), p("Summary statement (select one)", LABEL), p("Description of progress data", LABEL)],
                            *[["", p(f"{box(False)} Making progress   {box(False)} Not making progress   {box(False)} Goal met", LABEL), ""]] * 3,
                        ],
                        [0.9 * inch, 3.4 * inch, 3.0 * inch],
                        1,
                    ),
                ]
            ),
            gap(10),
        ]  # fmt: skip
    flow += [
        bar("progress-schedule", "4. Reporting Progress"),
        grid(
            [
                [
                    [
                        p("When will the parents be informed of the child's progress toward the annual goals?", PROMPT),
                        p(check([("Quarterly", True), ("Each semester", False), ("Other", False)]), LABEL),
                        p("With the report cards of 03/13, 05/29, 10/16 and 12/18/2026.", FILLED),
                    ]
                ]
            ],
            [WIDE],
        ),
        PageBreak(),
    ]
    columns = [1.7 * inch, 0.7 * inch, 0.75 * inch, 1.1 * inch, 1.25 * inch, 0.9 * inch, 0.9 * inch]
    heads = ("Service", "Minutes per session", "Sessions", "Period", "Location", "Begin date*", "End date*")

    def letters(known: dict[str, str], chosen: str) -> Flowable:
        return p("  ".join(f'<font name="{BOX_FONT}">{"☒" if x == chosen else "☐"}</font>{x}' for x in known), LABEL)

    rows = []
    for name, minutes, times, period, place, provider, weekly in SERVICES:
        mark = t.service(
            name, weekly, amount=f"{minutes} minutes", frequency=f"{times} x {PERIODS[period]}", location=PLACES[place], start="2026-01-26", end="2027-02-05", provider=provider
        )  # fmt: skip
        rows.append(
            [
                [p(name, FILLED, mark), p(f"by: {provider}", LABEL)],
                p(minutes, FILLED),
                p(times, FILLED),
                letters(PERIODS, period),
                letters(PLACES, place),
                p("01/26/2026", FILLED),
                p("02/05/2027", FILLED),
            ]
        )
    t.accommodations = [text for text, _, _ in AIDS]
    key = "Location: G = general education classroom, S = special education classroom, O = other (name it).  Period: D = daily, W = weekly, M = monthly."
    flow += [
        grid([[p("5. Service Summary", BAR)]], [WIDE], 1),
        p("State the amount, frequency, location and dates of each service. “As needed” may not be used for frequency.", PROMPT),
        p(key, PROMPT),
        bar("special-education", "Special Education and Related Services"),
        grid([[p(f"<b>{h}</b>", LABEL) for h in heads], *rows], columns, 0),
        p("*N/A if the same as the initiation date and the ending date of the IEP.", PROMPT),
        p("O = audiology booth of the cooperative, Larkspur Valley.", FILLED),
        bar("supplementary-aids", "Supplementary Aids/Services and Accommodations"),
        grid(
            [[p(f"<b>{h}</b>", LABEL) for h in ("Aid or accommodation", "Period", "Location", "Begin date", "End date")]]
            + [[p(text, FILLED), letters(PERIODS, period), letters(PLACES, place), p("01/26/2026", FILLED), p("02/05/2027", FILLED)] for text, period, place in AIDS],
            [3.1 * inch, 1.1 * inch, 1.3 * inch, 0.9 * inch, 0.9 * inch],
        ),
        bar("personnel-supports", "Program Modifications/Supports for School Personnel"),
        grid(
            [
                [
                    [
                        p("None needed, or: what support, how much, how often, where.", PROMPT),
                        p("The teacher of the deaf trains the classroom teacher and specials teachers in the microphone system: 30 minutes on 01/26/2026 and 30 minutes on 08/24/2026, in the classroom.", FILLED),
                    ]
                ]
            ],
            [WIDE],
        ),
        PageBreak(),
        bar("nonparticipation", "6. Regular Education Participation"),
        grid(
            [
                [
                    [
                        p("Explain the extent, if any, to which the child will not participate with nondisabled children in the regular class and in extracurricular and nonacademic activities, and why.", PROMPT),
                        p(
                            "Odalys will be out of the regular class 180 minutes of 1,750 each week (10%), for instruction by the teacher of the deaf and for speech. The team tried both in the back of the "
                            "classroom in fall 2025; with noise measured at 62 decibels she heard 58% of words, in the small room 96%. Listening and speech practice fail when she cannot hear the model. "
                            "In everything else, with lunch, recess, music, field trips and clubs, she takes part fully.",
                            FILLED,
                        ),
                    ]
                ]
            ],
            [WIDE],
        ),
        gap(6),
        bar("placement", "7. Placement Considerations and Decision"),
        grid(
            [
                [p(f"{box(True)} Inside regular class at least 80% of the day", LABEL), p(f"{box(True)} Considered   {box(True)} Selected", LABEL)],
                [p(f"{box(False)} Inside regular class 40% to 79% of the day", LABEL), p(f"{box(True)} Considered   {box(False)} Selected", LABEL)],
                [p(f"{box(False)} Inside regular class less than 40% of the day", LABEL), p(f"{box(False)} Considered   {box(False)} Selected", LABEL)],
            ],
            half,
        ),
    ]  # fmt: skip
    t.finding(
        "parent-concerns-blank",
        "sections.parent-concerns",
        "'N/A' under a prompt that asks for the parent's words",
        "gap",
    )
    t.finding("progress-method-missing", "goals[2]", "no box is marked among the methods of goal 3", "required")
    t.finding("iep-span-over-year", "dates", "01/20/2026 to 02/05/2027 is 381 days", "gap")
    t.allowed("heading-without-content", "sections.parent-concerns", "the same 'N/A'")
    t.decided("hearing", "communication", "assistive-technology")
    t.trap("service-vague-amount", "document", "'As needed' stands in a printed prompt")
    t.trap("checkbox-blank-pair", "sections.placement", "Considered and Selected may both be marked")
    t.trap("dhh-communication-missing", "sections.special-factors", "mode, peers and direct instruction are all stated")
    t.trap("service-frequency-missing", "services[2]", "45 minutes once a month is a frequency")
    t.trap("goal-no-criterion", "goals", "each goal has its count")
    t.trap(
        "testing-accommodations-blank",
        "sections.assessment",
        "no state test in grade 2, and the district test is answered",
    )
    t.trap("goal-duplicate-or-slot", "document", "'Other: ________' belongs to the form")
    return t, flow


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Helvetica", 8)
    if page > 1:
        canvas.drawString(44, 766, "Student Name: Odalys Fontaine          Date of IEP: 01/20/2026")
    canvas.setFont("Helvetica-Oblique", 7.5)
    canvas.drawString(44, 28, "Updated July 2025")
    canvas.drawRightString(568, 28, f"Page {page}of {pages}")


def make() -> dict[str, bytes]:
    return sample("state-form-checkboxes", write, FILLED, furniture, margins=(43, 44, 43, 48))
