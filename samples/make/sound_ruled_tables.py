"""A sound elementary plan in ruled tables: nothing at the levels required and gap may be found in it."""

from __future__ import annotations

from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from kit import LIGHT, Pen, box, gap, grid, sample, style
from truth import Truth

BODY = style(size=10)
SMALL = style(size=7.6, textColor="#333333")
BOLD = style("Helvetica-Bold", 10)
TITLE = style("Helvetica-Bold", 15, alignment=1, spaceAfter=2)
SUB = style(size=9.5, alignment=1, spaceAfter=8)
WIDE = 7.1 * inch
BEGIN, END = "10/27/2025", "10/20/2026"

READING_LEVELS = """On the September 2025 oral reading fluency benchmark Nadia read 54 words correct per minute with 91% accuracy on a
third-grade passage (fall benchmark for grade 3: 83 words correct per minute). On three weekly probes between 09/08/2025 and 10/13/2025 she
read 52, 56 and 54 words correct per minute. On the October 2025 phonics survey she read 11 of 25 two-syllable words with vowel teams and
r-controlled vowels, and 22 of 25 closed-syllable words. When a passage is read to her she answers 8 of 10 questions, which is on grade level."""
WRITING_LEVELS = """Three classroom writing samples from September and October 2025 were scored with the district's 4-point rubric: 1.5, 1.5 and 2
(class average 2.9). In 10 minutes Nadia writes 3 complete sentences on average; 42% of her words are spelled correctly when she
writes about a topic of her own. Her spoken stories are long and well ordered."""
MATH_LEVELS = """Nadia is at grade level. She scored at the 58th percentile on the fall 2025 math screening and solved 17 of 20 problems on the
unit 1 test when the word problems were read aloud to her."""
FUNCTIONAL_LEVELS = """During five 20-minute observations in independent work time (09/15/2025 to 10/10/2025) Nadia was on task in 46% of
intervals, while two classmates chosen at random averaged 81%. She began work within 2 minutes of the direction in 4 of 10 tasks. With a check-off card on her desk she
began within 2 minutes in 7 of 10 tasks. She moves between rooms, eats lunch, and plays at recess with two close friends without adult help.
Self-care, gross motor and spoken communication skills are age-appropriate and are not areas of concern."""
EVALUATION = """Reevaluation of 11/13/2024 (school psychologist and reading specialist): basic reading skills standard score 79, reading
fluency 76, reading comprehension 92, written expression 80, math problem solving 101, oral language 104. Phonological
processing composite 78. Hearing and vision screenings of 09/03/2025 were passed."""
STRENGTHS = """Nadia is curious and kind. She explains her thinking aloud better than most of her classmates, leads the class garden
team, and knows a great deal about birds. She likes building, drawing and working with a partner, and she wants to read chapter books by herself."""
CONCERNS = """Ms. Brightwater is worried that reading aloud embarrasses Nadia and that homework takes more than an hour each night. She
asked for reading practice that does not happen in front of the class and for shorter written homework. Mr. Brightwater asked how the family can help with
spelling at home. The team answered both points: see accommodations 4 and 6 and the home practice note on the last page."""
IMPACT = """Because of her specific learning disability in basic reading, Nadia decodes slowly and has to stop at longer words. This affects
her involvement in the third-grade curriculum in every subject that is taught from print: she cannot finish grade-level science and social studies passages
in the time given, and she misses details in math word problems that she can solve when they are read to her. Her spelling and short written answers
do not show what she knows, so her written work in all classes is below the grade-level standard. Because reading tires her, she
leaves independent work sooner than her classmates and loses practice time."""
FACTORS = (
    (
        "Does the student's behavior impede the student's learning or that of others?",
        False,
        "Off-task time is addressed by goal 4 and the check-off card; it does not disturb others. No discipline referrals in 2024-25 or 2025-26.",
    ),
    (
        "Is the student an English learner?",
        False,
        "English is the only language spoken at home (home language survey, 08/2022).",
    ),
    (
        "Is the student blind or visually impaired?",
        False,
        "Vision screening of 09/03/2025 was passed; Braille is not needed.",
    ),
    (
        "Does the student have communication needs?",
        False,
        "Oral language standard score 104 (11/13/2024). Nadia makes her needs known to adults and classmates.",
    ),
    (
        "Is the student deaf or hard of hearing?",
        False,
        "Hearing screening of 09/03/2025 was passed.",
    ),
    (
        "Does the student need assistive technology devices or services?",
        True,
        "Text-to-speech on a school tablet for science and social studies texts, and word prediction for writing of more than 5 sentences. "
        "The reading specialist teaches both in 2 lessons of 30 minutes by 11/14/2025; see section 8.",
    ),
)
GOALS = (
    {
        "area": "reading",
        "title": "Reading fluency",
        "baseline": "54 words correct per minute with 91% accuracy (median of three grade 3 passages, 10/13/2025)",
        "text": "By 10/20/2026, when given an unpracticed third-grade passage, Nadia will read aloud 90 words correct per minute with at least "
        "96% accuracy on 3 consecutive weekly probes.",
        "criterion": "90 words correct per minute, 96% accuracy, 3 consecutive weekly probes",
        "method": "One-minute oral reading fluency probe, scored and graphed by the reading specialist every week",
        "steps": "February 2026: 70 words correct per minute. June 2026: 82 words correct per minute.",
    },
    {
        "area": "reading",
        "title": "Decoding",
        "baseline": "11 of 25 words with vowel teams and r-controlled vowels (phonics survey, 10/06/2025)",
        "text": "By 10/20/2026, when shown a list of 25 unfamiliar two- and three-syllable words with vowel teams and r-controlled vowels, Nadia will "
        "read aloud 22 of 25 words correctly on 4 of 5 biweekly word lists.",
        "criterion": "22 of 25 words on 4 of 5 lists",
        "method": "Phonics survey word lists (forms B to F), given by the special education teacher every two weeks",
        "steps": "February 2026: 15 of 25 words. June 2026: 19 of 25 words.",
    },
    {
        "area": "writing",
        "title": "Written expression",
        "baseline": "1.5 of 4 points on the district writing rubric; 3 complete sentences in 10 minutes (samples of 09/18, 10/02 and 10/14/2025)",
        "text": "By 10/20/2026, given a picture or story prompt, a graphic organizer and word prediction software, Nadia will write a paragraph of at least 6 "
        "complete sentences that scores 3 or higher on the 4-point district writing rubric in 4 of 5 consecutive samples.",
        "criterion": "3 of 4 rubric points, 6 complete sentences, 4 of 5 consecutive samples",
        "method": "Writing samples scored with the district rubric by the special education teacher and the classroom teacher, twice a month",
        "steps": "February 2026: rubric score 2 with 4 sentences. June 2026: rubric score 2.5 with 5 sentences.",
    },
    {
        "area": "attention",
        "title": "Self-monitoring (functional)",
        "baseline": "Begins work within 2 minutes in 4 of 10 tasks; on task in 46% of intervals (observations of 09/15 to 10/10/2025)",
        "text": "By 10/20/2026, given an independent classroom task and a check-off card, Nadia will begin the task within 2 minutes of the direction and check off "
        "each finished step with no more than 1 adult reminder in 8 of 10 tasks for 3 consecutive weeks.",
        "criterion": "8 of 10 tasks, no more than 1 reminder, 3 consecutive weeks",
        "method": "Task record sheet kept by the classroom teacher each day and a 20-minute interval observation by the school social worker each month",
        "steps": "February 2026: 6 of 10 tasks. June 2026: 7 of 10 tasks.",
    },
)
SPECIAL_EDUCATION = (
    (
        "Specialized reading instruction",
        "Special education teacher",
        "30 minutes",
        "5 times per week",
        "Resource room, group of 3",
        150,
    ),
    (
        "Specialized written expression instruction",
        "Special education teacher",
        "30 minutes",
        "3 times per week",
        "General education classroom",
        90,
    ),
)
RELATED = (
    (
        "School social work services",
        "School social worker",
        "20 minutes",
        "1 time per week",
        "Social worker's office, group of 2",
        20,
    ),
)
AIDS = (
    (
        "Text-to-speech for science and social studies passages longer than one page",
        "Each class period with such a text",
        "General education classroom",
    ),
    (
        "Word prediction software for written work of more than 5 sentences",
        "3 times per week, in writing class",
        "General education classroom",
    ),
    (
        "Math word problems read aloud by an adult or the tablet",
        "Daily, in math class and on math tests",
        "General education classroom",
    ),
    (
        "No reading aloud before the whole class unless Nadia raises her hand; practice is with one partner",
        "Daily",
        "General education classroom",
    ),
    (
        "Time and a half on written classroom tests",
        "Each classroom test",
        "General education classroom or resource room",
    ),
    ("Written homework shortened to 20 minutes; finished part is graded", "Daily", "Home"),
    (
        "Check-off card with 3 to 5 steps on the desk during independent work",
        "Daily, 2 work periods",
        "General education classroom",
    ),
)
PERSONNEL = (
    (
        "Consultation of the special education teacher with the classroom teacher on decoding routines and the task record sheet",
        "15 minutes",
        "1 time per week",
        "General education classroom",
    ),
)
TESTS = (
    (
        "State reading/language arts test, grade 3",
        "Regular test",
        "Time and a half; small group of no more than 6; directions read aloud",
    ),
    (
        "State mathematics test, grade 3",
        "Regular test",
        "Time and a half; small group of no more than 6; text-to-speech for all items",
    ),
    (
        "District fall, winter and spring reading screening",
        "Regular test",
        "No accommodations: the screening is timed and measures reading speed",
    ),
    ("District math screening", "Regular test", "Word problems read aloud"),
)
LRE = (
    "Nadia attends school 1,800 minutes a week. She is outside the regular classroom 170 minutes a week (150 minutes for reading instruction and 20 minutes for social "
    "work), so she is in the regular classroom with classmates without disabilities for 1,630 minutes, 91% of the week. She takes part in lunch, recess, assemblies, art, music, "
    "physical education, the garden team and field trips with all other third graders.",
    "The team first considered reading instruction inside the classroom. It was tried from 09/08/2025 to 10/10/2025 during the literacy block: Nadia whispered or stopped "
    "when classmates could hear her, and read 52 to 56 words per minute with no growth in five weeks. The reading program asks her to read and spell aloud in most "
    "of each lesson, and the other 21 children work in silence at that time. In the resource room she answered every turn in the four trial lessons. For that reason, and for no other "
    "subject, the team decided on 30 minutes a day outside the classroom. Writing instruction stays in the classroom because the co-teacher and the tablet give her enough support there. "
    "Social work takes place in the office because Nadia talks about embarrassment in reading, which she does not want classmates to hear.",
)
ESY = (
    "The team looked at the data before and after the winter break (12/2024), spring break (04/2025) and the summer of 2025. Nadia read 49 words correct per minute in June 2025 "
    "and 47 in the second week of September 2025, and was back at 50 after two weeks. Classmates needed the same time. There is no emerging skill that a break "
    "would put at risk. Therefore extended school year services are not needed in summer 2026 for a free appropriate public education."
)
TEAM = (
    ("Parent", "Corinne Brightwater"),
    ("Parent", "Amos Brightwater"),
    ("Student (joined for the first 15 minutes)", "Nadia Brightwater"),
    ("General education teacher, grade 3", "Philippa Osei"),
    ("Special education teacher", "Ruben Talavera"),
    ("District representative (LEA)", "Dr. Hanneke Vos"),
    ("School psychologist, who interprets evaluation results", "Imani Ferrand"),
    ("Reading specialist", "Jocelyn Aldous"),
    ("School social worker", "Tobias Renn"),
)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth("A sound elementary plan in ruled tables; a rule that speaks here is wrong.", "iep")
    t.student = {"name": "Nadia Brightwater", "birth_date": "2017-03-14", "grade": "3"}
    t.dates = {
        "meeting": "2025-10-21",
        "start": "2025-10-27",
        "end": "2026-10-20",
        "annual_review": "2026-10-20",
        "evaluation": "2024-11-13",
        "reevaluation": "2027-11-12",
    }
    p = pen.p

    def head(key: str, text: str, state: str = "filled") -> Flowable:
        return p(text, BOLD, t.section(key, text, state))

    def block(key: str, text: str, *body: str) -> Flowable:
        return grid([[head(key, text)], [[p(b) for b in body]]], [WIDE], 1)

    def two(pairs: list[tuple[str, str]]) -> list[list[Flowable]]:
        return [[p(f"<b>{a}:</b> {b}") for a, b in pairs[i : i + 2]] for i in range(0, len(pairs), 2)]

    flow: list[Flowable] = [
        p("ALDER CREEK COMMUNITY SCHOOLS", style("Helvetica-Bold", 10, alignment=1)),
        p("INDIVIDUALIZED EDUCATION PROGRAM (IEP)", TITLE),
        p("Annual review. This plan describes the special education that the school provides for one student.", SUB),
        grid(
            [
                [head("demographics", "1. STUDENT INFORMATION"), ""],
                *two(
                    [
                        ("Student name", "Nadia Brightwater"),
                        ("Date of birth", "03/14/2017"),
                        ("Grade", "3"),
                        ("Age at meeting", "8 years 7 months"),
                        ("School", "Heron Pond Elementary School"),
                        ("Student number", "004417"),
                        ("Primary disability", "Specific learning disability"),
                        ("Language of the home", "English"),
                        ("IEP meeting date", "10/21/2025"),
                        ("Date of most recent evaluation", "11/13/2024"),
                        ("IEP begins", BEGIN),
                        ("Next reevaluation due", "11/12/2027"),
                        ("IEP ends", END),
                        ("Annual review due", END),
                        ("Parents", "Corinne and Amos Brightwater"),
                        ("Address", "18 Millrace Lane, Alder Creek"),
                    ]
                ),
            ],
            [WIDE / 2, WIDE / 2],
            1,
            ("SPAN", (0, 0), (-1, 0)),
        ),
        gap(8),
        grid(
            [
                [head("team", "2. IEP TEAM PARTICIPANTS"), "", ""],
                [p("<b>Role</b>"), p("<b>Printed name</b>"), p("<b>Signature (shows attendance)</b>")],
                *[[p(role), p(name), p(f"<i>{name}</i>, 10/21/2025")] for role, name in TEAM],
            ],
            [WIDE * 0.42, WIDE * 0.25, WIDE * 0.33],
            1,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
        ),
        gap(6),
        p(
            "The parents received a copy of the procedural safeguards on 10/07/2025 with the invitation, and a copy of this plan at the meeting on 10/21/2025. "
            "All required members attended; nobody was excused.",
        ),
        PageBreak(),
        grid(
            [
                [head("present-levels", "3. PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE"), ""],
                [p("<b>Reading</b>"), p(READING_LEVELS)],
                [p("<b>Written expression</b>"), p(WRITING_LEVELS)],
                [p("<b>Mathematics</b>"), p(MATH_LEVELS)],
                [p("<b>Functional performance</b>"), p(FUNCTIONAL_LEVELS)],
                [p("<b>Most recent evaluation</b>"), p(EVALUATION)],
            ],
            [1.2 * inch, WIDE - 1.2 * inch],
            1,
            ("SPAN", (0, 0), (-1, 0)),
        ),
        gap(8),
        block(
            "impact", "How the disability affects involvement and progress in the general education curriculum", IMPACT
        ),
        PageBreak(),
        block("strengths", "Student strengths, preferences and interests", STRENGTHS),
        gap(8),
        block("parent-concerns", "Concerns of the parents for enhancing the education of their child", CONCERNS),
        gap(8),
        grid(
            [
                [head("special-factors", "4. CONSIDERATION OF SPECIAL FACTORS"), "", "", ""],
                [p("<b>Question</b>"), p("<b>Yes</b>"), p("<b>No</b>"), p("<b>What the team decided</b>")],
                *[[p(q), p(box(yes)), p(box(not yes)), p(text)] for q, yes, text in FACTORS],
            ],
            [2.1 * inch, 0.4 * inch, 0.4 * inch, WIDE - 2.9 * inch],
            1,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
        ),
        PageBreak(),
    ]
    for number, g in enumerate(GOALS, 1):
        top: list[Flowable] = []
        if number == 1:
            top = [grid([[head("annual-goals", "5. MEASURABLE ANNUAL GOALS")]], [WIDE], 1), gap(6)]
        mark = t.goal(
            g["text"],
            g["area"],
            "timeframe condition behavior criterion method baseline",
            baseline=g["baseline"],
            criterion=g["criterion"],
            method=g["method"],
        )
        rows = [
            [p(f"<b>Goal {number}</b>"), p(f"<b>Area of need:</b> {g['title']}")],
            [p("<b>Baseline</b>"), p(g["baseline"])],
            [p("<b>Measurable annual goal</b>"), p(g["text"], key=mark)],
            [p("<b>Criterion for mastery</b>"), p(g["criterion"])],
            [p("<b>How progress is measured</b>"), p(g["method"])],
            [p("<b>Expected steps</b>"), p(g["steps"])],
            [
                p("<b>Reports to parents</b>"),
                p("With each report card: 11/21/2025, 03/06/2026, 06/12/2026 and 09/25/2026"),
            ],
        ]
        flow += [
            KeepTogether(
                [*top, grid(rows, [1.5 * inch, WIDE - 1.5 * inch], 0, ("BACKGROUND", (0, 0), (-1, 0), LIGHT))]
            ),
            gap(16),
        ]
        if number == 2:
            flow.append(PageBreak())
    flow += [
        block(
            "progress-schedule",
            "6. REPORTING PROGRESS TO PARENTS",
            "The parents receive a written report on each goal, with the graph of the probe scores, at the same time as the report card: on 11/21/2025, 03/06/2026, 06/12/2026 and "
            "09/25/2026. Each report says whether the rate of progress is enough to reach the goal by 10/20/2026. If two reports in a row say that it is not, "
            "the special education teacher calls a team meeting within 15 school days.",
        ),
        PageBreak(),
        grid([[p("7. SPECIAL EDUCATION AND RELATED SERVICES", BOLD)]], [WIDE], 1),
        gap(4),
    ]
    columns = ["Service", "Provider", "Amount per session", "Frequency", "Location", "Begin", "End"]
    widths = [1.55 * inch, 1.05 * inch, 0.8 * inch, 0.85 * inch, 1.25 * inch, 0.8 * inch, 0.8 * inch]
    for key, title, rows in (
        ("special-education", "Special education (specially designed instruction)", SPECIAL_EDUCATION),
        ("related-services", "Related services", RELATED),
    ):
        body = []
        for name, provider, amount, often, place, weekly in rows:
            mark = t.service(
                name,
                weekly,
                frequency=often,
                location=place,
                start="2025-10-27",
                end="2026-10-20",
                provider=provider,
                category=key,
            )
            body.append([p(name, key=mark), *[p(x) for x in (provider, amount, often, place, BEGIN, END)]])
        flow += [
            grid(
                [[head(key, title), *[""] * 6], [p(f"<b>{c}</b>", SMALL) for c in columns], *body],
                widths,
                1,
                ("SPAN", (0, 0), (-1, 0)),
                ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
            ),
            gap(8),
        ]
    flow += [
        p(
            "Transportation: the regular school bus, without changes. Health or nursing services: none needed; Nadia takes no medicine at school."
        ),
        p("The service times are those of a full week of five school days."),
        gap(10),
    ]
    t.accommodations = [a[0] for a in AIDS]
    staff = []
    for name, amount, often, place in PERSONNEL:
        mark = t.service(
            name,
            15,
            frequency=often,
            location=place,
            start="2025-10-27",
            end="2026-10-20",
            category="personnel-support",
        )
        staff.append([p(name, key=mark), *[p(x) for x in (amount, often, place, BEGIN, END)]])
    flow += [
        grid(
            [
                [
                    head(
                        "supplementary-aids",
                        "8. SUPPLEMENTARY AIDS AND SERVICES, PROGRAM MODIFICATIONS AND ACCOMMODATIONS",
                    ),
                    "",
                    "",
                    "",
                    "",
                ],
                [
                    p(f"<b>{c}</b>", SMALL)
                    for c in ("Aid or accommodation", "When and how often", "Where", "Begin", "End")
                ],
                *[[p(f"{i}. {a}"), p(when), p(where), p(BEGIN), p(END)] for i, (a, when, where) in enumerate(AIDS, 1)],
            ],
            [2.6 * inch, 1.6 * inch, 1.3 * inch, 0.8 * inch, 0.8 * inch],
            1,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
        ),
        PageBreak(),
        grid(
            [
                [
                    head("personnel-supports", "Program modifications or supports for school personnel"),
                    "",
                    "",
                    "",
                    "",
                    "",
                ],
                [p(f"<b>{c}</b>", SMALL) for c in ("Support", "Amount", "Frequency", "Location", "Begin", "End")],
                *staff,
            ],
            [2.5 * inch, 0.8 * inch, 0.9 * inch, 1.3 * inch, 0.8 * inch, 0.8 * inch],
            1,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
        ),
        gap(10),
        grid(
            [
                [head("assessment", "9. PARTICIPATION IN STATE AND DISTRICT-WIDE ASSESSMENTS"), "", ""],
                [p(f"<b>{c}</b>", SMALL) for c in ("Test", "Takes part in", "Accommodations")],
                *[[p(x) for x in row] for row in TESTS],
            ],
            [2.4 * inch, 1.1 * inch, WIDE - 3.5 * inch],
            1,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 1), (-1, 1), LIGHT),
        ),
        p("Nadia does not take an alternate assessment.", style(size=9.3, spaceBefore=4)),
        PageBreak(),
        grid(
            [
                [
                    head(
                        "nonparticipation",
                        "10. LEAST RESTRICTIVE ENVIRONMENT: PARTICIPATION WITH STUDENTS WITHOUT DISABILITIES",
                    )
                ],
                [[p("<b>Extent</b>"), p(LRE[0])]],
                [[p("<b>Explanation of the extent to which the student will not participate</b>"), p(LRE[1])]],
                [
                    p(
                        f"<b>Placement:</b> {box(True)} 80% or more of the day in the regular class &nbsp; {box(False)} 40 to 79% &nbsp; {box(False)} less than 40%"
                    )
                ],
            ],
            [WIDE],
            1,
        ),
        gap(10),
        grid(
            [
                [head("esy", "11. EXTENDED SCHOOL YEAR (ESY)")],
                [p(f"ESY services are needed: {box(False)} Yes &nbsp;&nbsp; {box(True)} No")],
                [p(ESY)],
            ],
            [WIDE],
            1,
        ),
        PageBreak(),
        block(
            "notes",
            "12. MEETING NOTES",
            "Ms. Brightwater opened the meeting with Nadia's drawing of the school garden. Nadia told the team that she likes the partner reading and does not like timed reading in front "
            "of the class. She left at 3:40 p.m. for the bus.",
            "Mr. Talavera showed the probe graphs. The parents asked whether 90 words per minute is high enough. Ms. Aldous explained that 36 words of growth in a year is "
            "more than the 28 words that typical third graders gain, and that the team will meet in June 2026 if the graph runs ahead of the line.",
            "Home practice: the school sends one decodable book and ten spelling words each Monday. Ten minutes a night is enough; the family may stop there.",
            "Dr. Vos explained the procedural safeguards and asked for questions. The parents had none and agreed with the plan. The classroom teacher, the art, music "
            "and physical education teachers and the lunch supervisor received their parts of this plan on 10/24/2025.",
        ),
        gap(14),
        block(
            "consent-notice",
            "13. PRIOR WRITTEN NOTICE AND CONSENT",
            "The district proposes to put this plan into effect on 10/27/2025, for the reasons and on the data given in sections 3 and 10. The team considered full-time instruction in "
            "the classroom and a 60-minute reading block in the resource room, and rejected both: the first showed no growth, the second would have taken Nadia out of science.",
            f"{box(True)} I agree that this plan be put into effect. &nbsp;&nbsp; {box(False)} I do not agree.",
            "Parent signature: <i>Corinne Brightwater</i> &nbsp;&nbsp;&nbsp; Date: 10/21/2025",
        ),
    ]
    for rule, at, why in (
        (
            "goal-vague-behaviour",
            "goals",
            "every goal rests on reading aloud, writing, or beginning and checking off a task",
        ),
        ("service-vague-amount", "accommodations", "every aid says when it is given"),
        (
            "nonparticipation-explanation",
            "sections.nonparticipation",
            "extent and child-specific reason both stand there",
        ),
        ("testing-accommodations-blank", "sections.assessment", "'No accommodations' for one test is an answer"),
        ("esy-undecided", "sections.esy", "a decision with its data"),
        ("psg-missing", "document", "the student is 8; no transition content is due"),
        ("transfer-of-rights-missing", "document", "the student is 8"),
        ("wrong-name", "document", "staff and parents are named beside the child"),
        ("parent-concerns-blank", "sections.parent-concerns", "the concerns are written in the parents' own matters"),
        ("missing-pages", "document", "Page 1 to the last are all there"),
    ):
        t.trap(rule, at, why)
    t.decided("assistive-technology")
    return t, flow


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Helvetica", 8)
    if page > 1:
        canvas.drawString(50, 762, "Student: Nadia Brightwater    IEP meeting date: 10/21/2025")
    canvas.drawString(50, 30, "Alder Creek Community Schools - Individualized Education Program")
    canvas.drawRightString(562, 30, f"Page {page} of {pages}")


def make() -> dict[str, bytes]:
    return sample("sound-ruled-tables", write, BODY, furniture, margins=(50, 48, 50, 54))
