# ruff: noqa: E501 - a table of one defect in a line
"""Defects of kinds that real plans show, planted in a sound one: each is found, and nothing else. Beside them lawful
absences and look-alikes, which stay silent."""

import pytest
from plan_text import PLAN

from iepaudit.audit import AuditOptions, audit_here
from iepaudit.model.outcome import Outcome, Severity

SERIOUS = (Severity.REQUIRED, Severity.GAP)
BOX = {
    "behavior": "Does the student's behavior impede learning?",
    "language": "Is the student an English learner?",
    "vision": "Is the student blind or visually impaired?",
    "hearing": "Is the student deaf or hard of hearing?",
    "technology": "Does the student need assistive technology?",
}


@pytest.fixture
def serious(tmp_path):
    def found(text):
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        results = audit_here(path, AuditOptions()).results
        return {r.rule for r in results if r.outcome is Outcome.ISSUE and r.severity in SERIOUS}

    return found


def changed(*pairs):
    text = PLAN
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def part(heading, following):
    """The words from one heading up to the next."""
    return PLAN[PLAN.index(heading) : PLAN.index(following)]


def yes(name):
    return (f"{BOX[name]} ☐ Yes ☒ No", f"{BOX[name]} ☒ Yes ☐ No")


def test_the_sound_plan_gives_no_issue_and_no_question(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    results = audit_here(path, AuditOptions()).results
    silent = (Outcome.PASS, Outcome.NOT_APPLICABLE)
    assert [(r.rule, r.message) for r in results if r.outcome not in silent] == []


LEVEL = "read aloud 110 words correct per minute on 3 consecutive probes"
BASE_1 = "Baseline: 71 words correct per minute (January 2026)\n"
METHOD_1 = "Method of measurement: oral reading probes scored by the special education teacher every two weeks\n"
METHOD_2 = "Method of measurement: observation tally sheet kept by the classroom teacher each week\n"
SCHEDULE = part("PROGRESS REPORTS", "SPECIAL EDUCATION AND")
LRE = part("Nadia is in the resource room 160", "EXTENDED SCHOOL")
READING = part("Service: Reading instruction", "Service: Coaching")
COACHING = part("Service: Coaching", "SUPPLEMENTARY AIDS")
TESTS = part("State grade 5 tests", "LEAST RESTRICTIVE")
HOW = part("HOW THE DISABILITY", "STRENGTHS")
WHY_AWAY = LRE[LRE.index(" Reading practice") : LRE.index("\n")]
ESY = PLAN[PLAN.index("Not needed: probes") :]
TEEN = (
    ("04/09/2015", "04/09/2010"),
    ("Grade: 5", "Grade: 10"),
    ("State grade 5 tests", "State grade 10 tests"),
)

DEFECTS = [
    ("no present levels", [(part("PRESENT LEVELS", "HOW THE DISABILITY"), "")], "present-levels-missing"),
    ("another child's name in a goal", [("Nadia will start work", "Marcus will start work")], "wrong-name"),
    ("a plan of more than a year", [("IEP end date: 02/09/2027", "IEP end date: 06/30/2027")], "iep-span-over-year"),
    ("an evaluation of four years ago", [("11/20/2024", "11/20/2021")], "evaluation-stale"),
    ("a goal dated before the plan", [("By 02/09/2027, given a grade 5", "By 02/09/2025, given a grade 5")], "goal-date-outside-iep"),
    ("a goal with no level", [(f" {LEVEL}", " read grade 5 passages aloud")], "goal-no-criterion"),
    ("a goal to improve", [(f"Nadia will {LEVEL}", "Nadia will improve her reading skills")], "goal-vague-behaviour"),
    ("no starting point", [(BASE_1, "Baseline: \n"), ("71 words correct per minute; the grade 5 median is 128", "slowly")], "goal-no-baseline"),
    ("a target below the baseline", [("read aloud 110 words", "read aloud 61 words")], "baseline-equals-target"),
    ("a target equal to the baseline", [("read aloud 110 words", "read aloud 71 words")], "baseline-equals-target"),
    ("no progress schedule", [(SCHEDULE, "")], "progress-schedule-missing"),
    ("a goal of the staff", [("Nadia will start work within 1 minute in 8 of 10 observed tasks", "the teacher will provide Nadia with 8 of 10 reminders")], "goal-adult-action"),
    ("a slot that nobody filled", [("Nadia will start work", "[student name] will start work")], "goal-duplicate-or-slot"),
    ("no goals at all", [(part("MEASURABLE ANNUAL GOALS", "PROGRESS REPORTS"), "")], "goals-section-missing"),
    ("no frequency", [("Frequency: 4 times per week\n", ""), ("Amount: 40 minutes\n", "Amount: \n")], "service-frequency-missing"),
    ("a service as needed", [("Frequency: 2 times per week", "Frequency: as needed"), ("Amount: 15 minutes", "Amount: as needed")], "service-vague-amount"),
    ("no place for a service", [("Location: Resource room\n", "")], "service-location-missing"),
    ("no services", [(READING, ""), (COACHING, ""), ("SPECIAL EDUCATION AND RELATED SERVICES\n", "")], "special-education-missing"),
    ("no reason for the resource room", [(" Reading practice beside the class was tried in the fall of 2025: she stopped reading when others listened, and gained 2 words per minute in nine weeks.", "")], "nonparticipation-explanation"),
    ("no word on time away from class", [(LRE, ""), ("LEAST RESTRICTIVE ENVIRONMENT\n", "")], "nonparticipation-explanation"),
    ("nothing on how the disability affects learning", [(part("HOW THE DISABILITY", "STRENGTHS"), "")], "impact-statement-missing"),
    ("no concerns of the family", [("Ms. Okafor is concerned that Nadia avoids books at home.", "")], "parent-concerns-blank"),
    ("the long break undecided", [(ESY, "To be determined.\n")], "esy-undecided"),
    ("a need that nothing answers", [("Mathematics: 82% on the district test of November 2025; at grade level.", "Mathematics: 31% on the district test. She needs support in multiplication and fractions.")], "need-no-goal-or-support"),
    ("behavior impedes, and nothing follows", [yes("behavior")], "behaviour-yes-no-plan"),
    ("an English learner, and nothing follows", [yes("language")], "el-yes-no-language-plan"),
    ("technology needed, and none named", [yes("technology"), ("Audio version of science and social studies texts longer than one page", "Science and social studies texts one day ahead")], "at-yes-no-device"),
    ("blind, and nothing about braille", [yes("vision")], "vi-no-braille-basis"),
    ("deaf, and nothing about communication", [yes("hearing")], "dhh-communication-missing"),
    ("a yes/no pair marked twice", [(f"{BOX['hearing']} ☐ Yes", f"{BOX['hearing']} ☒ Yes")], "checkbox-blank-pair"),
    ("a yes/no pair left open", [(f"{BOX['hearing']} ☐ Yes ☒ No", f"{BOX['hearing']} ☐ Yes ☐ No")], "checkbox-blank-pair"),
    ("alternate assessment and no short-term objectives", [(TESTS, "Nadia takes the alternate assessment on alternate academic achievement standards, because the regular test, even with accommodations, does not measure what she learns; the alternate one is appropriate because it matches her program of functional skills.\n\n")], "sto-missing-alt"),
    ("alternate assessment and no reasons", [(TESTS, "Nadia takes the alternate assessment.\n\n"), (METHOD_1, METHOD_1 + "Objective 1: By June 2026, Nadia will read 90 words correct per minute.\nObjective 2: By November 2026, Nadia will read 100 words correct per minute.\n"), (METHOD_2, METHOD_2 + "Objective 1: By June 2026, she will start within 2 minutes in 5 of 10 tasks.\nObjective 2: By November 2026, she will start within 2 minutes in 8 of 10 tasks.\n")], "alt-reasons-missing"),
    ("sixteen and no goals for life after school", TEEN, "psg-missing"),
    ("sixteen and no transition assessment", TEEN, "transition-assessment-missing"),
    ("sixteen and no transition services", TEEN, "transition-services-empty"),
    ("sixteen and no course of study", TEEN, "course-of-study-missing"),
    ("who was invited in the place of the services", (*TEEN, (ESY, f"{ESY}\nTRANSITION SERVICES\nStudent invitation: Nadia was invited on 01/28/2026 and attended.\n")), "transition-services-empty"),
    ("each kind of service with nothing behind it", (*TEEN, (ESY, f"{ESY}\nTRANSITION SERVICES\nInstruction: N/A\nCommunity experiences: N/A\nEmployment: none\n")), "transition-services-empty"),
    ("accommodations on tests only", [("Audio version of science and social studies texts longer than one page, in all classes, daily.", "")], "heading-without-content"),
    ("a target below the baseline, kept for weeks", [("read aloud 110 words correct per minute on 3 consecutive probes", "read aloud 61 words correct per minute over 6 consecutive weeks")], "baseline-equals-target"),
    ("trouble in the place of a starting point", [(BASE_1, "Baseline: Nadia has trouble with long words\n")], "goal-no-baseline"),
    ("behavior impedes, and breaks on tests only", [yes("behavior"), ("time and a half in a small group", "time and a half and breaks")], "behaviour-yes-no-plan"),
    ("behavior impedes, and breaks in the part on tests only", [yes("behavior"), (TESTS, "Reading: with accommodations - small group, extra breaks\nMathematics: with accommodations - small group, extra breaks\n\n")], "behaviour-yes-no-plan"),
    ("behavior impedes in words, and nothing follows", [(f"{BOX['behavior']} ☐ Yes ☒ No", "Nadia's behavior impedes the learning of others.")], "behaviour-yes-no-plan"),
    ("how much time away, where and with whom", [(WHY_AWAY, " She eats lunch with her class and rides the regular bus. The team decided on this placement on February 10.")], "nonparticipation-explanation"),
    ("part in everything but one class", [(LRE, "Nadia takes part in all classes and activities except reading, which she has in the resource room.\n\n")], "nonparticipation-explanation"),
    ("no teacher of general education at the meeting", [("Paul Renner, general education teacher\n", "")], "team-role-missing"),
    ("an aide in the text and not in the services", [("Functional: Nadia starts", "Functional: Nadia requires a 1:1 aide at lunch. Nadia starts")], "transport-or-health-not-in-services"),
]  # fmt: skip
# What a defect brings with it beside its own rule: a plan without the part cannot be sound elsewhere.
ALSO = {
    "a goal to improve": {"goal-no-criterion", "goal-no-service"},
    "a goal of the staff": {"goal-no-criterion"},
    "no services": {"goal-no-service", "service-frequency-missing"},
    "a service as needed": {"service-frequency-missing"},
    "no word on time away from class": {"lre-boilerplate"},
    "sixteen and no goals for life after school": {"*"},
    "sixteen and no transition assessment": {"*"},
    "sixteen and no course of study": {"*"},
    "sixteen and no transition services": {"*"},
    "who was invited in the place of the services": {"*"},
    "each kind of service with nothing behind it": {"*"},
    "alternate assessment and no reasons": set(),
}
TRANSITION = {
    "psg-missing", "transition-assessment-missing", "transition-services-empty", "course-of-study-missing",
    "student-not-invited", "team-role-missing", "psg-no-linked-annual-goal", "transfer-of-rights-missing",
}  # fmt: skip


@pytest.mark.parametrize(("what", "pairs", "rule"), DEFECTS, ids=[d[0] for d in DEFECTS])
def test_a_planted_defect_is_found_and_nothing_else(serious, what, pairs, rule):
    also = ALSO.get(what, set())
    found = serious(changed(*pairs))
    assert rule in found
    assert found - {rule} <= (TRANSITION if "*" in also else also)


# Other words of the plan may be the answer, so a person is asked to look.
UNDECIDED = [
    ("behavior impedes, and a goal to talk with peers", [yes("behavior"), ("start work within 1 minute in 8 of 10 observed tasks", "make a comment about a peer's idea in 8 of 10 observed groups of peers")], "behaviour-yes-no-plan"),
    ("technology needed, and named for tests only", [yes("technology"), ("Audio version of science and social studies texts longer than one page", "Science and social studies texts one day ahead"), (TESTS, "Mathematics: text-to-speech, small group\n\n")], "at-yes-no-device"),
    ("no method anywhere", [(METHOD_1, ""), (METHOD_2, "")], "progress-method-missing"),
    ("no start of a service", [("Location: General education classroom\nStart: 02/17/2026\n", "Location: General education classroom\n")], "service-start-end-missing"),
    ("class work that does not go well, without a cause", [(HOW, ""), ("Functional: Nadia starts", "Functional: Nadia skips worksheets with more than a paragraph. Nadia starts")], "impact-statement-missing"),
    ("a sentence beside the extent that is perhaps a reason", [(WHY_AWAY, " Lessons in class move at a pace that loses her.")], "nonparticipation-explanation"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "pairs", "rule"), UNDECIDED, ids=[d[0] for d in UNDECIDED])
def test_what_other_words_may_answer_is_put_to_a_person(tmp_path, what, pairs, rule):
    path = tmp_path / "plan.txt"
    path.write_text(changed(*pairs), "utf-8")
    results = audit_here(path, AuditOptions()).results
    assert Outcome.REVIEW in {r.outcome for r in results if r.rule == rule}


IMPACT = (
    "Owing to dyslexia, Nadia reads half of a chapter while her class reads all of it.",
    "Her reading speed keeps her from finishing the texts of her social studies class.",
    "Poor memory for words costs her marks on tests in every subject.",
    "Given her weak decoding, science chapters stay unread.",
    "Dyslexia leaves her behind in every lesson that starts with a text.",
)
REASONS = (
    "In class she read 4 words in ten minutes; alone with the teacher she read 40.",
    "Her rate of progress doubled once the lessons moved there.",
    "Sounds are taught one to one, with corrections after each word.",
    "A co-taught class did not give her the repetition that she uses to learn sounds.",
    "The harmful effects considered were missing part of science.",
)
TRAPS = [
    ("a child of another name in a word problem", [(LEVEL, f"{LEVEL}, and solve problems such as \"Maria has 3 apples\" with no error")]),
    ("a sibling", [("Ms. Okafor is concerned that Nadia avoids books", "Ms. Okafor is concerned that Nadia reads less than her brother Chidi and avoids books")]),
    ("no related services", [("SPECIAL EDUCATION AND RELATED SERVICES", "SPECIAL EDUCATION SERVICES")]),
    ("no signature page", [(part("IEP TEAM PARTICIPANTS", "PRESENT LEVELS"), "")]),
    ("no part on special factors' technology", [(f"{BOX['technology']} ☐ Yes ☒ No\n", "")]),
    ("no supports for personnel", [(part("SUPPORTS FOR SCHOOL", "STATE AND DISTRICT"), "")]),
    ("no aids, none needed", [("Audio version of science and social studies texts longer than one page, in all classes, daily.", "None needed.")]),
    ("no eligibility category", []),
    ("the form has no part on the long break", [("EXTENDED SCHOOL YEAR\n", ""), (ESY, "")]),
    ("reading progress in another wording", [("Parents receive a written progress report each quarter with the report card.", "Reports go home with report cards, four times a year.")]),
    ("trimesters", [("each quarter with the report card", "at the end of each trimester")]),
    ("count words", [("8 of 10 observed tasks.", "eight of ten observed tasks.")]),
    ("down to a target", [("start work within 1 minute in 8 of 10 observed tasks", "need no more than two prompts per task to start work in 8 of 10 observed tasks")]),
    ("no method in the cell, one in the goal", [(METHOD_1, ""), ("on 3 consecutive probes", "on 3 consecutive probes, as measured by weekly fluency probes")]),
    ("a baseline in the present levels only", [(BASE_1, "")]),
    ("improve from and to", [(f"Nadia will {LEVEL}", "Nadia will improve her oral reading from 71 to 110 words correct per minute on 3 consecutive probes")]),
    ("full participation", [(LRE, "Nadia participates fully with nondisabled classmates in all classes, lunch, recess and clubs.\n\n"), ("Location: Resource room", "Location: General education classroom")]),
    ("support that starts with an event", [("in all classes, daily", "in all classes, when a text is longer than one page")]),
    ("a concern of the family in one word list", [("Ms. Okafor is concerned that Nadia avoids books at home.", "Avoids books at home.")]),
    ("a family without concerns", [("Ms. Okafor is concerned that Nadia avoids books at home.", "Ms. Okafor has no concerns at this time.")]),
    ("no state test in this grade", [("Grade: 5", "Grade: 1"), ("04/09/2015", "04/09/2019"), (TESTS, "No state test in this grade.\n\n"), ("the grade 5 median", "the grade 1 median"), ("grade 5 science", "grade 1 science"), ("given a grade 5", "given a grade 1")]),
    ("tests without accommodations", [(TESTS, "No accommodations needed.\n\n")]),
    ("behavior yes, and a goal with supports", [yes("behavior"), ("Audio version", "Positive behavior supports: a calm corner and a break card, daily, in all classes.\nAudio version")]),
    ("behavior no, and an old story", [("Functional: Nadia starts", "Functional: In first grade Nadia had tantrums, which have stopped. Nadia starts")]),
    ("technology yes, named", [yes("technology"), ("Audio version of science", "Text-to-speech software on a laptop for science")]),
    ("an English learner with a plan", [yes("language"), ("Functional: Nadia starts", "Her English proficiency is level 3 (WIDA 2025); she receives English language development 30 minutes daily. Functional: Nadia starts")]),
    ("an afternoon date after the plan's start", [("Meeting date: 02/10/2026", "Meeting date: 02/12/2026")]),
    ("an evaluation less than three years old", [("11/20/2024", "03/20/2023")]),
    ("a plan that ends a day short of a year", [("IEP end date: 02/09/2027", "IEP end date: 02/08/2027"), ("By 02/09/2027", "By 02/08/2027"), ("End: 02/09/2027", "End: 02/08/2027")]),
    ("goals due in June", [("By 02/09/2027, given a grade 5", "By June 2026, given a grade 5")]),
    ("a consultation without a goal", [(COACHING, COACHING + "Service: Speech-language consultation\nAmount: 15 minutes\nFrequency: 1 time per month\nLocation: General education classroom\nStart: 02/17/2026\nEnd: 02/09/2027\n\n")]),
    ("goals with objectives though none are asked for", [(METHOD_1, METHOD_1 + "Objective 1: By June 2026, Nadia will read 90 words correct per minute.\nObjective 2: By November 2026, Nadia will read 100 words correct per minute.\n")]),
    ("the alternate assessment considered and not taken", [(TESTS, TESTS.rstrip() + " The alternate assessment was considered and is not appropriate for Nadia.\n\n")]),
    ("transition in the words of a fifth grader", [("Ms. Okafor is concerned", "Nadia wants to be a nurse. Ms. Okafor is concerned")]),
    ("data collection named as good practice", [("each week\n\nPROGRESS", "each week; data collection by the case manager\n\nPROGRESS")]),
    ("a small range", [("Amount: 40 minutes", "Amount: 40-45 minutes")]),
    ("a need met by an accommodation only", [("Mathematics: 82% on the district test of November 2025; at grade level.", "Mathematics: 82% on the district test of November 2025. She needs support in copying math problems."), ("Audio version", "Calculator and printed math problems, in mathematics, daily.\nAudio version")]),
    ("a pronoun of a relative", [("avoids books at home.", "avoids books at home; her father says that he reads with her each night.")]),
    ("the word draft in a sentence", [("Ms. Okafor is concerned", "Ms. Okafor asked for a first draft of every essay. She is concerned")]),
    *((f"how it shows in class: {said}", [(HOW, ""), ("Functional: Nadia starts", f"Functional: {said} Nadia starts")]) for said in IMPACT),
    *((f"why away: {said}", [(WHY_AWAY, f" {said}")]) for said in REASONS),
    ("the form's question on class work, answered", [(HOW, "How does this need affect the student in the classroom? She is on page one when others talk about page three.\n\n")]),
    ("the form's own reason", [(LRE, "Time in general education: 91%\nReason for removal: sounds are taught one to one.\n\n")]),
    ("behavior in words, with supports", [(f"{BOX['behavior']} ☐ Yes ☒ No", "Nadia's behavior impedes the learning of others; see the behavior plan.")]),
    ("a starting point with trouble and a number", [(BASE_1, "Baseline: Nadia has trouble with long words and reads 71 words correct per minute\n")]),
    ("the question for preschool children", [("EXTENDED SCHOOL YEAR\n", "FOR THE PRESCHOOL STUDENT:\nExplain the extent, if any, to which the student will not participate with nondisabled peers:\nN/A\n\nEXTENDED SCHOOL YEAR\n")]),
    ("the activities of preschool children", [("EXTENDED SCHOOL YEAR\n", "Explain the extent, if any, to which the student will not participate in appropriate activities with nondisabled peers:\nNot applicable\n\nEXTENDED SCHOOL YEAR\n")]),
    ("no effect in one more area", [("STRENGTHS\n", "HOW THE DISABILITY AFFECTS INVOLVEMENT AND PROGRESS IN THE GENERAL CURRICULUM\nNone.\n\nSTRENGTHS\n")]),
    ("communication needs, in a question that names children who are deaf", [("Does the student have communication needs? ☐ Yes ☒ No", "Does the student have communication needs (required for deaf or hearing impaired)? ☒ Yes ☐ No"), (f"{BOX['hearing']} ☐ Yes ☒ No\n", "")]),
    ("needs reported as met", [("Social, motor and self-care skills are age-appropriate.", "Social, motor and self-care skills are age-appropriate. She does not need support in speech.")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "pairs"), TRAPS, ids=[t[0] for t in TRAPS])
def test_what_is_lawful_or_only_looks_like_a_defect_stays_silent(serious, what, pairs):
    assert serious(changed(*pairs)) == set()
