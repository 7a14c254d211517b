"""A fourth grader with two goals in reading and writing. The child is invented."""

from datetime import date

from facts import Goal, Plan, Service

NINA = Plan(
    student="Nina Sorrel",
    birth=date(2016, 5, 14),
    grade="4",
    school="Alder Creek Elementary School",
    district="Fairmeadow School District",
    disability="Specific Learning Disability",
    meeting=date(2026, 9, 22),
    start=date(2026, 9, 29),
    end=date(2027, 9, 21),
    evaluation=date(2025, 10, 6),
    reevaluation=date(2028, 10, 5),
    parents="Paula and Tim Sorrel",
    strengths=(
        "Nina is curious, draws well and remembers what she hears. She is kind to younger children and works hard "
        "when she knows what is expected."
    ),
    parent=(
        "Mr. and Mrs. Sorrel would like Nina to read chapter books on her own. They worry that homework takes two "
        "hours each night."
    ),
    levels=(
        (
            "Reading",
            (
                "On the September 2026 benchmark Nina read 58 words correct per minute on a third grade passage with "
                "91% accuracy. She decodes one-syllable words but omits endings in longer words. She answered 4 of 10"
                " questions about what she had read."
            ),
        ),
        (
            "Writing",
            (
                "Nina writes two or three sentences on a topic. On three samples this month she used capitals and end"
                " marks in 40% of sentences, and her spelling hides what she means."
            ),
        ),
    ),
    impact=(
        "Because of her specific learning disability in reading and written expression Nina cannot read fourth grade "
        "text alone, which makes it hard for her to follow science and social studies lessons and to show what she "
        "knows in writing."
    ),
    factors=(
        ("Does the student have behavior that impedes learning?", False, ""),
        ("Is the student an English learner?", False, ""),
        ("Is the student blind or visually impaired?", False, ""),
        ("Does the student have communication needs?", False, ""),
        ("Is the student deaf or hard of hearing?", False, ""),
        (
            "Does the student need assistive technology devices or services?",
            True,
            "Nina uses text-to-speech on a school tablet for science and social studies.",
        ),
    ),
    goals=(
        Goal(
            area="Reading",
            text=(
                "By September 2027, when given a fourth grade passage she has not seen, Nina will read aloud 95 words"
                " correct per minute with 96% accuracy on 3 of 4 weekly probes."
            ),
            baseline="58 words correct per minute, 91% accuracy (September 2026)",
            criterion="95 words correct per minute with 96% accuracy on 3 of 4 weekly probes",
            method="Curriculum-based measurement probes",
            schedule="Every nine weeks with report cards",
            objectives=(
                "By January 2027 Nina will read 75 words correct per minute on 3 of 4 probes.",
                "By April 2027 Nina will read 85 words correct per minute on 3 of 4 probes.",
            ),
        ),
        Goal(
            area="Written expression",
            text=(
                "Given a topic and a checklist, Nina will write a paragraph of at least six sentences with capitals "
                "and end marks in 90% of the sentences in 4 of 5 samples by September 2027."
            ),
            baseline="Two or three sentences with capitals and end marks in 40% of them",
            criterion="90% of the sentences in 4 of 5 samples",
            method="Scored work samples",
            schedule="Every nine weeks with report cards",
            objectives=(
                (
                    "Given a picture, Nina will write four sentences with capitals and end marks in 70% of them in 4 "
                    "of 5 samples by January 2027."
                ),
                (
                    "Given a topic, Nina will write five sentences with capitals and end marks in 80% of them in 4 of"
                    " 5 samples by April 2027."
                ),
            ),
        ),
    ),
    services=(
        Service(
            name="Reading instruction",
            session_minutes=45,
            sessions_per_week=4,
            place="Resource room",
            provider="Special education teacher",
        ),
        Service(
            name="Writing instruction",
            session_minutes=30,
            sessions_per_week=3,
            place="General education classroom",
            provider="Special education teacher",
        ),
        Service(
            name="Occupational therapy",
            session_minutes=30,
            sessions_per_week=1,
            place="Therapy room",
            provider="Occupational therapist",
            related=True,
        ),
    ),
    aids=(
        ("Text-to-speech for science and social studies", "daily", "all classes"),
        ("Extended time (time and a half) on written tests", "each test", "all classes"),
        ("Checklist for writing", "each writing task", "English language arts"),
    ),
    staff=(
        "The special education teacher shows the classroom teacher how to set up text-to-speech, 30 minutes in October."
    ),
    percent=87,
    nonparticipation=(
        "Nina is taken out of the general classroom for reading instruction and occupational therapy, because she "
        "needs systematic phonics in a small quiet group that the classroom cannot offer."
    ),
    tests=(
        "Nina takes the state and district assessments with accommodations: text-to-speech for all but reading "
        "passages, extended time, small group."
    ),
    esy=(
        "The team looked at data before and after the winter and summer breaks and found that Nina regained her "
        "skills within two weeks. She does not need extended school year services."
    ),
    progress=(
        "The parents receive a written progress report on each goal every nine weeks, together with the report card."
    ),
    team=(
        ("Paula Sorrel", "Parent"),
        ("Gus Amari", "Special education teacher"),
        ("Lena Roth", "General education teacher"),
        ("Viola Penn", "LEA representative"),
        ("Carl Oster", "School psychologist"),
        ("Ann Bode", "Occupational therapist"),
    ),
)
