"""Applications that do not agree with each other or with themselves, and places on the list that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.checks.known import Known, caution, mistake
from bedside.applicant.mistakes import Finding, Path, field_name, shown
from bedside.applicant.parts.applications import Application, ApplicationState
from bedside.applicant.parts.decision import Target


def applications_listed_twice(known: Known) -> Iterator[Finding]:
    """Two entries of one program, specialty and track in one season."""
    seen: dict[tuple[object, ...], Path] = {}
    for path, one in known.all(Application):
        words = (one.program, one.specialty or "", one.track or "")
        same = (*(word.casefold() for word in words), _match_of(one, known))
        if same in seen:
            what = f"{shown(one.program)} is already `{field_name(seen[same])}`."
            yield mistake(
                (*path, "program"), what, "Put both into one entry, or write the `track` of each if there are two."
            )
        seen.setdefault(same, path)


def places_given_twice(known: Known) -> Iterator[Finding]:
    """Two programs at one place of a rank order list."""
    seen: dict[tuple[int, int | None], Path] = {}
    for path, one in known.all(Application):
        if one.rank is None:
            continue
        place = (one.rank, _match_of(one, known))
        if place in seen:
            what = f"Place {one.rank} is already that of `{field_name(seen[place])}`."
            yield caution((*path, "rank"), what, "Give each its own place; until then the one further up counts first.")
        seen.setdefault(place, path)


def applications_that_do_not_add_up(known: Known) -> Iterator[Finding]:
    """A place on the list without an interview, and dates that say more than the state."""
    for path, one in known.all(Application):
        if one.rank is not None and not one.state.has_an_interview:
            yield caution(
                (*path, "rank"),
                f"It is on your rank order list, and it stands as {one.state}.",
                "Programs rank hardly anyone they have not interviewed. Write invited or interviewed, or take the "
                "place out.",
            )
        if one.state is ApplicationState.INTERVIEWED and one.interview is not None and one.interview > known.as_of:
            what = f"It stands as interviewed, and the interview is on {one.interview}."
            yield caution((*path, "state"), what, "Write invited until the day has come.")
        went_on = one.invited or one.interview
        if one.state is ApplicationState.PLANNED and (one.applied or went_on):
            what = "It stands as planned, and there is a day on which more happened."
            yield caution((*path, "state"), what, "Write applied, invited or interviewed, or take the day out.")
        if one.state is ApplicationState.APPLIED and went_on:
            what = "It stands as applied, and there is a day on which more happened."
            yield caution((*path, "state"), what, "Write how it stands now, or take the day out.")


def _match_of(one: Application, known: Known) -> int | None:
    target = known.one(Target)
    return one.match_year or (target.match_year if target else None)
