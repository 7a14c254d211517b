"""A seventh grader with goals for conversation, behavior and organization. The child is invented."""

from datetime import date

from facts import Goal, Plan, Service

OMAR = Plan(
    student="Omar Fielding",
    birth=date(2013, 11, 2),
    grade="7",
    school="Quarry Hill Middle School",
    district="Lakeview Unified School District",
    disability="Autism",
    meeting=date(2026, 3, 4),
    start=date(2026, 3, 11),
    end=date(2027, 3, 3),
    evaluation=date(2024, 4, 9),
    reevaluation=date(2027, 4, 8),
    parents="Rosa Fielding",
    strengths=(
        "Omar knows a great deal about trains and weather. He is honest, comes to school every day and is ahead of "
        "his grade in mathematics."
    ),
    parent=(
        "Ms. Fielding says that Omar has no friends to eat lunch with. She wants him to ask for help before he "
        "becomes upset."
    ),
    levels=(
        (
            "Social communication",
            (
                "In ten observed group tasks in February 2026 Omar began or answered a peer in 3 of 10 turns. He "
                "talks at length about weather and does not see when others want to speak."
            ),
        ),
        (
            "Behavior",
            (
                "From January to March 2026 Omar left the room without permission 6 times a month on average, mostly "
                "when a task changed. He asked for a break in 20% of those cases."
            ),
        ),
    ),
    impact=(
        "Omar's autism affects his involvement in the general curriculum: he misses instruction when he leaves the "
        "room, and he does not take part in the group work that most seventh grade classes ask for."
    ),
    factors=(
        (
            "Behavior that interferes with learning",
            True,
            ("Omar has a behavior intervention plan with break cards, a visual schedule and a check-in each morning."),
        ),
        ("Limited English proficiency", False, ""),
        ("Blind or visually impaired", False, ""),
        (
            "Communication needs",
            True,
            "Omar needs direct teaching of conversation; see Goal 1 and speech-language therapy.",
        ),
        ("Deaf or hard of hearing", False, ""),
        ("Assistive technology", False, ""),
    ),
    goals=(
        Goal(
            area="Social communication",
            text=(
                "During group work in class, Omar will begin or answer a conversation with a peer in 8 of 10 observed"
                " turns over three weeks in a row by March 3, 2027."
            ),
            baseline="3 of 10 observed turns in February 2026",
            criterion="8 of 10 observed turns over three weeks in a row",
            method="Observation with a tally sheet",
            schedule="At the end of each quarter",
            objectives=(
                "Omar will answer a peer in 5 of 10 observed turns by June 2026.",
                "Omar will begin a conversation in 6 of 10 observed turns by December 2026.",
            ),
            evaluator="Speech-language pathologist",
        ),
        Goal(
            area="Behavior",
            text=(
                "When a task changes or is hard, Omar will ask for a break with a card or in words, and come back "
                "within five minutes, in 80% of opportunities for six weeks by March 3, 2027."
            ),
            baseline="Asks for a break in 20% of opportunities; leaves the room 6 times a month",
            criterion="80% of opportunities for six weeks",
            method="Daily behavior record",
            schedule="At the end of each quarter",
            objectives=(
                "With one reminder, Omar will ask for a break in 40% of opportunities by June 2026.",
                ("With one reminder, Omar will ask for a break in 60% of opportunities by December 2026."),
            ),
        ),
        Goal(
            area="Organization",
            text=(
                "Given a planner and a daily check, Omar will write down his assignments and hand in 9 of 10 of them "
                "on the day they are due for two grading periods by March 3, 2027."
            ),
            baseline="Hands in 5 of 10 assignments on time",
            criterion="9 of 10 assignments for two grading periods",
            method="Grade book and planner check",
            schedule="At the end of each quarter",
        ),
    ),
    services=(
        Service(
            name="Social skills instruction",
            session_minutes=40,
            sessions_per_week=2,
            place="Special education classroom",
            provider="Special education teacher",
        ),
        Service(
            name="Study skills",
            session_minutes=45,
            sessions_per_week=5,
            place="Resource room",
            provider="Special education teacher",
        ),
        Service(
            name="Speech-language therapy",
            session_minutes=30,
            sessions_per_week=2,
            place="Speech room",
            provider="Speech-language pathologist",
            related=True,
        ),
        Service(
            name="Counseling",
            session_minutes=30,
            sessions_per_week=1,
            place="Counselor's office",
            provider="School counselor",
            related=True,
        ),
    ),
    aids=(
        ("Visual schedule and warning of changes", "daily", "all settings"),
        ("Break card and quiet corner", "as soon as he asks", "all classes"),
        ("Written directions with one step at a time", "each assignment", "all classes"),
    ),
    staff=(
        "The autism consultant trains Omar's teachers and the lunch staff in the break routine, one hour in March and"
        " 15 minutes a month."
    ),
    percent=79,
    nonparticipation=(
        "Omar does not take part with nondisabled peers during social skills instruction, study skills and therapy, "
        "since these need explicit teaching in a small group away from noise."
    ),
    tests=(
        "Omar takes all state assessments of grade 7 with accommodations: a separate setting, breaks and directions "
        "read aloud."
    ),
    esy=(
        "Extended school year services are not needed; after the last two summers Omar was back at his level within "
        "three weeks, as the data of September show."
    ),
    progress=(
        "Written reports on progress toward the annual goals go home at the end of each quarter with the report card."
    ),
    team=(
        ("Rosa Fielding", "Parent"),
        ("Omar Fielding", "Student"),
        ("Edda Marsh", "Special education teacher"),
        ("Paul Ito", "General education teacher"),
        ("Greta Holm", "LEA representative"),
        ("Ines Vale", "Speech-language pathologist"),
    ),
)
