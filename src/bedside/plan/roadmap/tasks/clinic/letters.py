"""Letters: asked for on the last day of each rotation, chased where promised, renewed where old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.letter_keys import letter_keys
from bedside.applicant.parts.letters import Letter, LetterKind
from bedside.calendar.months import add_months, months_between
from bedside.calendar.season import Event
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, finished, planned
from bedside.plan.roadmap.diary.rotations import letter_wait
from bedside.plan.situation import Situation

READINGS = ("lead.letter-weeks", "lead.letters-upload-from")


def letters(situation: Situation, rotations: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """One letter for each rotation, and what existing letters still need. No more than a season can take."""
    keys = letter_keys(situation.dossier.letters)
    existing = [
        draft
        for number, letter in enumerate(situation.dossier.letters)
        for draft in _existing(situation, number, letter, keys[number])
    ]
    asked = [_from_rotation(situation, one) for one in rotations]
    return (*existing, *asked, *_another(situation, len(existing) + len(asked)))


def is_recent(situation: Situation, written: date) -> bool:
    """Whether a letter is recent enough on the day programs open files."""
    return months_between(written, situation.files_opened) <= situation.number("article.recency.letters")


def name_of(letter: Letter) -> str:
    """The writer's name, without what the file adds after a comma."""
    return letter.writer.split(",")[0]


def due(situation: Situation) -> date:
    """Letters are planned to be there when applications may be submitted."""
    return max(situation.as_of, situation.submission)


def _from_rotation(situation: Situation, rotation: Draft) -> Draft:
    first = rotation.because[0].entry
    own = situation.entry(first, f"{rotation.title}: a letter can come from it.") if first else ()
    return planned(
        situation,
        "letters.ask",
        key=f"letters.from-{rotation.key}",
        title=f"On the last day, ask for a letter: {rotation.title}",
        why="Ask the physician who saw you most, for words on what you know, how you work and how you learn.",
        period=rotation.period,
        slips="Letters asked for late arrive late; programs open the file without them.",
        because=(*situation.because(*READINGS), *own),
        lead_time_days=letter_wait(situation),
        depends_on=(rotation.key,),
        on_same_day=True,
        not_finished_before=situation.on(Event.SEASON_OPENS),
        due=due(situation),
    )


def _existing(situation: Situation, number: int, letter: Letter, own_key: str) -> tuple[Draft, ...]:
    entry, because = f"letters[{number}]", situation.because(*READINGS, "article.recency.letters")
    written = letter.written.latest if letter.written else None
    if letter.written is not None and written is not None and not is_recent(situation, written):
        if letter.kind is LetterKind.HOME_COUNTRY:
            return ()
        title, why = (
            f"Ask {name_of(letter)} for a new date on the letter",
            f"It is dated {letter.written.in_words}, which is no longer recent when programs open files.",
        )
    elif letter.uploaded is not None and letter.uploaded <= situation.as_of and letter.written is not None:
        says = f"Letter of {letter.writer}, {letter.written.in_words}: uploaded, and still recent."
        own = situation.entry(entry, says)
        key = f"letters.uploaded-{own_key}"
        return (finished(key, f"Letter uploaded: {name_of(letter)}", Period.REBUILD, letter.uploaded, says, own),)
    elif written is not None:
        title, why = f"See the letter of {name_of(letter)} uploaded", "It is written; uploads open with the season."
    elif letter.promised or letter.asked:
        title, why = f"Remind {name_of(letter)} of the letter", "It was asked for and is not written."
    else:
        return ()
    draft = planned(
        situation,
        "letters.chase",
        key=f"letters.chase-{own_key}",
        title=title,
        why=why,
        period=Period.SUBMIT,
        slips="Programs open the file with one letter less.",
        because=(*situation.entry(entry, f"Letter of {letter.writer}."), *because),
        lead_time_days=letter_wait(situation) if written is None or not is_recent(situation, written) else 0,
        not_finished_before=situation.on(Event.SEASON_OPENS),
        due=due(situation),
    )
    return (replace(draft, not_before=_near(situation, draft)),)


def _near(situation: Situation, draft: Draft) -> date | None:
    """A reminder is no use a year ahead: it waits until its letter can be uploaded soon."""
    opens = situation.on(Event.SEASON_OPENS)
    if opens is None:
        return None
    return max(situation.as_of, opens - timedelta(days=draft.whole_days))


def _another(situation: Situation, count: int) -> tuple[Draft, ...]:
    """One more letter where what is there and what the rotations bring stays below what most programs want."""
    if count >= situation.interval("lead.letters-wanted").low:
        return ()
    return (
        planned(
            situation,
            "letters.another",
            title="Ask one more physician who knows your work today",
            why="A clinic where you volunteer, or the physicians you work with: someone who can name what you did.",
            period=Period.SUBMIT,
            slips="Some programs ask for three letters and do not read a file with two.",
            because=situation.because("lead.letters-wanted", "myeras.letters-per-program", *READINGS),
            lead_time_days=letter_wait(situation),
            not_before=_near_plain(situation),
            not_finished_before=situation.on(Event.SEASON_OPENS),
            due=due(situation),
        ),
    )


def _near_plain(situation: Situation) -> date | None:
    opens = situation.on(Event.SEASON_OPENS)
    return None if opens is None else add_months(opens, -1)
