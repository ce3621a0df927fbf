"""The directory: every program as it is listed, and any of them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bedside.programs.claim import Origin
from bedside.programs.identity.known import Known
from bedside.programs.mention import Hospital, Mention, StateResult
from bedside.programs.mistakes import ProgramNotInDirectory
from bedside.programs.program import Listed, Program


@dataclass(frozen=True, slots=True)
class Question:
    """A mention that may be one of several programs: the user is asked, and the answer is remembered.

    `candidates` are pairs of a program's key and how alike it is (0 to 100), best first.
    """

    fingerprint: str
    mention: Mention
    origin: Origin
    candidates: tuple[tuple[str, float], ...]


class Directory:
    """Programs in a stable order, quick to list; a whole program is looked up when it is asked for."""

    def __init__(
        self,
        listed: tuple[Listed, ...],
        find: Callable[[str], Program],
        origins: tuple[Origin, ...] = (),
        questions: tuple[Question, ...] = (),
        is_sample: bool = False,
        known: Callable[[], tuple[Known, ...]] = tuple,
        state_results: Callable[[], tuple[StateResult, ...]] = tuple,
        hospitals: Callable[[], tuple[Hospital, ...]] = tuple,
    ) -> None:
        self.listed = listed
        self.origins = origins
        self.questions = questions
        self.is_sample = is_sample
        self._find = find
        self._known = known
        self._state_results = state_results
        self._hospitals = hospitals
        self._by_key = {one.key: one for one in listed}

    def __len__(self) -> int:
        return len(self.listed)

    def __iter__(self) -> Iterator[Listed]:
        return iter(self.listed)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def one(self, key: str) -> Listed:
        """A program as it is listed. Raises ProgramNotInDirectory."""
        if key not in self._by_key:
            raise ProgramNotInDirectory(key)
        return self._by_key[key]

    @property
    def known(self) -> tuple[Known, ...]:
        """Who each program is by names and numbers, for mentions that come later."""
        return self._known()

    @property
    def state_results(self) -> tuple[StateResult, ...]:
        """The results by state and specialty that were imported; none where none were."""
        return self._state_results()

    @property
    def hospitals(self) -> tuple[Hospital, ...]:
        """The teaching hospitals that were imported; none where none were."""
        return self._hospitals()

    def whole(self, key: str) -> Program:
        """A program with its tracks and all its claims. Raises ProgramNotInDirectory."""
        self.one(key)
        return self._find(key)
