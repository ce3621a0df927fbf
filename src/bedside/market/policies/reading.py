"""Policies from words such as `cap=60`, `signals=+5` and `positions=family-medicine:+500`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import find_specialty
from bedside.market.mistakes import MarketMistake
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.policies.extra_positions import ExtraPositions
from bedside.market.policies.more_signals import MoreSignals
from bedside.market.policies.policy import Policy
from bedside.market.tracks import Tracks

EXAMPLES = "cap=60, signals=+5, positions=family-medicine:+500"
MOST = {"cap": 1_000, "signals": 50, "positions": 10_000}
"""How large a change may be, up or down: beyond it the season has nothing to say."""
_FIELDS = {
    "preliminary-medicine": "internal-medicine-preliminary",
    "preliminary-surgery": "general-surgery-preliminary",
}


def policies_in(
    words: Sequence[str], fields: Sequence[str], evidence: Evidence, tracks: Tracks | None = None
) -> tuple[Policy, ...]:
    """The policies asked for, in order, each once. Raises MarketMistake with every mistake at once."""
    found, mistakes = dict[str, Policy](), []
    for one in dict.fromkeys(words):
        try:
            policy = _policy(one, fields, evidence, tracks)
            found.setdefault(policy.name, policy)
        except MarketMistake as mistake:
            mistakes.append(str(mistake))
    if mistakes:
        raise MarketMistake("\n".join(mistakes))
    return tuple(found.values())


def name_of(words: str, fields: Sequence[str], evidence: Evidence) -> str:
    """The name of the policy that is meant, however it is spelled; the words themselves where they name none here."""
    try:
        return _policy(words, fields, evidence, None).name
    except MarketMistake:
        return words


def _policy(words: str, fields: Sequence[str], evidence: Evidence, tracks: Tracks | None) -> Policy:
    kind, sign, value = words.partition("=")
    make = _MAKERS.get(kind.strip())
    if make is None or not sign:
        raise MarketMistake(f"“{words}” is no policy Bedside knows. Write one such as {EXAMPLES}.")
    return make(words, value.strip(), fields, evidence, tracks)


def _cap(words: str, value: str, fields: Sequence[str], evidence: Evidence, tracks: Tracks | None) -> Policy:
    most = _number(words, value)
    if most < 1:
        raise MarketMistake(f"“{words}”: a cap leaves at least one application.")
    if most > MOST["cap"]:
        raise MarketMistake(f"“{words}”: nobody sends so many. Write a cap from 1 to {MOST['cap']:,}.")
    return ApplicationCap(most)


def _signals(words: str, value: str, fields: Sequence[str], evidence: Evidence, tracks: Tracks | None) -> Policy:
    more, most = _number(words, value), MOST["signals"]
    if abs(more) > most:
        raise MarketMistake(f"“{words}”: that is further than a season can tell. Write -{most} to +{most} signals.")
    return MoreSignals(more)


def _positions(words: str, value: str, fields: Sequence[str], evidence: Evidence, tracks: Tracks | None) -> Policy:
    field, sign, more = value.partition(":")
    name = _field(field, fields, evidence)
    if name is None or not sign:
        raise MarketMistake(
            f"“{words}” names no specialty of the season. Write positions=SPECIALTY:+500, with one of "
            f"{', '.join(sorted(fields))}."
        )
    number, most = _number(words, more), MOST["positions"]
    if number > most:
        raise MarketMistake(f"“{words}”: that is further than a season can tell. Write at most +{most:,} positions.")
    if tracks is not None:
        there = int(tracks.positions[tracks.field == list(fields).index(name)].sum())
        if there + number < 1:
            raise MarketMistake(f"“{words}”: there are {there:,} positions, so that none would be left.")
    return ExtraPositions(name, number)


def _field(words: str, fields: Sequence[str], evidence: Evidence) -> str | None:
    """The field of the season with this name, or any usual one of the specialty; None where there is none."""
    plain = "-".join(words.casefold().replace("-", " ").split())
    found = find_specialty(words, evidence)
    keys = (plain, *(() if found is None else (_FIELDS.get(found.key, found.key),)))
    return next((key for key in keys if key in fields), None)


def _number(words: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise MarketMistake(f"“{words}” needs a whole number, as in {EXAMPLES}.") from None


_Maker = Callable[[str, str, Sequence[str], Evidence, "Tracks | None"], Policy]
_MAKERS: Mapping[str, _Maker] = {"cap": _cap, "signals": _signals, "positions": _positions}
