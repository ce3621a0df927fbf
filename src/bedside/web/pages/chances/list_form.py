"""What is asked of the list: money, how many, the mix, places, preferences and pins, as they stand in the address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.wording import shortened, some_of
from bedside.evidence.library import load_evidence
from bedside.evidence.specialties import specialties_named
from bedside.programs.directory import Directory
from bedside.web.forms.fields import Field
from bedside.web.pages.chances.asked_fields import MOST_PROGRAMS, Fields
from bedside.web.pages.chances.odds_form import TIES
from bedside.web.store.dossiers import Opened

MOST_DOLLARS = 100_000
ANY_MIX, ARTICLE_MIX, OWN_MIX = "", "article", "own"
WISH, RULE = "wish", "rule"
SORTS = ("adds", "signal", "chosen", "name", "state", "specialty")
SHARES = ("community", "university-affiliated", "university", "name-brand")
MOST_PREFERRED = 3
HOW_MANY = "Left empty: as many as you plan, or as the budget buys."
_USUAL_SHARE = 50
_OWN = json.dumps({"mix": [OWN_MIX]})
_WITH_MIX = json.dumps({"mix": [ARTICLE_MIX, OWN_MIX]})
_PINS = ("pin", "out")
_LONGEST_KEY = 40
_NOT_THERE = "Not in the directory, so neither held nor left out: {keys}."
_USUAL = {"holds": WISH, "near": str(_USUAL_SHARE), "share": "0", "worth": "100", "sort": SORTS[0]}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the applicant sets; `query` says it again as an address, without what is not understood.

    `mix` are four shares in percent, in the order of `SHARES`. `preferences` are parts of one by specialty. `wrong` are
    sentences about what does not go together.
    """

    budget: int | None
    count: int | None
    mix: str
    shares: tuple[int, ...]
    mix_is_rule: bool
    mix_by_specialty: bool
    states: frozenset[str]
    least_share: float
    only_states: bool
    preferences: Mapping[str, float]
    ties: frozenset[str]
    pins: frozenset[str]
    outs: frozenset[str]
    sort: str
    is_full: bool
    fields: Mapping[str, Field]
    preference_fields: tuple[Field, ...]
    wrong: tuple[str, ...]
    query: str
    asked_with_own_mix: str = _OWN
    asked_with_mix: str = _WITH_MIX
    place_names: tuple[str, ...] = ("in", "near", "ties")

    def with_sort(self, sort: str) -> str:
        """The address of the same list in another order."""
        return self.with_("sort", sort)

    @property
    def in_full(self) -> str:
        """The address of the same list, worked out in full."""
        return self.with_("full", "1")

    @property
    def share_fields(self) -> tuple[Field, ...]:
        """The four shares of an own mix."""
        return tuple(self.fields[f"share-{one}"] for one in SHARES)

    @property
    def pins_in_order(self) -> tuple[str, ...]:
        """What has to be on the list, always in the same order."""
        return tuple(sorted(self.pins))

    @property
    def outs_in_order(self) -> tuple[str, ...]:
        """What must not be on it, always in the same order."""
        return tuple(sorted(self.outs))

    @property
    def has_more(self) -> bool:
        """Whether places, ties or preferences are set."""
        return bool(self.states or self.ties or self.preferences or self.only_states)

    def with_(self, name: str, value: str) -> str:
        """The address with something else asked for."""
        query = QueryDict(self.query, mutable=True)
        query[name] = value
        return f"?{query.urlencode()}"


def asked(sent: QueryDict, opened: Opened, directory: Directory) -> Asked:
    """Read what is asked for; what cannot be read is told at its field, and the usual takes its place."""
    fields, wrong = Fields(sent, "list"), []
    budget = fields.number("budget", "Budget for fees, $", 0, MOST_DOLLARS, help="Left empty: no limit.")
    count = fields.number("count", "Programs at most", 1, MOST_PROGRAMS, help=HOW_MANY)
    mix = fields.choice("mix", "Mix of types", {ANY_MIX: "any", ARTICLE_MIX: "55 / 30 / 10 / 5", OWN_MIX: "my own"})
    shares = tuple(fields.number(f"share-{one}", f"{one.capitalize()}, %", 0, 100, 0) or 0 for one in SHARES)
    if mix == OWN_MIX and sum(shares) != 100:
        wrong.append(f"Your shares of types sum to {sum(shares)} and not to 100, so the list is made without a mix.")
    holds = fields.choice("holds", "The mix is", {WISH: "a wish", RULE: "a rule"})
    by_specialty = fields.tick("each", "in each specialty by itself")
    states = fields.places("in", "In these states or regions", help="With commas: “OH, Midwest”. Left empty: anywhere.")
    share = fields.number("near", "At least so much of the list there, %", 1, 100, _USUAL_SHARE)
    only = fields.tick("only", "leave out all others")
    preferences, preference_fields = _preferences(sent, opened)
    ties = fields.places("ties", "Tied to", help=TIES)
    pins, outs = _pins(sent, directory)
    if unknown := [key for key in dict.fromkeys(_sent_pins(sent)) if key not in directory]:
        wrong.append(_NOT_THERE.format(keys=some_of([shortened(key, _LONGEST_KEY) for key in unknown])))
    if both := pins & outs:
        wrong.append(f"{_named(both, directory)}: asked for and left out at once, so it is left out.")
    sort = sent.get("sort", SORTS[0])
    return Asked(
        budget=budget,
        count=count,
        mix="" if mix == OWN_MIX and sum(shares) != 100 else mix,
        shares=shares,
        mix_is_rule=holds == RULE,
        mix_by_specialty=by_specialty,
        states=states,
        least_share=(share or _USUAL_SHARE) / 100,
        only_states=only,
        preferences=preferences,
        ties=ties,
        pins=pins - outs,
        outs=outs,
        sort=sort if sort in SORTS else SORTS[0],
        is_full=sent.get("full") == "1",
        fields=fields.made,
        preference_fields=preference_fields,
        wrong=tuple(wrong),
        query=_query(sent, (*fields.made.values(), *preference_fields), pins - outs, outs),
    )


def _preferences(sent: QueryDict, opened: Opened) -> tuple[dict[str, float], tuple[Field, ...]]:
    """What a match in each of the specialties aimed at is worth; none where there is only one of them."""
    evidence = load_evidence()
    aimed_at = specialties_named(opened.dossier.target.specialties, evidence)[:MOST_PREFERRED]
    fields, names = Fields(sent, "list"), specialty_names(evidence)
    if len(aimed_at) < 2:
        return {}, ()
    worth = {key: fields.number(f"worth-{key}", names.get(key, key), 0, 100, 100) for key in aimed_at}
    told = {key: (100 if value is None else value) / 100 for key, value in worth.items()}
    return {} if set(told.values()) == {1.0} else told, tuple(fields.made.values())


def _pins(sent: QueryDict, directory: Directory) -> tuple[frozenset[str], frozenset[str]]:
    """The programs that have to be on the list, and those that must not be; a button may take one back."""
    free = set(sent.getlist("free"))
    pins, outs = ({key for key in sent.getlist(name) if key in directory and key not in free} for name in _PINS)
    return frozenset(pins), frozenset(outs)


def _sent_pins(sent: QueryDict) -> list[str]:
    """Every key that is held or left out, known or not, except one that a button takes back."""
    free = set(sent.getlist("free"))
    return [key for name in _PINS for key in sent.getlist(name) if key.strip() and key not in free]


def _query(sent: QueryDict, fields: Iterable[Field], pins: frozenset[str], outs: frozenset[str]) -> str:
    """The address again, with the pins as they stand now, and without what is empty or usual."""
    query = QueryDict(mutable=True)
    for name in (*(field.name for field in fields), "sort", "full"):
        value = str(sent.get(name, ""))
        if value and value != _USUAL.get(name.partition("-")[0]):
            query[name] = value
    query.setlist("pin", sorted(pins))
    query.setlist("out", sorted(outs))
    return query.urlencode()


def _named(keys: frozenset[str], directory: Directory) -> str:
    return "; ".join(sorted(directory.one(key).name for key in keys))
