"""What the long high-school plan says: kept apart from its layout."""

ALL = "timeframe condition behavior criterion method baseline"
REPORTS = ("11/21/2025", "01/16/2026", "03/06/2026", "04/24/2026", "05/29/2026", "10/02/2026")

LEVELS = (
    (
        "Reading",
        (
            "Sources: district functional reading inventory (09/22/2025), classroom records of the Practical English class, FIE of 02/14/2024 (basic reading standard score 58).",
            "Marisol reads 71 of 100 community sight words (2024: 54). She reads a 60-word passage at the second-grade level at 63 words per minute with 94% accuracy and answers 4 of 8 questions about "
            "who, what and where. Questions that begin with why she answers in 1 of 6 cases. She follows a picture recipe with 8 steps by herself and a written recipe of the same length with 5 prompts.",
            "She reads bus signs and store signs on her route reliably (18 of 18). She does not yet find information in a schedule: with a printed bus timetable she found the next departure in 2 of 10 trials.",
        ),
    ),
    (
        "Mathematics and money",
        (
            "Sources: life skills mathematics probe (09/17/2025), purchases recorded on three community outings (09/2025).",
            "With a calculator Marisol adds prices of up to 4 items in 9 of 10 trials. She counts out an amount of up to $20.00 with bills and coins in 4 of 10 trials; most errors come from mixing dimes and nickels. "
            "With the next-dollar strategy she pays in 7 of 10 trials in class and 3 of 10 in a store. She tells time to the hour and half hour (10 of 10) and to 5 minutes (3 of 10).",
            "She does not check change, and twice in September 2025 gave a cashier her whole purse.",
        ),
    ),
    (
        "Writing and personal information",
        (
            "Source: work samples of 09/08 to 09/30/2025.",
            "Marisol writes her name, address and telephone number from memory (10 of 10). On a model job application she filled in 7 of 16 fields correctly. She types 11 words per minute and dictates messages "
            "on her phone with the speech function, which she prefers. She signs her name in cursive.",
        ),
    ),
    (
        "Communication",
        (
            "Sources: speech-language observation (09/25/2025), teacher log.",
            "Marisol speaks in sentences of 5 to 7 words and is understood by strangers in about 80% of utterances. She greets co-workers and customers without prompting. When she does not understand a direction "
            "she nods and waits: she asked for help in 3 of 15 observed cases at her work site, and in 9 of 15 in class, where staff look for it.",
        ),
    ),
    (
        "Adaptive behavior and daily living",
        (
            "Sources: adaptive behavior rating by the family and the school (02/2024, composite 61), home economics task records (09/2025).",
            "Marisol dresses, washes and eats independently. She does her own laundry in 9 of 14 steps; sorting and measuring soap need prompts. She prepares three cold meals without help. She takes her allergy medicine when her "
            "father reminds her. She crosses streets with traffic lights correctly when someone walks with her; the family does not yet let her walk alone.",
        ),
    ),
    (
        "Vocational skills",
        (
            "Sources: work-site evaluation at the Sunrise Greenhouse (09/29/2025, 26 of 40 points), employer interview.",
            "Marisol works two mornings a week at a greenhouse that is open to the public. She waters, pots and labels seedlings. She stays at a task 22 minutes on average before she stops; the employer expects 45. She finished 5 of 12 tasks "
            "on her list without an adult naming the next one. She arrives on time and wears the uniform. Her employer values that she is gentle with plants and friendly with customers.",
        ),
    ),
    (
        "Social skills and behavior",
        (
            "Sources: ABC data of 08/25 to 10/03/2025, functional behavioral assessment of 03/12/2025.",
            "When a plan changes without notice, Marisol sits down on the floor and refuses to move: 9 times in 30 school days, 4 to 25 minutes each (mean 11). It happened in class 6 times and at work 3 times. When the change was announced on her phone "
            "schedule at least 10 minutes before, it happened once in 14 changes. She does not hurt herself or others. She has a close friend, Beatriz, with whom she eats lunch.",
        ),
    ),
    (
        "Health, motor, vision and hearing",
        (
            "Marisol has seasonal allergies and wears glasses. Vision (corrected) and hearing screenings of 08/28/2025 were passed. Gross and fine motor skills are adequate for school and for work and are not an area of concern.",
        ),
    ),
)
IMPACT = (
    "Because of her intellectual disability Marisol learns new skills slowly and needs them taught in small steps, with real materials and many repetitions. This affects her involvement in the eleventh-grade curriculum in all subjects: she works on "
    "essence statements of the English, mathematics and science standards through prerequisite skills, cannot use grade-level texts as a source of information, and does not carry a skill from the classroom to a store, bus or work site unless it is "
    "practiced there. Unannounced changes interrupt her learning for 11 minutes on average."
)
STRENGTHS = "Marisol is punctual, warm and persistent. She knows every plant in the greenhouse by name, sings in the church choir, and remembers people and birthdays. She uses her phone well: photos, voice messages, reminders."
CONCERNS = (
    "Mr. Etcheverry wants to know that Marisol can get home by bus if he is late from work, and that she will not be cheated with money. Mrs. Etcheverry asks that the school begin now with the agency for adult services because of its waiting list. The committee answers with "
    "annual goals 2, 5 and 6 and with the transition services table."
)
VISION = "Marisol, in her own words at the meeting: “I want to work with flowers and get paid. I want my own apartment with Beatriz. I want to ride the bus by myself.” Her family pictures a paid part-time job and a shared apartment with support near their home."
ASSESSMENTS = (
    (
        "Interest inventory with pictures (reading-free)",
        "09/03/2025",
        "Highest interests: horticulture 9 of 10, animal care 7, laundry 4, food service 3.",
    ),
    (
        "Student interview by the transition specialist",
        "09/16/2025",
        "Wants paid work with plants, an apartment with a friend, and bus travel without her parents.",
    ),
    (
        "Work-site evaluation, Sunrise Greenhouse",
        "09/29/2025",
        "26 of 40 points; strong in punctuality and manner (8 of 8), weak in moving to the next task (2 of 8).",
    ),
    (
        "Independent living skills checklist (home and school)",
        "09/10/2025",
        "41 of 75 items independent; lowest in money (3 of 12) and travel (4 of 10).",
    ),
)
POSTSECONDARY = (
    (
        "education",
        "Education and training",
        "Within one year after leaving high school, Marisol will complete the six-month horticulture certificate for adults with disabilities at Palo Ceniza Community College with a job coach.",
    ),
    (
        "employment",
        "Employment",
        "After leaving high school, Marisol will work at least 15 hours per week for pay in a nursery, greenhouse or garden center, with a job coach for the first 90 days.",
    ),
    (
        "independent-living",
        "Independent living",
        "After leaving high school, Marisol will live in an apartment with one roommate and staff support of no more than 4 hours per day, and will ride the city bus to work by herself.",
    ),
)
TRANSITION = (
    (
        "Instruction",
        "Units on reading work schedules and pay slips in Practical English",
        "Special education teacher",
        "10/2025 to 05/2026",
    ),
    (
        "Instruction",
        "Money skills in the school store, two periods each week",
        "Special education teacher",
        "10/2025 to 05/2026",
    ),
    (
        "Related services",
        "Speech-language therapy on asking for help at the work site",
        "Speech-language pathologist",
        "10/2025 to 10/2026",
    ),
    (
        "Related services",
        "Rehabilitation counseling: visit to the community college program",
        "Transition specialist",
        "03/2026",
    ),
    (
        "Community experiences",
        "Bus travel training on route 14, in five steps from accompanied to observed",
        "Transition specialist",
        "10/2025 to 10/2026",
    ),
    (
        "Community experiences",
        "Shopping with a list and a fixed sum at two stores, once each week",
        "Special education teacher",
        "10/2025 to 05/2026",
    ),
    (
        "Community experiences",
        "Library card and two supervised visits to the public library",
        "Family; special education teacher",
        "by 12/2025",
    ),
    (
        "Employment",
        "Paid work experience at Sunrise Greenhouse, two mornings each week",
        "Job coach",
        "10/2025 to 05/2026",
    ),
    ("Employment", "Second work site in animal care, four visits, to compare", "Transition specialist", "02/2026"),
    ("Employment", "Video résumé with photos of completed work", "Marisol; special education teacher", "by 04/2026"),
    (
        "Adult living",
        "Application for adult developmental services and for the waiting list",
        "Family; transition specialist",
        "by 12/2025",
    ),
    (
        "Adult living",
        "Visit to a supported apartment with Beatriz and both families",
        "Family; agency for adult services",
        "by 04/2026",
    ),
    (
        "Daily living skills",
        "Laundry and three hot meals in the training apartment, one afternoon each week",
        "Special education teacher",
        "10/2025 to 05/2026",
    ),
    (
        "Functional vocational evaluation",
        "Repeated work-site evaluation at both sites",
        "Transition specialist",
        "05/2026",
    ),
)
COURSES = (
    ("2022-2023, grade 8", "Completed: Life Skills English, Life Skills Mathematics, General Science, Choir, Art"),
    (
        "2023-2024, grade 9",
        "Practical English I, Practical Mathematics I, Horticulture I (with classmates without disabilities), Physical Education, Choir",
    ),
    ("2024-2025, grade 10", "Practical English II, Practical Mathematics II, Horticulture II, Health, Choir"),
    (
        "2025-2026, grade 11",
        "Practical English III, Consumer Mathematics, Greenhouse Work Study (2 periods), Home Economics, Choir",
    ),
    ("2026-2027, grade 12", "Practical English IV, Personal Finance, Work Study (4 periods), Community Living"),
    (
        "2027-2029, ages 19 to 21",
        "Transition program at the community college campus: horticulture certificate courses, travel training, paid work",
    ),
)
GOALS = (
    {
        "area": "reading",
        "title": "Practical reading",
        "has": ALL,
        "baseline": "Finds the next departure in 2 of 10 trials (09/22/2025)",
        "text": "By 10/07/2026, given a printed or phone timetable of a bus route that she uses, Marisol will point to the next departure and say its time in 9 of 10 trials on 3 consecutive data days.",
        "criterion": "9 of 10 trials on 3 consecutive data days",
        "method": "Trial data sheet, taken by the special education teacher once a week",
        "objectives": (
            (
                "By 02/06/2026, given a timetable with 4 departures, Marisol will point to the next departure in 7 of 10 trials.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, given a timetable with 12 departures, Marisol will point to the next departure in 8 of 10 trials.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "math",
        "title": "Money",
        "has": ALL,
        "baseline": "Pays with the next-dollar strategy in 3 of 10 store trials (09/2025)",
        "text": "By 10/07/2026, when a cashier names a price of up to $20.00 in a store, Marisol will hand over the next whole dollar amount and put the change into her purse in 9 of 10 purchases over 4 weeks.",
        "criterion": "9 of 10 purchases over 4 weeks",
        "method": "Purchase record kept by the job coach on each outing",
        "objectives": (
            (
                "By 02/06/2026, in the school store, Marisol will hand over the next whole dollar amount in 9 of 10 purchases.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, in a community store, Marisol will hand over the next whole dollar amount in 6 of 10 purchases.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "communication",
        "title": "Asking for help at work",
        "has": ALL,
        "baseline": "3 of 15 observed cases at the work site (09/25/2025)",
        "text": "By 10/07/2026, when she does not understand a direction at the work site, Marisol will ask for help with words or with a saved phone message within 1 minute in 12 of 15 cases.",
        "criterion": "12 of 15 cases, within 1 minute",
        "method": "Observation tally by the speech-language pathologist, two visits a month",
        "objectives": (
            (
                "By 02/06/2026, Marisol will ask for help within 2 minutes in 6 of 15 cases with a visual cue on her apron.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, Marisol will ask for help within 1 minute in 9 of 15 cases without the cue.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "vocational",
        "title": "Moving to the next task",
        "has": ALL,
        "baseline": "5 of 12 tasks without an adult naming the next one (09/29/2025)",
        "text": "By 10/07/2026, given a picture list of 12 tasks on her phone, Marisol will finish each task, check it off and begin the next within 1 minute in 10 of 12 tasks on 4 of 5 work days, with no more than one prompt.",
        "criterion": "10 of 12 tasks on 4 of 5 work days, no more than one prompt",
        "method": "Task checklist signed by the job coach each work day",
        "objectives": (
            (
                "By 02/06/2026, given a list of 6 tasks, Marisol will begin the next task within 2 minutes in 5 of 6 tasks.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, given a list of 10 tasks, Marisol will begin the next task within 1 minute in 7 of 10 tasks.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "behavior",
        "title": "Accepting changes of plan",
        "has": ALL,
        "baseline": "Sat down and refused to move 9 times in 30 school days, mean 11 minutes (08/25 to 10/03/2025)",
        "text": "By 10/07/2026, when a change of plan is announced by an adult, Marisol will say or sign “okay” or ask one question and walk to the new activity within 3 minutes in 9 of 10 changes across class and work.",
        "criterion": "9 of 10 changes, within 3 minutes, across class and work",
        "method": "Change log with times, kept by the aide and the job coach each day",
        "objectives": (
            (
                "By 02/06/2026, with 10 minutes of notice on her phone, Marisol will walk to the new activity within 5 minutes in 8 of 10 changes.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, with 2 minutes of notice, Marisol will walk to the new activity within 5 minutes in 8 of 10 changes.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "travel",
        "title": "Bus travel",
        "has": "timeframe condition behavior criterion method",
        "baseline": "To be determined when travel training begins.",
        "text": "By 10/07/2026, on bus route 14 between school and home, Marisol will complete 14 of 15 steps of the travel checklist with no prompt on 5 consecutive trips while an adult follows at a distance.",
        "criterion": "14 of 15 steps on 5 consecutive trips, no prompt",
        "method": "Travel checklist by the transition specialist, each trip",
        "objectives": (
            (
                "By 02/06/2026, with an adult beside her, Marisol will complete 10 of 15 steps on 4 of 5 trips.",
                "02/06/2026",
            ),
            (
                "By 06/05/2026, with an adult three rows behind her, Marisol will complete 12 of 15 steps on 4 of 5 trips.",
                "06/05/2026",
            ),
        ),
    },
    {
        "area": "daily-living",
        "title": "Laundry",
        "has": ALL,
        "baseline": "9 of 14 steps (09/2025)",
        "text": "By 10/07/2026, given a basket of mixed laundry and a picture checklist, Marisol will complete 13 of 14 steps from sorting to folding without prompts on 3 consecutive afternoons.",
        "criterion": "13 of 14 steps without prompts on 3 consecutive afternoons",
        "method": "Task analysis sheet scored by the special education teacher, one afternoon a week",
        "objectives": (
            (
                "By 02/06/2026, Marisol will sort by color and measure soap in 4 of 5 trials with one verbal prompt.",
                "02/06/2026",
            ),
            ("By 06/05/2026, Marisol will complete 11 of 14 steps on 2 consecutive afternoons.", "06/05/2026"),
        ),
    },
)
# name, minutes, frequency, location, provider, weekly; begin and end 10/13/2025 and 10/07/2026
SERVICES = (
    (
        "Specially designed instruction in practical English",
        "48 minutes",
        "5 times per week",
        "Special education classroom",
        "Special education teacher",
        240,
    ),
    (
        "Specially designed instruction in consumer mathematics",
        "48 minutes",
        "5 times per week",
        "Special education classroom",
        "Special education teacher",
        240,
    ),
    (
        "Specially designed instruction in daily living",
        "90 minutes",
        "1 time per week",
        "Training apartment on campus",
        "Special education teacher",
        90,
    ),
    (
        "Community-based instruction",
        "120 minutes",
        "1 time per week",
        "Stores, bus and library in town",
        "Special education teacher",
        120,
    ),
    (
        "Support in horticulture class",
        "48 minutes",
        "5 times per week",
        "General education classroom",
        "Instructional aide",
        240,
    ),
    ("Support in choir", "48 minutes", "2 times per week", "General education classroom", "Instructional aide", 96),
    ("Travel training", "60 minutes", "2 times per week", "Bus route 14", "Transition specialist", 120),
    ("Job coaching", "120 minutes", "", "Sunrise Greenhouse", "Job coach", None),
)
RELATED = (
    (
        "Speech-language therapy",
        "30 minutes",
        "1 time per week",
        "Sunrise Greenhouse and classroom",
        "Speech-language pathologist",
        30,
    ),
    (
        "Rehabilitation counseling",
        "30 minutes",
        "2 times per month",
        "Counseling office",
        "Transition specialist",
        None,
    ),
    (
        "Special transportation",
        "25 minutes",
        "2 times per day",
        "School bus with aide",
        "Transportation department",
        250,
    ),
)
AIDS = (
    ("Picture or phone schedule of the day, set up each morning", "Daily", "All classes and work site"),
    ("Ten minutes of notice on the phone before a change of plan", "Each change", "All classes and work site"),
    ("Directions of one step at a time, said and shown", "Daily", "All classes and work site"),
    ("Texts at the second-grade level or read aloud", "Daily", "All classes"),
    ("Calculator", "Daily", "All classes and community"),
    ("Apron with visual cue card “Ask”", "Two mornings per week", "Work site"),
    ("Speech-to-text for messages of more than one sentence", "Daily", "All classes"),
    ("Number line with coins in the purse", "Each purchase", "School store and community"),
    ("Peer partner in choir and in horticulture", "Each class", "General education classroom"),
    ("Reduced number of items: 5 in place of 10 per page", "Daily", "Practical English and mathematics"),
    ("Untimed tests in two sittings", "Each test", "Special education classroom"),
    ("Seat beside the door during assemblies", "Each assembly", "Auditorium"),
)
LRE = (
    "Marisol is in special education settings for 840 of 1,900 minutes of the school week (44%): practical English and mathematics, daily living, community-based instruction, travel training and speech-language therapy at the work site. She is with schoolmates without disabilities in "
    "horticulture, choir, physical education, lunch, passing periods, assemblies, pep rallies and the garden club.",
    "General education English and mathematics with aids and an aide were tried in grade 9 (Algebra foundations, 6 weeks in fall 2023): with materials at the second-grade level she worked alone with the aide for 41 of 48 minutes and had no turn in class talk. The committee rejected a full day in the "
    "special classroom, since she speaks and works best beside her peers in horticulture and choir. Travel, money and daily living are taught where they happen, because Marisol does not transfer them from a classroom (3 of 10 store trials against 7 of 10 in class).",
)
ALTERNATE = (
    "Marisol will take STAAR Alternate 2 in English II and Biology. She cannot take the general assessment, even with accommodations, because she reads at the second-grade level, works on prerequisite skills linked to the grade-level standards, and "
    "needs real objects and one-step directions to show what she knows. The alternate assessment is appropriate for her because its tasks use pictures and objects, are given one at a time, and address the same essence statements that her classes teach.",
    "Accommodations: pictures with voiced labels, breaks after every 3 tasks, answers by pointing. District-wide tests: functional reading inventory and life skills mathematics probe in place of the fall and spring district tests, for the same reasons.",
    "The parents were told on 10/08/2025 that students who take alternate assessments follow modified content and of the effect on graduation.",
)
ESY = "ESY services are needed: Yes. After the summer of 2025 Marisol bought with the next-dollar strategy in 1 of 10 trials (June 2025: 3 of 10) and needed until 10/03/2025, eight weeks, to regain it. Goals addressed: 2 and 6."
BIP = (
    (
        "Behavior of concern",
        "Sits on the floor and does not move when a plan changes: 9 times in 30 school days, 4 to 25 minutes.",
    ),
    (
        "Function (FBA of 03/12/2025)",
        "To delay an unknown activity and to get an explanation from an adult. It follows unannounced changes in 8 of 9 cases.",
    ),
    (
        "Antecedent strategies",
        "Phone schedule each morning. Notice of 10 minutes, later of 2 minutes, with picture and voice. A card “What is new?” that she may hand to an adult.",
    ),
    (
        "Replacement behavior taught",
        "Say or sign “okay”, or ask one question, then walk to the new activity (annual goal 5). Practiced 10 minutes each day with planned small changes.",
    ),
    (
        "Response of adults",
        "Stand beside her, show the picture, wait 60 seconds, name the next step once. No pulling or lifting. As needed, other students are led around her; the aide stays.",
    ),
    ("Reinforcement", "After each accepted change a check on the phone; 5 checks for 10 minutes in the greenhouse."),
    (
        "Data and review",
        "Change log each day. The team reviews the graph every 6 weeks; first review 11/24/2025. The plan changes when two reviews show fewer than 6 of 10 accepted changes.",
    ),
    ("Communication with parents", "A note in the phone log the same day when an episode takes more than 15 minutes."),
)
DELIBERATIONS = (
    "The meeting began at 9:05 a.m. Marisol greeted everybody by name and showed photos of the greenhouse. The diagnostician, Ms. Arceneaux, went over the FIE of 02/14/2024; no new testing was asked for. The committee agreed that a reevaluation is due by 02/13/2027.",
    "Present levels were read section by section. Mr. Etcheverry added that Marisol counts coins at home with her grandmother. Ms. Holloway, who teaches horticulture, said that other students ask Marisol for the names of plants. Nobody disagreed with the data.",
    "Transition. Mr. Dube of the agency for adult services, invited with the parents' written consent of 09/12/2025, explained the waiting list and left a form. The committee talked about a second work site. Marisol did not want to leave the greenhouse; the committee agreed on four visits only.",
    "Goals. Mrs. Etcheverry asked if goal 6 is safe. The transition specialist explained the five steps and that the family decides, after each step, on the next. The level at the start will be measured in the first week of training.",
    "Behavior. The committee reviewed the FBA and the plan. The words “as needed” in an earlier draft of the services were taken out at the parents' request.",
    "Least restrictive environment. Options: full-day special classroom (rejected), general education English with aide (rejected on the data of fall 2023), present plan (accepted).",
    "Extended school year was agreed on the regression data. The bus with aide runs in the ESY weeks also.",
    "Rights. Marisol and her parents were told on 09/10/2025, and again today, that rights move to Marisol on 09/12/2026, her 18th birthday. Written information on alternatives to guardianship, including supported decision-making, was handed over.",
    "The committee agreed on all parts. The meeting ended at 11:20 a.m. The parents waived the five-day waiting period.",
)
