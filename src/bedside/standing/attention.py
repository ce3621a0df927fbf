"""Which gates need attention first: those not met, then those not known, and of each kind the nearest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bedside.standing.results import Gate, State

_OPEN = (State.NOT_MET, State.UNKNOWN)


def gates_that_need_attention(gates: Iterable[Gate], as_of: date) -> tuple[Gate, ...]:
    """The open gates, those not met before those not known, and the nearest day first; one of each kind.

    Of several gates about one thing, such as the certificate on four days, the one with the next day to come stands
    for all.
    """

    def urgency(gate: Gate) -> tuple[bool, bool, date]:
        has_a_day_to_come = gate.on is not None and gate.on > as_of
        return gate.state is State.UNKNOWN, not has_a_day_to_come, gate.on or date.max

    of_each_kind: dict[str, Gate] = {}
    for gate in sorted((gate for gate in gates if gate.state in _OPEN), key=urgency):
        of_each_kind.setdefault(gate.name.partition(".")[0], gate)
    return tuple(of_each_kind.values())
