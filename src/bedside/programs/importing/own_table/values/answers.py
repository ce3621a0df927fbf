"""Yes, no, and the many ways in between; what says neither makes no claim."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.words import meant, mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.values.column import CROSS, Column


class Answer(Enum):
    """What a cell answers."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"
    NEITHER = "neither"


@lru_cache(maxsize=65_536)
def answer_in(text: str) -> Answer:
    """What a text answers: by the whole of it, else by how it begins, where nothing after that turns it round."""
    spelled = plain(text)
    for kind, answer in (("perhaps", Answer.PERHAPS), ("no", Answer.NO), ("yes", Answer.YES)):
        if spelled in meant(kind):
            return answer
    if mentions("perhaps", spelled):
        return Answer.PERHAPS
    for kind, answer in (("no", Answer.NO), ("yes", Answer.YES)):
        beginning = next((word for word in meant(kind) if _begins(spelled, word)), None)
        if beginning is not None:
            turned = answer is Answer.YES and mentions("no", spelled[len(beginning) :])
            return Answer.PERHAPS if turned else answer
    return Answer.NEITHER


def read_yes_no(text: str, column: Column) -> CellRead:
    """The answer as a claim about the field of the column."""
    field = column.heading.meaning
    if plain(text) == CROSS:
        said = Said(field, column.cross_is_yes, is_unsure=True)
        means = (
            "yes, since no other cell of the column says yes"
            if column.cross_is_yes
            else "no, beside cells that say yes"
        )
        return CellRead((said,), remark=f"An x is read as {means}.")
    answer = answer_in(text)
    if answer is Answer.NEITHER:
        return cannot("It says neither yes nor no.", "Write yes or no in its own cell; leave it empty where unknown.")
    if answer is Answer.PERHAPS:
        return CellRead(
            (Said(field, True, is_unsure=True),),
            remark="“Case by case” and the like are read as yes, marked unsure.",
        )
    return CellRead((Said(field, answer is Answer.YES),))


def read_friendly(text: str, column: Column) -> CellRead:
    """“IMG friendly: yes” says that it takes IMGs; no says only that it is not friendly."""
    if plain(text) == CROSS or answer_in(text) in (Answer.NO, Answer.NEITHER):
        return cannot("Not being friendly to IMGs does not say that none are taken, so it is kept as a note.")
    return CellRead((Said("accepts-img", True, is_unsure=answer_in(text) is Answer.PERHAPS),))


def read_observing(text: str, column: Column) -> CellRead:
    """Whether observerships count: the opposite of counting hands-on only."""
    answer = answer_in(text)
    if answer not in (Answer.YES, Answer.NO):
        return cannot("It does not say whether observing counts.", "Write yes or no in its own cell.")
    return CellRead((Said("us-clinical.hands-on-only", answer is Answer.NO),))


def read_step_3(text: str, column: Column) -> CellRead:
    """Whether Step 3 is needed or preferred."""
    spelled, answer = plain(text), answer_in(text)
    if mentions("h1b-only", spelled):
        return cannot("It is asked for under a condition, as for H-1B only, so it is kept as a note.")
    if answer is not Answer.NO and (mentions("preference", spelled) or column.heading.force is Force.PREFERENCE):
        return _of_preference(answer, spelled)
    if answer is Answer.NO:
        return CellRead((Said("step-3.needed", False),))
    if spelled in ("required", "must", "mandatory", "needed", "must have", "must be passed"):
        return CellRead((Said("step-3.needed", True),))
    if answer is Answer.YES:
        return CellRead((Said("step-3.needed", True, is_unsure=column.heading.force is not Force.LIMIT),))
    return cannot("It does not say whether Step 3 is needed.", "Write required, preferred or not required.")


def _of_preference(answer: Answer, spelled: str) -> CellRead:
    if answer is Answer.NEITHER and not mentions("preference", spelled):
        return cannot("It does not say whether Step 3 is preferred.", "Write required, preferred or not required.")
    return CellRead((Said("step-3.preferred", True, is_unsure=answer is Answer.PERHAPS),))


def _begins(spelled: str, word: str) -> bool:
    return spelled.startswith(word) and not spelled[len(word) : len(word) + 1].isalnum()
