"""Which gates need attention first: those not met, then those not known, and of each kind the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bedside.standing.results import Gate, State

_OPEN = (State.NOT_MET, State.UNKNOWN)
_OF_A_STATUS = ("h1b-years-left", "ead-training-start")


def gates_that_need_attention(gates: Iterable[Gate], as_of: date, status_is_known: bool = True) -> tuple[Gate, ...]:
    """The open gates, those not met before those not known, and the nearest day first; one of each kind.

    Of several gates about one thing, such as the certificate on four days, the one with the next day to come stands
    for all. While the status is not known, a clock of one status is not a gate yet: the status itself is asked for.
    """

    def urgency(gate: Gate) -> tuple[bool, bool, date]:
        has_a_day_to_come = gate.on is not None and gate.on > as_of
        return gate.state is State.UNKNOWN, not has_a_day_to_come, gate.on or date.max

    of_each_kind: dict[str, Gate] = {}
    for gate in sorted(_open(gates, status_is_known), key=urgency):
        of_each_kind.setdefault(gate.name.partition(".")[0], gate)
    return tuple(of_each_kind.values())


def _open(gates: Iterable[Gate], status_is_known: bool) -> tuple[Gate, ...]:
    return tuple(gate for gate in gates if gate.state in _OPEN and (status_is_known or gate.name not in _OF_A_STATUS))
