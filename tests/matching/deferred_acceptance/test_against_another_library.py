"""A thousand random instances have the answers of the library `matching`, from both sides."""

from __future__ import annotations

import random
import warnings

from matching.games import HospitalResident

from bedside.matching.deferred_acceptance import solve
from bedside.matching.lists import Side
from bedside.matching.reading import from_mappings


def test_a_thousand_random_instances_agree_with_another_library() -> None:
    chance = random.Random(7)
    for _ in range(1_000):
        programs = [f"p{number}" for number in range(chance.randint(1, 6))]
        applicants = {
            f"a{number}": chance.sample(programs, chance.randint(1, len(programs)))
            for number in range(chance.randint(1, 14))
        }
        lists = {program: [who for who, ranked in applicants.items() if program in ranked] for program in programs}
        lists = {program: chance.sample(ranked, len(ranked)) for program, ranked in lists.items() if ranked}
        quotas = {program: chance.randint(1, 3) for program in lists}
        instance = from_mappings(applicants, lists, quotas)
        for side, optimal in ((Side.APPLICANT, "resident"), (Side.PROGRAM, "hospital")):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                game = HospitalResident.create_from_dictionaries(applicants, lists, quotas)
                theirs = {program.name: {one.name for one in held} for program, held in game.solve(optimal).items()}
            assert {program: set(held) for program, held in solve(instance, side).by_program().items()} == theirs
