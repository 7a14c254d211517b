"""What forms call their parts. Each is one of the wordings in use; a layout draws one for the whole document."""

from __future__ import annotations

# By the key of the section, or the name of the part of a document.
HEADINGS: dict[str, tuple[str, ...]] = {
    "demographics": (
        "Student Information",
        "Identifying Information",
        "Demographic Information",
        "Student and Parent Information",
        "General Information",
    ),
    "team": (
        "IEP Team Participants",
        "Team Members in Attendance",
        "Meeting Participants",
        "Signatures of the IEP Team",
        "IEP Meeting Participants",
    ),
    "strengths": (
        "Strengths of the Student",
        "Student Strengths",
        "Strengths, Interests and Preferences",
        "Student's Strengths",
    ),
    "parent-concerns": (
        "Concerns of the Parent",
        "Parent Concerns",
        "Parent/Guardian Concerns for Enhancing the Education of the Student",
        "Parent Input and Concerns",
    ),
    "present-levels": (
        "Present Levels of Academic Achievement and Functional Performance",
        "Present Levels of Performance",
        "PLAAFP",
        "Present Level of Academic Achievement and Functional Performance (PLAAFP)",
        "Summary of Present Levels",
    ),
    "impact": (
        "How the disability affects involvement and progress in the general education curriculum",
        "Impact of Disability",
        "Effect of Disability on Involvement in the General Curriculum",
        "Adverse Effect of the Disability",
        "Disability Impact Statement",
    ),
    "special-factors": (
        "Consideration of Special Factors",
        "Special Factors",
        "Special Considerations",
        "Consideration of Special Factors for IEP Development",
    ),
    "annual-goals": (
        "Measurable Annual Goals",
        "Annual Goals",
        "Measurable Annual Goals and Objectives",
        "Annual Goals and Short-Term Objectives",
        "IEP Goals",
    ),
    "services": (
        "Special Education and Related Services",
        "Special Education Services",
        "Summary of Services",
        "Service Delivery",
        "Services",
        "Special Education Program and Services",
    ),
    "special-education": ("Special Education Services", "Special Education", "Specially Designed Instruction"),
    "related-services": ("Related Services",),
    "supplementary-aids": (
        "Supplementary Aids and Services",
        "Accommodations and Modifications",
        "Program Modifications and Supports",
        "Supplementary Aids, Services, and Accommodations",
    ),
    "personnel-supports": (
        "Supports for School Personnel",
        "Program Supports for School Personnel",
        "Support for Personnel",
    ),
    "nonparticipation": (
        "Least Restrictive Environment",
        "Participation with Nondisabled Peers",
        "Explanation of Nonparticipation",
        "Extent of Nonparticipation",
        "Placement in the Least Restrictive Environment (LRE)",
    ),
    "assessment": (
        "Participation in State and District-Wide Assessments",
        "State and District Assessments",
        "Statewide Assessment",
        "Participation in Assessments",
    ),
    "esy": (
        "Extended School Year (ESY)",
        "Extended School Year Services",
        "ESY Services",
        "Consideration of Extended School Year",
    ),
    "progress": (
        "Progress Reporting",
        "Reporting Progress to Parents",
        "Progress Reports",
        "How parents will be informed of progress",
    ),
    "form": (
        "Individualized Education Program",
        "INDIVIDUALIZED EDUCATION PROGRAM (IEP)",
        "Individualized Education Program (IEP)",
    ),
}

# What forms print below a heading for those who fill them in.
PROMPTS: dict[str, tuple[str, ...]] = {
    "present-levels": (
        "Describe the student's current levels, with results of evaluations and classroom data.",
        "State how the student is doing now in each area of need, and where that is known from.",
    ),
    "impact": (
        "Explain how the disability affects the student's involvement and progress in the general "
        "education curriculum.",
    ),
    "strengths": ("Include academic, social and personal strengths.",),
    "parent-concerns": ("What do the parents see as most important for the coming year?",),
    "annual-goals": (
        "Each goal has to be measurable and to meet a need that results from the disability.",
        "Goals are expected to be reached within one year.",
    ),
    "services": ("List every service that the student will receive, with amount and place.",),
    "nonparticipation": (
        "Explain the extent, if any, to which the student will not participate with nondisabled children "
        "in the regular class and in other activities.",
    ),
    "supplementary-aids": ("Aids, services and other supports that are provided in regular education classes.",),
    "assessment": (
        "List any individual accommodations that are needed to measure achievement on state and "
        "districtwide assessments.",
    ),
    "esy": (
        "The IEP team has to consider at each annual meeting whether the student needs services beyond the "
        "school year.",
    ),
    "personnel-supports": ("Training or help that staff need in order to carry out this plan.",),
    "special-factors": ("The IEP team must consider each of the following.",),
    "progress": ("State when reports on progress toward the goals will be given to the parents.",),
}

LABELS: dict[str, tuple[str, ...]] = {
    "student": ("Student Name", "Student", "Name of Student", "Student's Name", "Name"),
    "birth": ("Date of Birth", "DOB", "Birth Date", "Birthdate"),
    "grade": ("Grade", "Current Grade", "Grade Level"),
    "school": ("School", "Attending School", "School Building", "School of Attendance"),
    "district": ("District", "School District", "LEA", "District of Residence"),
    "disability": (
        "Disability",
        "Primary Disability",
        "Eligibility Category",
        "Disability Classification",
        "Area of Eligibility",
    ),
    "meeting": ("IEP Meeting Date", "Date of IEP Meeting", "Meeting Date", "Date of Meeting"),
    "start": ("IEP Start Date", "IEP Begin Date", "Effective Date", "Implementation Date", "IEP Initiation Date"),
    "end": ("IEP End Date", "End Date of IEP", "IEP Expiration Date"),
    "evaluation": (
        "Most Recent Evaluation",
        "Date of Last Evaluation",
        "Last Evaluation Date",
        "Most Recent Evaluation Date",
    ),
    "reevaluation": (
        "Reevaluation Due",
        "Next Reevaluation Date",
        "Three-Year Reevaluation Due",
        "Triennial Due Date",
        "Next Reevaluation Due",
    ),
    "parents": ("Parent/Guardian", "Parents", "Parent(s)/Guardian(s)", "Name of Parent(s)"),
    "goal": ("Annual Goal", "Measurable Annual Goal", "Goal", "Goal Statement"),
    "area": ("Area of Need", "Goal Area", "Area", "Content Area"),
    "baseline": ("Baseline", "Present Level/Baseline", "Current Level", "Baseline Data"),
    "criterion": ("Criteria", "Criterion for Mastery", "Mastery Criteria", "Criteria for Success", "Target"),
    "method": (
        "Method of Measurement",
        "How progress will be measured",
        "Evaluation Method",
        "Measured by",
        "Procedure",
    ),
    "schedule": (
        "Schedule for Reporting Progress",
        "Progress Reported",
        "When progress will be reported",
        "Reporting Schedule",
        "Frequency of Reports",
    ),
    "evaluator": ("Person Responsible", "Responsible Staff", "Responsible Person(s)", "Evaluator"),
    "objectives": ("Short-Term Objectives", "Benchmarks or Short-Term Objectives", "Objectives/Benchmarks"),
    "service": ("Service", "Special Education Service", "Type of Service", "Service Type", "Services"),
    "frequency": ("Frequency", "How Often"),
    "duration": ("Duration", "Amount", "Length of Session", "Minutes per Session"),
    "place": ("Location", "Setting", "Place", "Location of Service"),
    "provider": ("Provider", "Responsible Provider", "Service Provider", "Position Responsible"),
    "begin": ("Start Date", "Begin Date", "Initiation Date", "Beginning Date"),
    "finish": ("End Date", "Ending Date", "Anticipated End"),
    "both": ("Dates", "Start and End Dates", "Projected Dates", "Beginning/Ending Dates"),
    "total": ("Minutes per Week", "Min/Week", "Total Minutes per Week", "Weekly Minutes"),
    "amount": ("Amount of Time", "Frequency and Duration", "Amount/Frequency", "Frequency/Duration"),
    "aid": ("Accommodation/Support", "Aid or Service", "Accommodation", "Support"),
    "often": ("Frequency", "When", "How Often"),
    "where": ("Location", "Setting", "Where"),
}

# Sentences that stand between the parts of a form and belong to none.
LAW = (
    "Under 34 CFR 300.320 the IEP must include a statement of the special education and related "
    "services to be provided to the child.",
    "Parents are members of the IEP team and take part in every decision about the program of their child.",
    "A copy of the procedural safeguards notice was given to the parents. Please ask if you would like "
    "any part of it explained.",
    "The team may invite other individuals who have knowledge or special expertise regarding the child.",
    "If the student's behavior impedes learning, the team considers positive behavioral interventions and supports.",
    "This document replaces all earlier versions. Keep a copy with your records.",
)
