"""What a form might call its parts that no list of wordings holds, by the key of the heading or label.

A reader who has never seen these words still sees that something is written there: nothing may be said to be missing
from a plan where what it says stands under words that were not understood.
"""

from __future__ import annotations

UNKNOWN_HEADINGS: dict[str, tuple[str, ...]] = {
    "present-levels": ("A picture of this learner today", "Where things stand"),
    "impact": ("What gets in the way in class", "Why this matters at school"),
    "annual-goals": ("What we are working toward this year", "Aims for the coming months"),
    "services": ("Help that will be given", "What the school is going to provide"),
    "special-education": ("Teaching that is different", "Individual lessons"),
    "related-services": ("Further help", "Other people who work with the learner"),
    "supplementary-aids": ("What makes the classroom work", "Things that help every day"),
    "personnel-supports": ("What the adults need", "Help for those who teach"),
    "nonparticipation": ("Time away from classmates", "When and why somewhere else"),
    "assessment": ("Tests that everyone takes", "Spring testing"),
    "esy": ("Over the summer", "June to August"),
    "progress": ("How the family hears about growth", "News from school"),
    "special-factors": ("Things the group thought about", "Points to look at"),
}

UNKNOWN_LABELS: dict[str, tuple[str, ...]] = {
    "goal": ("Aim for the year", "This is what we want to see"),
    "area": ("Strand", "Family of skills"),
    "baseline": ("Right now", "At the outset"),
    "criterion": ("Good enough means", "We are there when"),
    "method": ("Growth by looking", "The way we know"),
    "schedule": ("News goes home", "Families hear"),
    "evaluator": ("In whose hands", "Kept by"),
    "objectives": ("Smaller pieces on the way", "On the way there"),
    "service": ("What is given", "Kind of help"),
    "frequency": ("How many", "Times"),
    "duration": ("How much of it", "Long"),
    "place": ("Whereabouts", "Spot"),
    "provider": ("By whose hand", "Given by whom"),
    "begin": ("Opens", "Kicks off"),
    "finish": ("Closes", "Wraps up"),
    "both": ("In force", "Span"),
    "total": ("Sum of the week", "All in all"),
    "amount": ("How much of it", "Dose"),
    "meeting": ("We sat down on", "Day at the table"),
    "start": ("This plan opens", "In force from"),
    "end": ("This plan closes", "In force to"),
    "evaluation": ("Last looked at", "Tested on"),
    "reevaluation": ("To be looked at again", "Tested again by"),
}
