# ruff: noqa: E501 - the lines of a plan
"""A sound plan in words, for planting defects and look-alikes in; fictional."""

PLAN = """INDIVIDUALIZED EDUCATION PROGRAM (IEP)

STUDENT INFORMATION
Student: Nadia Okafor
Date of birth: 04/09/2015
Grade: 5
Meeting date: 02/10/2026
IEP start date: 02/17/2026
IEP end date: 02/09/2027
Most recent evaluation: 11/20/2024

IEP TEAM PARTICIPANTS
Ifeoma Okafor, parent
Paul Renner, general education teacher
Dana Whit, special education teacher
Lena Ross, LEA representative
Omar Vance, school psychologist

PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE
Reading: on the January 2026 fluency probes Nadia reads 71 words correct per minute; the grade 5 median is 128. She needs support in reading fluency.
Mathematics: 82% on the district test of November 2025; at grade level.
Functional: Nadia starts work within 3 minutes in 2 of 10 observed tasks. She needs support with task initiation. Social, motor and self-care skills are age-appropriate.

HOW THE DISABILITY AFFECTS INVOLVEMENT AND PROGRESS IN THE GENERAL CURRICULUM
Because of dyslexia Nadia reads slowly, so she does not finish grade 5 science and social studies texts.

STRENGTHS
Nadia is curious, kind to classmates and strong in mental arithmetic.

PARENT CONCERNS
Ms. Okafor is concerned that Nadia avoids books at home.

CONSIDERATION OF SPECIAL FACTORS
Does the student's behavior impede learning? ☐ Yes ☒ No
Is the student an English learner? ☐ Yes ☒ No
Is the student blind or visually impaired? ☐ Yes ☒ No
Is the student deaf or hard of hearing? ☐ Yes ☒ No
Does the student have communication needs? ☐ Yes ☒ No
Does the student need assistive technology? ☐ Yes ☒ No

MEASURABLE ANNUAL GOALS
Goal 1
Annual goal: By 02/09/2027, given a grade 5 passage, Nadia will read aloud 110 words correct per minute on 3 consecutive probes.
Baseline: 71 words correct per minute (January 2026)
Method of measurement: oral reading probes scored by the special education teacher every two weeks

Goal 2
Annual goal: By 02/09/2027, given an independent task and a written checklist, Nadia will start work within 1 minute in 8 of 10 observed tasks.
Baseline: within 3 minutes in 2 of 10 observed tasks
Method of measurement: observation tally sheet kept by the classroom teacher each week

PROGRESS REPORTS
Parents receive a written progress report each quarter with the report card.

SPECIAL EDUCATION AND RELATED SERVICES
Service: Reading instruction
Amount: 40 minutes
Frequency: 4 times per week
Location: Resource room
Start: 02/17/2026
End: 02/09/2027

Service: Coaching in task initiation and organization
Amount: 15 minutes
Frequency: 2 times per week
Location: General education classroom
Start: 02/17/2026
End: 02/09/2027

SUPPLEMENTARY AIDS AND SERVICES
Audio version of science and social studies texts longer than one page, in all classes, daily.

SUPPORTS FOR SCHOOL PERSONNEL
The special education teacher meets the classroom teacher 20 minutes each month.

STATE AND DISTRICT ASSESSMENTS
State grade 5 tests of reading, mathematics and science: time and a half in a small group. District tests: no accommodations.

LEAST RESTRICTIVE ENVIRONMENT
Nadia is in the resource room 160 of 1,800 minutes a week (9%) and with nondisabled classmates for everything else, with lunch, recess and clubs. Reading practice beside the class was tried in the fall of 2025: she stopped reading when others listened, and gained 2 words per minute in nine weeks.

EXTENDED SCHOOL YEAR
Not needed: probes of June and September 2025 were the same (64 and 65 words per minute).
"""
