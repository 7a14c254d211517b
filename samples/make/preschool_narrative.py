"""A sound preschool plan in prose under roman numerals, with a page in two columns."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, FrameBreak, NextPageTemplate, PageBreak

from kit import Pen, sample, style
from sheet import ALL, Sheet
from truth import Truth

BODY = style("Times-Roman", 11.5, leading=15)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth("A sound preschool plan in prose, roman numerals, two columns on page 2, services in sentences.", "iep")
    t.student = {"name": "Wren Halloran", "birth_date": "2021-11-05", "grade": "PK"}
    t.dates = {
        "meeting": "2026-02-11",
        "start": "2026-02-23",
        "end": "2027-02-10",
        "annual_review": "2027-02-10",
        "evaluation": "2025-12-04",
        "reevaluation": "2028-12-03",
    }
    s = Sheet(pen, t, "Times", 11.5)
    s.title(
        "Preschool Individualized Education Program",
        "Kingfisher County Central Schools, Committee on Preschool Special Education",
    )
    s.h("I. CHILD INFORMATION", "demographics")
    s.p(
        "Child's name: Wren Halloran      Date of birth: 11/05/2021      Age: 4 years 3 months",
        "Grade: Preschool      Classification: Preschool student with a disability      Home language: English",
        "Date of CPSE meeting: 02/11/2026      Date of most recent evaluation: 12/04/2025",
        "Projected date IEP is to be implemented: 02/23/2026      Projected date of annual review: 02/10/2027",
        "IEP end date: 02/10/2027      Reevaluation due: 12/03/2028",
    )
    s.h("II. CPSE PARTICIPANTS", "team")
    s.p(
        "Wren's parents, Siobhan Halloran and Dev Bose; Marguerite Laine, early childhood (regular education) teacher at the Little Acorn preschool; Abel Zamora, special education teacher; "
        "Keziah Thorne, speech-language pathologist, who explained the evaluation results; Dr. Roland Pike, committee chair and representative of the district; Flora Whitmer, parent member.",
    )
    s.h("III. PARENT INPUT AND CONCERNS", "parent-concerns")
    s.p(
        "Ms. Halloran is most concerned that other children do not understand Wren and have begun to walk away. Mr. Bose would like ideas for mealtimes, because Wren leaves the table after two or three minutes. "
        "Both want Wren to stay with the same children at Little Acorn.",
    )
    s.h("IV. STRENGTHS, PREFERENCES AND INTERESTS", "strengths")
    s.p(
        "Wren is a cheerful, busy boy who builds long marble runs, knows many animals, and comforts children who cry. He imitates adults readily and learns well from songs with movements. He counts to 12 and names eight colors.",
    )
    s.add(NextPageTemplate("two"), PageBreak())
    s.h("V. PRESENT LEVELS OF PERFORMANCE", "present-levels")
    s.p(
        "<b>Communication.</b> On the articulation test of 12/04/2025 Wren scored a standard score of 68; expressive language was 74 and receptive language 96. In a 50-utterance sample (01/21/2026) strangers understood 38% of his "
        "words; at his age about 90% to 100% is expected. He leaves off final consonants in 31 of 40 words and says /t/ for /k/ in 18 of 20. His sentences have 2.4 words on average.",
        "<b>Early learning.</b> Wren matches, sorts and counts with the group (preschool skills checklist of 01/2026: 21 of 24 items). He recognizes 6 capital letters. He listens to a book of 12 pages when he sits beside an adult.",
        "<b>Social skills and play.</b> In three 20-minute observations (01/14, 01/20 and 01/28/2026) Wren played beside other children most of the time. He started play with a classmate 4 times; 1 of the 4 led to play of "
        "more than a minute. When he was not understood he took a toy or walked off in 6 of 9 cases.",
    )
    s.add(FrameBreak())
    s.p(
        "<b>Daily routines.</b> He stays at circle time for 4 minutes on average (group: 12 minutes) and at snack for 3 minutes. He washes his hands, uses the toilet and puts on his coat by himself. "
        "He needs help with zippers, as do many children of his age.",
        "<b>Motor skills, health, vision and hearing.</b> Running, climbing and drawing are as expected (motor screening of 12/04/2025). Hearing was tested on 10/30/2025 and is within normal limits; the vision screening of 09/2025 was passed.",
    )
    s.h("VI. EFFECT OF THE DISABILITY ON PARTICIPATION IN APPROPRIATE ACTIVITIES", "impact")
    s.p(
        "Because of his delay in speech and expressive language, Wren cannot make his ideas clear in pretend play, at circle time and at snack. Play with other children breaks off, and he leaves group activities "
        "after a few minutes, so that he misses songs, stories and turns that his classmates have every day.",
    )
    s.h("VII. STUDENT NEEDS RELATING TO SPECIAL FACTORS", "special-factors")
    s.p(
        "<i>Behavior:</i> no; Wren's leaving of groups is addressed by goal 3 and harms nobody. <i>English learner:</i> no. <i>Braille:</i> no, vision is typical. <i>Communication:</i> yes, goals 1 and 2 and speech-language therapy. "
        "<i>Deaf or hard of hearing:</i> no. <i>Assistive technology:</i> yes, a picture board with 20 symbols at snack, play and circle, made by the speech-language pathologist by 03/06/2026.",
    )
    s.add(NextPageTemplate("one"), PageBreak())
    s.h("VIII. ANNUAL GOALS AND SHORT-TERM OBJECTIVES", "annual-goals")
    s.goal(
        "Goal 1.",
        "By 02/10/2027, during play with a picture book, Wren will say words with their final consonant so that an unfamiliar listener understands 80% of his words in two consecutive 50-utterance samples.",
        "speech",
        ALL,
        ("Where Wren is now", "38% of words understood (01/21/2026)"),
        (
            "How progress is measured",
            "50-utterance speech sample recorded by the speech-language pathologist every 8 weeks",
        ),
        objectives=(
            "By 06/12/2026 Wren will say the final consonant in 20 of 40 pictured words.",
            "By 10/30/2026 Wren will say the final consonant in 32 of 40 pictured words, with strangers understanding 60% of his words in a sample.",
        ),
        baseline="38% of words understood (01/21/2026)",
        method="50-utterance speech sample recorded by the speech-language pathologist every 8 weeks",
    )
    s.goal(
        "Goal 2.",
        "By 02/10/2027, when he wants to join a classmate's play, Wren will come near, say what he wants in a sentence of 4 or more words or with his picture board, and stay in play for at least 5 minutes in 4 of 5 opportunities.",
        "social",
        ALL,
        ("Where Wren is now", "1 of 4 attempts led to play of more than a minute (01/2026)"),
        (
            "How progress is measured",
            "20-minute play observation with a tally sheet by the special education teacher every two weeks",
        ),
        objectives=(
            "By 06/12/2026, with an adult model, Wren will ask to join with words or the board in 3 of 5 opportunities.",
            "By 10/30/2026, without a model, Wren will ask to join and stay for 3 minutes in 3 of 5 opportunities.",
        ),
        baseline="1 of 4 attempts",
        method="20-minute play observation with a tally sheet by the special education teacher every two weeks",
    )
    s.goal(
        "Goal 3.",
        "By 02/10/2027, given a picture schedule and a seat mat, Wren will stay with the group and take his turn at circle time for 12 minutes on 8 of 10 days.",
        "attention",
        ALL,
        ("Where Wren is now", "4 minutes on average (01/2026)"),
        ("How progress is measured", "minutes timed and written on a chart by the classroom teacher each day"),
        objectives=(
            "By 06/12/2026 Wren will stay for 7 minutes on 8 of 10 days.",
            "By 10/30/2026 Wren will stay for 10 minutes and take two turns on 8 of 10 days.",
        ),
        baseline="4 minutes on average",
        method="minutes timed and written on a chart by the classroom teacher each day",
    )
    s.h("IX. REPORTING PROGRESS TO PARENTS", "progress-schedule")
    s.p(
        "Wren's parents will receive a written report on each goal four times: 04/24/2026, 06/19/2026, 11/06/2026 and 01/22/2027, when all families at Little Acorn receive theirs."
    )
    s.page()
    s.h("X. SPECIAL EDUCATION PROGRAM AND RELATED SERVICES", "special-education")
    s.p("All services begin on 02/23/2026 and end on 02/10/2027.")
    facts = {"start": "2026-02-23", "end": "2027-02-10"}
    s.service(
        "A special education itinerant teacher will work with Wren in a group of up to 3 children in the preschool classroom at Little Acorn, 60 minutes per session, 2 times per week.",
        "special education itinerant teacher",
        120,
        amount="60 minutes",
        frequency="2 times per week",
        location="preschool classroom at Little Acorn",
        provider="special education itinerant teacher",
        **facts,
    )
    s.service(
        "Speech-language therapy will be given individually in the quiet room at Little Acorn, 30 minutes per session, 2 times per week, by a speech-language pathologist.",
        "Speech-language therapy",
        60,
        amount="30 minutes",
        frequency="2 times per week",
        location="quiet room at Little Acorn",
        provider="speech-language pathologist",
        **facts,
    )
    s.p("No other related service is needed. His parents bring Wren to school.")
    s.h("XI. SUPPLEMENTARY AIDS AND SERVICES, PROGRAM MODIFICATIONS AND ACCOMMODATIONS", "supplementary-aids")
    s.bullets(
        "Picture board with 20 symbols within Wren's reach at snack, play and circle, every day, in the classroom.",
        "Picture schedule of the morning, gone through with Wren on arrival each day, in the classroom.",
        "Seat mat beside an adult for the first 5 minutes of circle time each day.",
        accommodations=True,
    )
    s.h("XII. SUPPORTS FOR SCHOOL PERSONNEL ON BEHALF OF THE CHILD", "personnel-supports")
    s.p(
        "The itinerant teacher and the classroom teacher plan together for 30 minutes every two weeks at Little Acorn, from 02/23/2026 to 02/10/2027."
    )
    s.h("XIII. PARTICIPATION IN STATE AND DISTRICT-WIDE ASSESSMENTS", "assessment")
    s.p("State and district-wide assessments are not given to preschool children.")
    s.h("XIV. PLACEMENT AND PARTICIPATION WITH CHILDREN WITHOUT DISABILITIES", "nonparticipation")
    s.p(
        "Wren attends the regular preschool class at Little Acorn for 900 minutes a week with 16 children, 14 of them without disabilities. He leaves the class for 60 minutes a week (7%), for speech-language therapy. "
        "Therapy in the classroom was tried by his earlier provider in fall 2025; Wren turned to the other children's play and could not hear the difference between sounds in the noise (3 of 20 correct, against 12 of 20 "
        "in the quiet room). For everything else, meals, outdoor play and trips included, he takes part with all children.",
        "The committee considered a half-day special class. It was rejected, because Wren learns by imitating children who talk.",
    )
    s.h("XV. 12-MONTH SERVICES (EXTENDED SCHOOL YEAR)", "esy")
    s.p(
        "Not needed. After the two-week winter break Wren's speech sample and circle-time minutes were the same as before it (38% and 37%; 4 minutes), so that no substantial regression is expected in July and August 2026."
    )
    for rule, at, why in (
        (
            "impact-statement-missing",
            "sections.impact",
            "participation in appropriate activities is right for a preschool child",
        ),
        ("testing-accommodations-blank", "sections.assessment", "no such tests in preschool"),
        ("service-frequency-missing", "services", "the frequency stands inside sentences"),
        ("service-start-end-missing", "services", "one line gives the dates for all services"),
        ("plaafp-no-data", "sections.present-levels", "data in two columns"),
        ("service-vague-amount", "services[0]", "'a group of up to 3 children' is the size of the group"),
        ("psg-missing", "document", "the child is 4"),
    ):
        t.trap(rule, at, why)
    t.decided("communication", "assistive-technology")
    return s.done()


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(306, 32, str(page))


def make() -> dict[str, bytes]:
    return sample("preschool-narrative", write, BODY, furniture, margins=(54, 50, 54, 56), columns={"two": 2})
