"""How long and how readable a text is, and what came along unseen when it was pasted."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.parts.drafts import DraftPlace
from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight, is_spoken
from bedside.story.text.counting import characters, school_years_to_read, words
from bedside.story.text.pasted import unseen

LIMITS = {
    DraftPlace.STATEMENT: "myeras.statement-characters",
    DraftPlace.ENTRY: "myeras.experience-characters",
    DraftPlace.MOST_MEANINGFUL: "myeras.most-meaningful-characters",
    DraftPlace.IMPACTFUL: "myeras.impactful-experience-characters",
    DraftPlace.INTERRUPTION: "myeras.interruption-characters",
}
"""The figure that holds the limit of each written place."""

TOO_LONG = Rule(
    "too-long",
    "Longer than the form takes",
    Weight.MEND,
    "A form cuts off what is too long, or does not take it at all.",
    "Which sentence would you miss least if it were gone?",
)
MORE_THAN_A_PAGE = Rule(
    "more-than-a-page",
    "More than a page",
    Weight.WEAKENS,
    "What goes on over a second page is not read to its end.",
    "Which paragraph would a tired reader skip?",
)
LONG_SENTENCE = Rule(
    "long-sentence",
    "A long sentence",
    Weight.THINK,
    "A reader who scans loses the thread in it, and said aloud it takes more than one breath.",
    "Where would you breathe? Could a full stop stand there?",
)
HARD_TO_READ = Rule(
    "hard-to-read",
    "Hard to read quickly",
    Weight.THINK,
    "A reader who has two minutes takes in short words and short sentences.",
    "Which three long words could be short ones?",
)
UNSEEN = Rule(
    "unseen-marks",
    "Unseen marks",
    Weight.THINK,
    "They came along from a word processor or a web page. A form may count them or show boxes; copying from here "
    "leaves them out.",
    "Nothing to write: copy the clean text.",
)
TOO_SPOKEN_LONG = Rule(
    "too-long-to-say",
    "Longer than an answer should be",
    Weight.WEAKENS,
    "After a minute and a half nobody listens to the next sentence.",
    "Which part would the interviewer ask about anyway?",
)

RULES = (TOO_LONG, MORE_THAN_A_PAGE, TOO_SPOKEN_LONG, HARD_TO_READ, LONG_SENTENCE, UNSEEN)


def unseen_marks(draft: Draft, pasted: str) -> Iterator[Finding]:
    """What cannot be seen in the text as it was pasted; the draft has it no more."""
    marks = unseen(pasted)
    if marks:
        yield draft.about_the_whole(UNSEEN, f"There are {len(marks)}, such as: {marks[0][1]}. {UNSEEN.says}")


def form(draft: Draft) -> Iterator[Finding]:
    """Findings about the whole first, then long sentences in their places."""
    yield from _length(draft)
    yield from _reading(draft)


def limit_of(draft: Draft) -> int | None:
    """The characters that the form of a place takes; None where no limit is known."""
    name = LIMITS.get(draft.place)
    return int(draft.evidence.number(name)) if name is not None and name in draft.evidence else None


def seconds_to_say(draft: Draft) -> int:
    """How long the text takes to say aloud, at the pace that the evidence holds as a reading."""
    return round(len(words(draft.text)) / draft.evidence.number("reading.spoken-words-a-minute") * 60)


def _length(draft: Draft) -> Iterator[Finding]:
    limit, count = limit_of(draft), characters(draft.text)
    if limit is not None and count > limit:
        says = f"It counts {count:,} characters, {count - limit:,} more than the {limit:,} the form takes."
        yield draft.about_the_whole(TOO_LONG, says, because=draft.because(LIMITS[draft.place]))
    most = int(draft.evidence.number("reading.statement-words"))
    told = len(words(draft.text))
    if draft.place is DraftPlace.STATEMENT and told > most:
        says = f"It has {told:,} words; about {most} fill the page that is read."
        yield draft.about_the_whole(MORE_THAN_A_PAGE, says, because=draft.because("reading.statement-words"))
    longest, seconds = draft.evidence.number("reading.answer-seconds"), seconds_to_say(draft)
    if is_spoken(draft.place) and seconds > longest:
        says = f"Said aloud it takes about {seconds} seconds; up to {longest:g} are listened to."
        yield draft.about_the_whole(TOO_SPOKEN_LONG, says, because=draft.because("reading.answer-seconds"))


def _reading(draft: Draft) -> Iterator[Finding]:
    grade, highest = school_years_to_read(draft.text), draft.evidence.number("reading.highest-reading-grade")
    if grade is not None and grade > highest:
        says = f"By the Flesch–Kincaid formula it asks for {grade:g} years of school; up to {highest:g} reads quickly."
        yield draft.about_the_whole(HARD_TO_READ, says, because=draft.because("reading.highest-reading-grade"))
    most = draft.evidence.number("reading.longest-sentence-words")
    for start, end in draft.sentences:
        if len(words(draft.text[start:end])) > most:
            yield draft.finding(LONG_SENTENCE, start, end)
