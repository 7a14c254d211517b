"""A blank form as a state agency prints it: legal prompts, underscores and boxes (some shipped checked), and no child."""

from __future__ import annotations

from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from kit import BOX_FONT, Pen, box, gap, grid, sample, style
from truth import Truth

BODY = style("Times-Roman", 10.5)
HEAD = style("Times-Bold", 11.5, spaceBefore=10, spaceAfter=2)
NOTE = style("Times-Italic", 8.5)
TITLE = style("Times-Bold", 15, alignment=1)
WIDE = 7.0 * inch
PRIVATE = f'<font name="{BOX_FONT}">\uf0a8</font>'
SQUARE = f'<font name="{BOX_FONT}">□</font>'
CHECKED = box(True)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth(
        "A blank state form: prompts, underscores and boxes that ship checked; nothing about a student may be said.",
        "blank-form",
    )
    t.student = {"name": None, "birth_date": None, "grade": None}
    p = pen.p

    def head(key: str, text: str) -> Flowable:
        return p(text, HEAD, t.section(key, text, "template"))

    def line(text: str, blanks: int = 40) -> Flowable:
        return p(f"{text} {'_' * blanks}")

    goal_page: list[Flowable] = []
    for number in (1, 2):
        goal_page += [
            grid(
                [
                    [p(f"<b>Annual Goal #{number}:</b>"), ""],
                    [p("Baseline (the student's present level on this skill):"), ""],
                    [
                        p("Measurable annual goal (condition, student, observable behavior, criterion, time frame):"),
                        [gap(44)],
                    ],
                    [
                        p("Criterion for mastery:"),
                        p("____ % accuracy   or   ____ out of ____ trials   or   other: ____________"),
                    ],
                    [
                        p("Method of measurement:"),
                        p(
                            f"{SQUARE} Work samples  {SQUARE} Curriculum-based measure  {SQUARE} Observation record  {SQUARE} Other: __________"
                        ),
                    ],
                    [
                        p("Progress report:"),
                        p(
                            "Date ___/___/___   Code ____      Date ___/___/___   Code ____      Date ___/___/___   Code ____"
                        ),
                    ],
                ],
                [2.2 * inch, WIDE - 2.2 * inch],
            ),
            gap(10),
        ]
    service_rows = [[""] * 6 for _ in range(5)]
    flow: list[Flowable] = [
        p("State Department of Public Learning", style("Times-Roman", 10, alignment=1)),
        p("INDIVIDUALIZED EDUCATION PROGRAM", TITLE),
        p(
            "Form SE-14 (Rev. 07/25). Bring this form to the meeting; attach pages as needed.",
            style("Times-Italic", 9, alignment=1, spaceAfter=10),
        ),
        head("demographics", "I. STUDENT AND MEETING INFORMATION"),
        line("Student's Name:", 46),
        p("Date of Birth: ____/____/________    Age: ______    Grade: ______    Student ID: ______________"),
        line("School District of Residence:", 36),
        line("Parent(s)/Guardian(s):", 42),
        p("Date of IEP Meeting: ____/____/________    IEP Implementation Date: ____/____/________"),
        p("Projected Date of Annual Review: ____/____/________    Date of Most Recent Evaluation: ____/____/________"),
        p(
            f"Purpose of meeting:  {SQUARE} Initial   {CHECKED} Annual review   {SQUARE} Reevaluation   {SQUARE} Amendment"
        ),
        p(f"Primary language of the home:  {CHECKED} English   {SQUARE} Other: ____________________"),
        head("team", "II. IEP TEAM MEMBERS IN ATTENDANCE"),
        p("Signatures show attendance at the meeting and not agreement with the program.", NOTE),
        grid(
            [
                [p("<b>Role</b>"), p("<b>Printed Name</b>"), p("<b>Signature</b>")],
                *[
                    [p(x), "", ""]
                    for x in (
                        "Parent/Guardian/Surrogate",
                        "Student",
                        "Regular Education Teacher",
                        "Special Education Teacher",
                        "Local Education Agency Representative",
                        "Individual who can interpret evaluation results",
                        "Other: ____________________",
                    )
                ],
            ],
            [2.8 * inch, 2.1 * inch, 2.1 * inch],
            1,
        ),
        PageBreak(),
        head("present-levels", "III. PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE"),
        p(
            "Describe the student's current academic achievement and functional performance. Include results of the most recent evaluation, state and "
            "districtwide tests, classroom data and observations, with dates and sources. Name the skills on which annual goals will rest.",
            NOTE,
        ),
        grid([[[p("Academic achievement:"), gap(60)]], [[p("Functional performance:"), gap(60)]]], [WIDE]),
        head("impact", "Effect of the disability on involvement and progress in the general education curriculum"),
        p("For preschool children, describe how the disability affects participation in appropriate activities.", NOTE),
        grid([[[gap(44)]]], [WIDE]),
        head("strengths", "Strengths of the student"),
        p("_" * 92),
        p("_" * 92),
        head("parent-concerns", "Concerns of the parent(s) for enhancing the education of the student"),
        p("_" * 92),
        p("_" * 92),
        head("special-factors", "IV. SPECIAL CONSIDERATIONS THE TEAM MUST ADDRESS"),
        p("Mark Yes or No for each. For every Yes, say where in this program the need is addressed.", NOTE),
        grid(
            [
                [p(text), p(f"{PRIVATE} Yes"), p(f"{no} No")]
                for text, no in (
                    ("Does the student exhibit behavior that impedes his or her learning or that of others?", PRIVATE),
                    ("Does the student have limited English proficiency?", CHECKED),
                    ("Is the student blind or visually impaired?", CHECKED),
                    ("Does the student have communication needs?", PRIVATE),
                    ("Is the student deaf or hard of hearing?", CHECKED),
                    ("Does the student require assistive technology devices and services?", PRIVATE),
                )
            ],
            [5.2 * inch, 0.9 * inch, 0.9 * inch],
        ),
        PageBreak(),
        head("annual-goals", "V. MEASURABLE ANNUAL GOALS"),
        p(
            "Use one block for each goal. Goals must be measurable and enable the student to make progress in the general education curriculum.",
            NOTE,
        ),
        *goal_page,
        head("objectives", "Short-Term Objectives or Benchmarks"),
        p(
            "Required for students who take alternate assessments aligned to alternate academic achievement standards.",
            NOTE,
        ),
        p("1. " + "_" * 88),
        p("2. " + "_" * 88),
        head("progress-schedule", "When periodic reports on the student's progress will be provided to parents"),
        p(
            f"{SQUARE} Quarterly   {SQUARE} Each trimester   {SQUARE} With report cards   {SQUARE} Other: ______________________"
        ),
        PageBreak(),
        head("special-education", "VI. SPECIAL EDUCATION AND RELATED SERVICES"),
        p(
            "State the anticipated frequency, location and duration of each service. “As needed” is not a frequency.",
            NOTE,
        ),
        grid(
            [
                [
                    p(f"<b>{x}</b>")
                    for x in (
                        "Service",
                        "Minutes per session",
                        "Frequency",
                        "Location",
                        "Beginning date",
                        "Ending date",
                    )
                ],
                *service_rows,
            ],
            [2.0 * inch, 1.0 * inch, 1.0 * inch, 1.2 * inch, 0.9 * inch, 0.9 * inch],
            1,
            rowHeights=[28] + [22] * 5,
        ),
        head("supplementary-aids", "Supplementary aids and services, program modifications, accommodations"),
        p(
            "  ".join(
                f"{SQUARE} {x}"
                for x in (
                    "Extended time: ______",
                    "Preferential seating",
                    "Small group",
                    "Read aloud",
                    "Calculator",
                    "Breaks: ______",
                    "Copy of notes",
                    "Other: ______________",
                )
            )
        ),
        head("personnel-supports", "Supports for school personnel"),
        p(
            f"{SQUARE} None needed   {SQUARE} Training: ______________   {SQUARE} Consultation, ______ minutes per ______"
        ),
        head("assessment", "VII. PARTICIPATION IN STATE AND DISTRICTWIDE ASSESSMENTS"),
        p(
            f"{SQUARE} Regular assessment without accommodations   {SQUARE} Regular assessment with these accommodations: ______________"
        ),
        p(
            f"{SQUARE} Alternate assessment. Say why the student cannot participate in the regular assessment: ______________"
        ),
        head("nonparticipation", "VIII. EXPLANATION OF NONPARTICIPATION WITH STUDENTS WITHOUT DISABILITIES"),
        p(
            "Explain the extent, if any, to which the student will not participate with nondisabled peers in the regular class and in other activities.",
            NOTE,
        ),
        p("_" * 92),
        p(
            f"Percent of the day in regular education:  {SQUARE} 80% or more   {SQUARE} 40% to 79%   {SQUARE} less than 40%"
        ),
        head("esy", "IX. EXTENDED SCHOOL YEAR"),
        p(f"{CHECKED} Not eligible   {CHECKED} Eligible   {SQUARE} To be decided by ____/____/________"),
        PageBreak(),
        head("postsecondary-goals", "X. TRANSITION (beginning with the first IEP in effect when the student turns 16)"),
        p("Age-appropriate transition assessment(s) and date(s): " + "_" * 44),
        p("Education/training: After high school, ______________ will " + "_" * 40),
        p("Employment: After high school, ______________ will " + "_" * 46),
        p("Independent living, if appropriate: " + "_" * 58),
        head("course-of-study", "Course of study"),
        p("Grade 9: ______________   Grade 10: ______________   Grade 11: ______________   Grade 12: ______________"),
        head("transfer-of-rights", "Transfer of rights at the age of majority"),
        p(
            f"{PRIVATE} The student was informed on ____/____/________ of the rights that will transfer at age 18.   {CHECKED} N/A"
        ),
        head("consent-notice", "XI. PARENT RESPONSE"),
        p(f"{SQUARE} I agree with this program.   {SQUARE} I do not agree.   {SQUARE} I request a meeting."),
        gap(20),
        p("_" * 46 + "        ____/____/________"),
        p("Parent/Guardian signature                                                               Date", NOTE),
    ]
    t.trap("goal-no-criterion", "document", "a printed goal block is no goal")
    t.trap("service-frequency-missing", "document", "an empty service grid is no service")
    t.trap("service-vague-amount", "document", "'as needed' stands in an instruction")
    t.trap("goal-duplicate-or-slot", "document", "underscores belong to a blank form")
    t.trap("evaluation-stale", "document", "no date is filled in")
    return t, flow


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(54, 758, "Student's Name: ______________________________")
    canvas.drawRightString(558, 758, "Form SE-14 Rev. 07/25")
    canvas.drawCentredString(306, 32, f"Page {page} of {pages}")


def make() -> dict[str, bytes]:
    return sample("blank-state-form", write, BODY, furniture, margins=(54, 52, 54, 54))
