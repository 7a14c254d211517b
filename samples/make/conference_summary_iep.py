"""An IEP whose title says Conference Summary Report, typed in one fixed-width face with tables that have no lines."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from kit import Pen, gap, sample, style
from sheet import ALL, Sheet
from truth import Truth

BODY = style("Courier", 9.2, spaceAfter=4)
WIDE = 520


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth("An IEP whose title contains Conference Summary Report; fixed-width type, tables without lines.", "iep")
    t.student = {"name": "Kenji Abara", "birth_date": "2014-02-27", "grade": "6"}
    t.dates = {
        "meeting": "2026-03-04",
        "start": "2026-03-09",
        "end": "2027-03-03",
        "annual_review": "2027-03-03",
        "evaluation": "2024-04-16",
        "reevaluation": "2027-04-15",
    }
    s = Sheet(pen, t, "Courier", 9.2, wide=WIDE, caps=True)
    p = pen.p

    def loose(rows: list[list[Flowable]], widths: list[float]) -> None:
        """A table held together by alignment alone."""
        s.add(Table(rows, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1)], hAlign="LEFT"), gap(4))  # fmt: skip

    s.title("INDIVIDUALIZED EDUCATION PROGRAM (CONFERENCE SUMMARY REPORT)", "Blackhawk Grove Elementary District 907")
    s.h("Student Identification Information", "demographics")
    s.p(
        "STUDENT'S NAME: Kenji Abara      DATE OF BIRTH: 02/27/2014      GRADE: 6",
        "DATE OF MEETING: 03/04/2026      DATE OF MOST RECENT EVALUATION: 04/16/2024",
        "IEP START DATE: 03/09/2026      IEP END DATE: 03/03/2027      ANNUAL REVIEW: 03/03/2027",
        "DATE OF NEXT REEVALUATION: 04/15/2027      DISABILITY: Emotional disability",
    )
    s.h("Purpose of Conference")
    s.p("[X] IEP Review/Revision   [ ] Initial IEP   [ ] Transition   [ ] Manifestation determination")
    s.h("Participants Information", "team")
    loose(
        [
            [p(a), p(b)]
            for a, b in (
                ("Parent", "Yumi Abara"),
                ("Student", "Kenji Abara"),
                ("General education teacher", "Lorenz Pike"),
                ("Special education teacher", "Damaris Wood"),
                ("LEA representative", "Theodora Banks"),
                ("School psychologist (interprets evaluation)", "Dr. Felix Orozco"),
                ("School social worker", "Bettina Cole"),
            )
        ],
        [270, 240],
    )
    s.h("Present Levels of Academic Achievement and Functional Performance", "present-levels")
    s.p(
        "ACADEMIC ACHIEVEMENT: Kenji reads at the 66th percentile and is at the 71st percentile in mathematics (winter 2026). In the second quarter he turned in 58 percent of written work; work that he turned in was graded B or better in 17 of 20 cases.",
        "FUNCTIONAL PERFORMANCE: From 01/12 to 02/20/2026 (28 school days) Kenji left the room without permission 10 times, for 7 minutes on average. In 8 of 10 cases the class had just been told to work in groups. He used a calming strategy when reminded in 6 of 20 cases. He has two friends whom he joins at chess and at lunch. "
        "Communication, motor skills and self-care are age-appropriate.",
        "EVALUATION OF 04/16/2024: Behavior rating scale, anxiety T = 74, adaptive skills T = 41; cognitive ability 112.",
    )
    s.h("Strengths of the Student", "strengths")
    s.p(
        "Kenji thinks ahead, notices when others are treated unfairly, draws comics and plays chess at tournament level."
    )
    s.h("Parental Educational Concerns/Input", "parent-concerns")
    s.p(
        "Ms. Abara is concerned that Kenji misses instruction when he walks out, and that he calls himself stupid at home. She asks for one adult whom he can go to."
    )
    s.h("Effect of the Disability on Involvement and Progress in the General Curriculum", "impact")
    s.p(
        "Because of anxiety Kenji leaves when tasks are open or in groups. He misses explanations in science and social studies, and his grades in these classes fall for missing work although he understands the grade 6 content."
    )
    s.h("Consideration of Special Factors", "special-factors")
    s.p(
        "BEHAVIOR IMPEDES LEARNING:    [X] Yes  [ ] No    Behavior intervention plan of 03/04/2026 attached to the file; goals 1 and 2.",
        "LIMITED ENGLISH PROFICIENCY:  [ ] Yes  [X] No    English and Japanese at home; screened 2019, proficient.",
        "BLIND/VISUALLY IMPAIRED:      [ ] Yes  [X] No",
        "DEAF/HARD OF HEARING:         [ ] Yes  [X] No",
        "COMMUNICATION NEEDS:          [ ] Yes  [X] No",
        "ASSISTIVE TECHNOLOGY:         [ ] Yes  [X] No    Considered; class laptop is enough.",
        "LANGUAGE/MODE OF COMMUNICATION: spoken English.",
    )
    s.page()
    s.h("Goals and Objectives/Benchmarks", "annual-goals")
    s.goal(
        "GOAL 1:",
        "By 03/03/2027, when he notices that he is upset, Kenji will show his break card, go to the place that was agreed on and return within 5 minutes in 8 of 10 instances per month.",
        "behavior",
        ALL,
        ("CURRENT LEVEL", "Left without permission 10 times in 28 days; break card used 0 times (02/2026)"),
        ("EVALUATION PROCEDURE", "break log with times, kept by the classroom teachers each day"),
        objectives=(
            "By 06/05/2026, with a reminder, Kenji will use the card in 5 of 10 instances.",
            "By 11/06/2026, without a reminder, Kenji will use the card in 6 of 10 instances.",
        ),
        baseline="Left without permission 10 times in 28 days; break card used 0 times (02/2026)",
        method="break log with times, kept by the classroom teachers each day",
    )
    s.goal(
        "GOAL 2:",
        "By 03/03/2027, in group work with an assigned role, Kenji will stay with his group and finish his part in 4 of 5 group tasks across science and social studies.",
        "social",
        ALL,
        ("CURRENT LEVEL", "Stayed in 2 of 10 group tasks (01/12 to 02/20/2026)"),
        ("EVALUATION PROCEDURE", "group task checklist, science and social studies teachers, weekly"),
        objectives=(
            "By 06/05/2026, with one partner, Kenji will finish his part in 3 of 5 tasks.",
            "By 11/06/2026, in a group of three, Kenji will finish his part in 3 of 5 tasks.",
        ),
        baseline="Stayed in 2 of 10 group tasks (01/12 to 02/20/2026)",
        method="group task checklist, science and social studies teachers, weekly",
    )
    s.goal(
        "GOAL 3:",
        "By 03/03/2027, given a weekly list of written assignments, Kenji will turn in 9 of 10 assignments by Friday for 6 consecutive weeks.",
        "work-completion",
        ALL,
        ("CURRENT LEVEL", "58 percent of written work turned in, quarter 2"),
        ("EVALUATION PROCEDURE", "online gradebook count, special education teacher, every Friday"),
        objectives=(
            "By 06/05/2026, Kenji will turn in 7 of 10 assignments for 4 consecutive weeks.",
            "By 11/06/2026, Kenji will turn in 8 of 10 assignments for 4 consecutive weeks.",
        ),
        baseline="58 percent of written work turned in, quarter 2",
        method="online gradebook count, special education teacher, every Friday",
    )
    s.h("Reporting Progress on Goals", "progress-schedule")
    s.p("Parents will be notified of progress each quarter with the report card, in writing, with the counts.")
    s.h("Educational Accommodations and Supports", "supplementary-aids")
    s.bullets(
        "Break card and agreed place (room 114), every class.",
        "Group roles assigned by the teacher before each group task, science and social studies.",
        "Weekly list of assignments on paper, every Monday, all classes.",
        "Two days more for long written assignments, English, science and social studies.",
        accommodations=True,
    )
    s.p("General education classroom, 03/09/2026 to 03/03/2027.")
    s.h("Supports for School Personnel", "personnel-supports")
    s.p("The social worker meets with the team of teachers on the behavior plan 30 minutes per month in the team room.")
    s.page()
    s.h("Assessment", "assessment")
    s.p(
        "State assessment, grade 6 English and mathematics: small group of no more than 10; breaks without loss of time. District winter test: the same. No alternate assessment."
    )
    s.h("Educational Services and Placement", "special-education")
    dates = {"start": "2026-03-09", "end": "2027-03-03"}
    rows: list[list[Flowable]] = [[p(x) for x in ("SERVICE", "MINUTES", "FREQUENCY", "LOCATION", "START", "END")]]
    for name, amount, often, place, minutes in (
        ("Specialized instruction in organization", "30 minutes", "5 x weekly", "Resource room", 150),
        ("Social work services", "20-60 minutes", "1 x weekly", "Office of the social worker", None),
    ):
        mark = t.service(name, minutes, amount=amount, frequency=often, location=place, **dates)
        rows.append([p(name, None, mark), *[p(x) for x in (amount, often, place, "03/09/2026", "03/03/2027")]])
    loose(rows, [150, 85, 75, 90, 65, 65])
    s.h("Placement Considerations", "placement")
    s.p(
        "Kenji will be out of general education 150 minutes for organization and about 40 minutes for social work of 1,750 minutes per week (11 percent). He takes part in all classes, lunch, chess club and field trips with nondisabled students.",
        "Check-ins in the classroom were tried from 11/2025 to 01/2026. Kenji put his head down in 9 of 12 check-ins and said that others were listening. In room 114 he planned his week in 5 of 6 trials. A therapeutic day class was considered and rejected, because he learns grade-level content with his class.",
    )
    s.h("Extended School Year Services", "esy")
    s.p(
        "[ ] Yes  [X] No, the student is not in need of extended school year services. Break log after winter break: 2 incidents in two weeks, the same as before; no regression."
    )
    t.finding("service-vague-amount", "services[1]", "a range of 40 minutes says little about what Kenji gets", "gap")
    t.decided("behavior")
    t.trap("*", "kind", "Conference Summary Report in the title does not make it an evaluation report")
    t.trap("goal-no-baseline", "goals", "the level stands under CURRENT LEVEL")
    t.trap("sto-missing-state", "goals", "two objectives for each goal")
    t.trap("esy-undecided", "sections.esy", "typed boxes: [ ] Yes [X] No")
    t.trap("progress-method-missing", "goals", "EVALUATION PROCEDURE says how")
    return s.done()


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Courier", 8)
    canvas.drawString(46, 764, f"STUDENT: Kenji Abara   D.O.B.: 02/27/2014   PAGE {page} OF {pages}")


def make() -> dict[str, bytes]:
    return sample("conference-summary-iep", write, BODY, furniture, margins=(46, 46, 46, 46))
