"""The activity map: a strip of twelve months for every year since graduation, each month a colour and a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bedside.applicant.activity_map import MonthOfActivity
from bedside.applicant.parts.experience import Contact, Kind
from bedside.documents.blocks import Chart, Table
from bedside.documents.charts.svg import WIDTH, box, picture, rule, text, width_of
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count, month_in_short

LETTERS = {
    Kind.CLINICAL_PRACTICE: "C",
    Kind.ROTATION: "R",
    Kind.VOLUNTEERING: "V",
    Kind.RESEARCH: "E",
    Kind.JOB: "J",
    Kind.STUDY: "S",
    Kind.TEACHING: "T",
    Kind.OTHER: "O",
}
"""The letter of each kind of activity."""

NOTHING, GRADUATION = "nothing dated", "graduation"
_WITH_PATIENTS = (Contact.HANDS_ON, Contact.OBSERVER, Contact.CLINICAL_ADJACENT)
_LEFT, _TOP, _MONTHS = 52, 22, 12


def activity_chart(months: Sequence[MonthOfActivity], theme: Theme = LIGHT) -> Chart | None:
    """The map as a picture; None where no month has begun since that of graduation, which comes first.

    The month of graduation has its place and counts neither as activity nor as empty: a gap begins after it.
    """
    since = months[1:]
    if not since:
        return None
    title = finding(months)
    patients = sum(month.contact in _WITH_PATIENTS for month in since)
    says = (
        f"{count(len(since), 'month')} from {month_in_short(since[0].month)} to {month_in_short(since[-1].month)}: "
        f"{patients} with some contact with patients, {_empty(months)} with nothing dated."
    )
    return Chart(title, _draw(months, theme, (title, says)), says, _table(months))


def finding(months: Sequence[MonthOfActivity]) -> str:
    """How much of the time since the month of graduation is accounted for, in one sentence without a full stop."""
    empty = _empty(months)
    if not empty:
        return "Every month since graduation is accounted for"
    has = "has" if empty == 1 else "have"
    return f"{empty} of {count(len(months) - 1, 'month')} since graduation {has} nothing dated"


def _empty(months: Sequence[MonthOfActivity]) -> int:
    """How many months after the first, that of graduation, have nothing dated."""
    return sum(month.main_kind is None for month in months[1:])


def _draw(months: Sequence[MonthOfActivity], theme: Theme, words: tuple[str, str]) -> str:
    years = sorted({month.month.year for month in months})
    height = 26 if len(years) <= 14 else 19
    pitch = (WIDTH - _LEFT) / _MONTHS
    shapes = [
        text(
            _LEFT + (index + 0.5) * pitch,
            14,
            f"{months[0].month.replace(month=index + 1, day=1):%b}",
            theme.quiet,
            12,
            anchor="middle",
        )
        for index in range(_MONTHS)
    ]
    shapes += [text(0, _TOP + (row + 0.5) * height + 4, str(year), theme.ink, 12.5) for row, year in enumerate(years)]
    for month in months:
        x, y = _LEFT + (month.month.month - 1) * pitch, _TOP + years.index(month.month.year) * height
        if month is months[0]:
            shapes += _graduation(x, y, pitch, height, theme)
        else:
            shapes += _month(month, x, y, pitch, height, theme)
    bottom = _TOP + len(years) * height
    legend, depth = _legend(months, bottom + 22, theme)
    return picture(depth + 8, *words, [*shapes, *legend])


def _month(month: MonthOfActivity, x: float, y: float, width: float, height: float, theme: Theme) -> Iterator[str]:
    if month.main_kind is None:
        yield box(x + 2, y + 2, width - 4, height - 4, theme.paper, theme.quiet, dashed=True)
        return
    patients = month.contact in _WITH_PATIENTS
    yield box(x + 2, y + 2, width - 4, height - 4, _fill(month.main_kind, theme))
    yield text(
        x + width / 2,
        y + height / 2 + (3 if patients else 4.5),
        LETTERS[month.main_kind],
        theme.paper,
        12.5,
        600,
        "middle",
    )
    if patients:
        yield rule(x + width / 2 - 9, y + height - 6, x + width / 2 + 9, y + height - 6, theme.paper, 1.6)


def _graduation(x: float, y: float, width: float, height: float, theme: Theme) -> Iterator[str]:
    yield box(x + 2, y + 2, width - 4, height - 4, theme.surface)
    yield text(x + width / 2, y + height / 2 + 4.5, "G", theme.quiet, 12.5, 600, "middle")


def _fill(kind: Kind, theme: Theme) -> str:
    return {
        Kind.CLINICAL_PRACTICE: theme.green,
        Kind.ROTATION: theme.green,
        Kind.VOLUNTEERING: theme.green,
        Kind.RESEARCH: theme.violet,
        Kind.JOB: theme.blue,
        Kind.STUDY: theme.brick,
        Kind.TEACHING: theme.violet,
        Kind.OTHER: theme.quiet,
    }[kind]


def _legend(months: Sequence[MonthOfActivity], y: float, theme: Theme) -> tuple[list[str], float]:
    """Graduation, the kinds that occur, patients and the empty month, on as many lines as they need."""
    since = months[1:]
    entries = [(box(0, 0, 22, 16, theme.surface) + text(11, 12, "G", theme.quiet, 12, 600, "middle"), GRADUATION)]
    entries += [
        (
            box(0, 0, 22, 16, _fill(kind, theme)) + text(11, 12, LETTERS[kind], theme.paper, 12, 600, "middle"),
            kind.value,
        )
        for kind in LETTERS
        if any(month.main_kind is kind for month in since)
    ]
    if any(month.contact in _WITH_PATIENTS for month in since):
        entries.append((rule(0, 10, 22, 10, theme.ink, 1.8), "line: contact with patients"))
    if _empty(months):
        entries.append((box(0, 0, 22, 16, theme.paper, theme.quiet, dashed=True), NOTHING))
    x, shapes = float(_LEFT), []
    for drawn, words in entries:
        room = 28 + width_of(words, 12) + 18
        if x + room > WIDTH and x > _LEFT:
            x, y = float(_LEFT), y + 24
        shapes.append(f'<g transform="translate({x:.0f} {y - 12:.0f})">{drawn}</g>')
        shapes.append(text(x + 28, y, words, theme.quiet, 12))
        x += room
    return shapes, y


def _table(months: Sequence[MonthOfActivity]) -> Table:
    return Table(
        head=("From", "To", "Months", "Mainly", "Closest contact with patients"),
        rows=tuple(_table_rows(months)),
        widths=(1.4, 1.4, 1, 2, 3),
        align=("left", "left", "right", "left", "left"),
        caption="What each stretch since graduation was",
    )


def _table_rows(months: Sequence[MonthOfActivity]) -> Iterator[tuple[str, ...]]:
    """The month of graduation, and then neighbouring months of the same kind and contact as one row."""
    graduated = month_in_short(months[0].month)
    yield (graduated, graduated, "1", GRADUATION, "")
    start = 1
    for index, month in enumerate(months[1:], start=1):
        after = months[index + 1] if index + 1 < len(months) else None
        if after and (after.main_kind, after.contact) == (month.main_kind, month.contact):
            continue
        first = months[start]
        kind = month.main_kind.value if month.main_kind else NOTHING
        contact = month.contact.value if month.contact else ""
        yield (month_in_short(first.month), month_in_short(month.month), str(index - start + 1), kind, contact)
        start = index + 1
