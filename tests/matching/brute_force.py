"""Every stable matching of a tiny instance, found by trying all, straight from the definition and by names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

Match = dict[str, str | None]


@dataclass(frozen=True)
class Lists:
    """What two sides stated, by name; a pair counts where both rank each other."""

    applicants: dict[str, list[str]]
    programs: dict[str, list[str]]
    quotas: dict[str, int]

    def mutual(self, applicant: str, program: str) -> bool:
        return program in self.applicants[applicant] and applicant in self.programs.get(program, [])

    def likes(self, applicant: str, one: str | None, other: str | None) -> bool:
        """Whether an applicant would rather have `one` than `other`; None is to stay unmatched."""
        if one is None or one == other:
            return False
        return other is None or self.applicants[applicant].index(one) < self.applicants[applicant].index(other)

    def takes(self, program: str, applicant: str, match: Match) -> bool:
        """Whether a program has a position for this applicant, or holds somebody whom it ranks lower."""
        order = self.programs[program]
        held = [other for other, place in match.items() if place == program]
        if applicant in held:
            return False
        return len(held) < self.quotas[program] or any(order.index(applicant) < order.index(one) for one in held)

    def is_stable(self, match: Match) -> bool:
        within = all(list(match.values()).count(program) <= quota for program, quota in self.quotas.items())
        return within and not any(
            self.mutual(who, program) and self.likes(who, program, match[who]) and self.takes(program, who, match)
            for who in self.applicants
            for program in self.quotas
        )


def stable_matches(lists: Lists) -> Iterator[Match]:
    choices = [[None, *(p for p in lists.quotas if lists.mutual(who, p))] for who in lists.applicants]
    for chosen in product(*choices):
        match = dict(zip(lists.applicants, chosen, strict=True))
        if lists.is_stable(match):
            yield match


def best_for_applicants(lists: Lists, matches: list[Match]) -> Match:
    """The one that no applicant would leave for another stable one; there is exactly one."""
    (best,) = [m for m in matches if not any(lists.likes(w, other[w], m[w]) for other in matches for w in m)]
    return best


def worst_for_applicants(lists: Lists, matches: list[Match]) -> Match:
    (worst,) = [m for m in matches if not any(lists.likes(w, m[w], other[w]) for other in matches for w in m)]
    return worst
