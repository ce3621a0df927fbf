"""Whether a program sponsors a visa that the applicant needs and would take; nothing here is advice on status."""

from __future__ import annotations

from bedside.applicant.parts.shape import Answer
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.results import Criterion, Note, State
from bedside.programs.eligibility.settling import Settled, settled
from bedside.programs.eligibility.visa_needed import ENTRIES, F1_OPT, H1B, J1, NEEDS, TITLES
from bedside.programs.program import Listed

FIELDS_READ = (J1, H1B, F1_OPT)


def visa(listed: Listed, asker: Asker) -> Criterion:
    """The visa as one limit.

    1. Who needs none is not concerned.
    2. Each visa is open (the program sponsors it and it would be taken), closed (the program does not, or it would
       not be taken), or unsettled.
    3. One open, or both sponsored and not both refused: met. All closed: it excludes, unless the need itself is not
       told. Else the first of: what to ask, what the dossier does not tell, what nobody reports; one closed and
       nothing reported of the other is to be asked.
    """
    need = asker.visa
    if need.needed is Answer.NO:
        return _criterion(State.NOT_NEEDED, "You need no visa to train.", asker)
    sponsored = {field: _sponsored(listed, field) for field in TITLES}
    ways = {field: _way(sponsored[field], need.would_take[field]) for field in TITLES}
    either = all(one.state is State.MET for one in sponsored.values()) and State.NOT_TOLD in ways.values()
    if State.MET in ways.values() or either:
        return _criterion(State.MET, f"It sponsors {_named(sponsored, State.MET)}.", asker, sponsored)
    if set(ways.values()) == {State.EXCLUDES}:
        return _closed(listed, sponsored, asker)
    state = next(one for one in (State.ASK, State.NOT_TOLD, State.NOT_REPORTED) if one in ways.values())
    if state is State.NOT_REPORTED and State.EXCLUDES in ways.values():
        return _half_reported(ways, sponsored, asker)
    return _open(state, ways, sponsored, asker)


def note_on_h1b(criterion: Criterion, listed: Listed, asker: Asker) -> tuple[Note, ...]:
    """That Step 3 comes first, where the visa hangs on an H-1B alone and Step 3 is not passed."""
    only_h1b = listed.yes(H1B) is True and (listed.yes(J1) is not True or asker.visa.would_take[J1] is Answer.NO)
    if criterion.state is not State.MET or not only_h1b or asker.step_3 is Answer.YES:
        return ()
    says = "The way in is an H-1B, and that asks for Step 3 before the petition is filed."
    return (Note(says, (H1B,), asker.step_3_before_h1b),)


def _sponsored(listed: Listed, field: str) -> Settled:
    return settled(listed, field, lambda value: State.MET if value is True else State.EXCLUDES)


def _way(sponsored: Settled, would_take: Answer) -> State:
    """One visa as a way in: a visa that would not be taken is closed, whatever the program does."""
    if would_take is Answer.NO or sponsored.state is State.EXCLUDES:
        return State.EXCLUDES
    if sponsored.state is not State.MET:
        return sponsored.state
    return State.MET if would_take is Answer.YES else State.NOT_TOLD


def _closed(listed: Listed, sponsored: dict[str, Settled], asker: Asker) -> Criterion:
    offered = _named(sponsored, State.MET)
    says = f"It sponsors {offered} only, which you would not take." if offered else "It sponsors no visa you could use."
    if asker.visa.needed is Answer.UNKNOWN:
        told = f"{says[:-1]}; your dossier does not say whether you need one."
        return _criterion(State.NOT_TOLD, told, asker, sponsored, "whether you need a visa to train", (NEEDS,))
    if not offered and asker.visa.is_on_f1 and listed.yes(F1_OPT):
        says = "It sponsors neither visa, but lets residents begin on F-1 OPT."
        return _criterion(State.ASK, says, asker, sponsored, "whether your OPT would do, and what would come after it")
    return _criterion(State.EXCLUDES, says, asker, sponsored)


def _half_reported(ways: dict[str, State], sponsored: dict[str, Settled], asker: Asker) -> Criterion:
    """One visa is closed, and nobody says anything of the other."""
    (closed,) = (field for field, way in ways.items() if way is State.EXCLUDES)
    (other,) = (field for field in ways if field != closed)
    refused = asker.visa.would_take[closed] is Answer.NO
    why = f"You would not take {TITLES[closed]}" if refused else f"It does not sponsor {TITLES[closed]}"
    says = f"{why}, and no source says whether it sponsors {TITLES[other]}."
    if sponsored[closed].state is State.NOT_REPORTED:
        return _criterion(State.NOT_REPORTED, says, asker, sponsored, f"whether it sponsors {TITLES[other]}")
    if asker.visa.needed is Answer.UNKNOWN:
        return _criterion(State.NOT_TOLD, says, asker, sponsored, "whether you need a visa to train", (NEEDS,))
    return _criterion(State.ASK, says, asker, sponsored, f"whether it sponsors {TITLES[other]}")


def _open(state: State, ways: dict[str, State], sponsored: dict[str, Settled], asker: Asker) -> Criterion:
    names = " and ".join(TITLES[field] for field, way in ways.items() if way is state)
    if state is State.NOT_TOLD:
        entries = tuple(ENTRIES[field] for field, way in ways.items() if way is state)
        if asker.visa.needed is Answer.UNKNOWN:
            says = f"It sponsors {names}; your dossier does not say whether you need a visa."
            return _criterion(state, says, asker, sponsored, "whether you need a visa to train", (NEEDS, *entries))
        says = f"It sponsors {names}; your dossier does not say whether you would take that."
        return _criterion(state, says, asker, sponsored, f"whether you would train on {names}", entries)
    find_out = f"whether it sponsors {names.replace(' and ', ' or ')}"
    if state is State.NOT_REPORTED:
        return _criterion(state, f"No source says whether it sponsors {names}.", asker, sponsored, find_out)
    why = next(sponsored[field].why for field, way in ways.items() if way is state)
    return _criterion(state, f"Whether it sponsors {names} is open: {why}.", asker, sponsored, find_out)


def _named(sponsored: dict[str, Settled], state: State) -> str:
    return " and ".join(TITLES[field] for field, one in sponsored.items() if one.state is state)


def _criterion(
    state: State,
    says: str,
    asker: Asker,
    sponsored: dict[str, Settled] | None = None,
    find_out: str = "",
    entries: tuple[str, ...] = (),
) -> Criterion:
    fields = tuple(field for field, one in (sponsored or {}).items() if one.state is not State.NOT_REPORTED)
    return Criterion(
        "visa", "Visa", state, says, fields or (J1, H1B), entries or asker.visa.entries or (NEEDS,), find_out=find_out
    )
