"""The loop that seats applicants and those who move together, written so that Numba can compile it."""

from __future__ import annotations

from bedside.matching.seats import Lists, Seats, Waiting, Wishes

BEGIN, WAITING, OPENED, MOVES, LATEST_FIRST = range(5)  # what stands where in Waiting.counts
IN_A_UNIT = -2  # where an applicant is whose unit tells it


def seat_all(
    lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, order: list[int], latest_first: int, most: int
) -> None:
    """Let units in one after another in an order, until nobody is left to look at or there were too many moves.

    1. Whoever is looked at takes the best wish above the one they have whose programs would all take them.
    2. A program over its quota lets go the one it ranks last. Who moves together leaves together.
    3. Whoever was let go is looked at again, and so is everybody who would rather be where a position opened: first
       come, first served, as looking at the next one at once made many go round in circles.
    """
    singles = len(wishes.unit_of)
    waiting.counts[LATEST_FIRST] = latest_first
    for unit in order:
        wait(waiting, singles + unit)
        while waiting.counts[WAITING] > 0 and waiting.counts[MOVES] < most:
            look_at(lists, wishes, seats, waiting, next_waiting(waiting))


def look_at(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, item: int) -> None:
    """Move an applicant or a unit to the best wish they can have now, if it is above the one they have."""
    singles = len(wishes.unit_of)
    if item < singles:
        move_single(lists, wishes, seats, waiting, item)
    else:
        move_unit(lists, wishes, seats, waiting, item - singles)
    call_back(lists, wishes, seats, waiting)


def move_single(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, applicant: int) -> None:
    """Move an applicant who moves alone, if they can do better."""
    entry = best_entry(lists, seats, applicant)
    if entry >= 0:
        leave(lists, wishes, seats, waiting, applicant)
        seats.at[applicant] = entry
        sit(lists, seats, lists.place_of[entry])
        let_go(lists, wishes, seats, waiting, lists.program_of[entry])
        waiting.counts[MOVES] += 1


def move_unit(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, unit: int) -> None:
    """Move those who move together, if they can do better."""
    now = seats.sits[unit]
    leave(lists, wishes, seats, waiting, len(wishes.unit_of) + unit)
    wish = best_wish(wishes, seats, unit, now)
    sit_down(lists, wishes, seats, unit, wish)
    if wish == now:
        forget_opened(waiting)
        return
    for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
        let_go(lists, wishes, seats, waiting, wishes.programs[at])
    waiting.counts[MOVES] += 1


def best_entry(lists: Lists, seats: Seats, applicant: int) -> int:
    """The first entry above the one they have whose program would take an applicant; -1 where there is none."""
    now = seats.at[applicant]
    for entry in range(lists.starts[applicant], lists.starts[applicant + 1] if now < 0 else now):
        program = lists.program_of[entry]
        if seats.open[program] > 0 or lists.place_of[entry] < seats.last[program]:
            return entry
    return -1


def best_wish(wishes: Wishes, seats: Seats, unit: int, now: int) -> int:
    """The first wish of a unit, which sits nowhere, that can be had; at worst the one it had, -1 for none."""
    for wish in range(wishes.starts[unit], wishes.starts[unit + 1] if now < 0 else now):
        if would_be_taken(wishes, seats, wish):
            return wish
    return now


def would_be_taken(wishes: Wishes, seats: Seats, wish: int) -> bool:
    """Whether every program of a wish, choosing among whom it holds and who comes, would keep all who come."""
    first, end = wishes.place_starts[wish], wishes.place_starts[wish + 1]
    for at in range(first, end):
        program, worst = wishes.programs[at], wishes.places[at]
        needed = 1 - seats.open[program]  # how many have to be let go
        for other in range(first, end):
            if other != at and wishes.programs[other] == program:
                needed += 1
                worst = max(worst, wishes.places[other])
        place = seats.last[program]
        while needed > 0:
            while place > worst and seats.held[place] == 0:
                place -= 1
            if place <= worst:
                return False
            needed -= 1
            place -= 1
    return True


def sit(lists: Lists, seats: Seats, place: int) -> None:
    """Hold a place, be the program over its quota or not."""
    program = lists.program_at[place]
    seats.held[place] = 1
    seats.last[program] = max(place, seats.last[program])
    seats.open[program] -= 1


def sit_down(lists: Lists, wishes: Wishes, seats: Seats, unit: int, wish: int) -> None:
    """Hold every place of a wish, if it is one."""
    seats.sits[unit] = wish
    if wish >= 0:
        for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
            sit(lists, seats, wishes.places[at])


def rise(lists: Lists, seats: Seats, waiting: Waiting, place: int) -> None:
    """Give up a place, and remember that its program has one more open."""
    program = lists.program_at[place]
    last, first = seats.last[program], lists.program_starts[program]
    seats.held[place] = 0
    seats.open[program] += 1
    while last > first and seats.held[last] == 0:
        last -= 1
    seats.last[program] = last
    if waiting.was_opened[program] == 0:
        waiting.was_opened[program] = 1
        waiting.opened[waiting.counts[OPENED]] = program
        waiting.counts[OPENED] += 1


def leave(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, item: int) -> None:
    """Take an applicant or a unit out of every place they hold."""
    singles = len(wishes.unit_of)
    if item < singles:
        if seats.at[item] >= 0:
            rise(lists, seats, waiting, lists.place_of[seats.at[item]])
            seats.at[item] = -1
        return
    wish = seats.sits[item - singles]
    if wish >= 0:
        for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
            rise(lists, seats, waiting, wishes.places[at])
        seats.sits[item - singles] = -1


def let_go(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, program: int) -> None:
    """Have a program over its quota let go whom it ranks last, and all who move with them."""
    while seats.open[program] < 0:
        applicant = lists.applicant_at[seats.last[program]]
        unit = wishes.unit_of[applicant]
        item = applicant if unit < 0 else len(wishes.unit_of) + unit
        leave(lists, wishes, seats, waiting, item)
        wait(waiting, item)


def call_back(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting) -> None:
    """Have everybody looked at who would rather be at a program where the move at hand left a position open."""
    for number in range(waiting.counts[OPENED]):
        program = waiting.opened[number]
        waiting.was_opened[program] = 0
        if seats.open[program] > 0:
            for place in range(lists.program_starts[program], lists.program_starts[program + 1]):
                if seats.held[place] == 0:
                    applicant = lists.applicant_at[place]
                    at = seats.at[applicant]
                    if at == IN_A_UNIT:
                        wait(waiting, len(wishes.unit_of) + wishes.unit_of[applicant])
                    elif at == -1 or at > lists.entry_at[place]:
                        wait(waiting, applicant)
    waiting.counts[OPENED] = 0


def forget_opened(waiting: Waiting) -> None:
    """Forget which programs were opened, and by whom nobody was called back."""
    for number in range(waiting.counts[OPENED]):
        waiting.was_opened[waiting.opened[number]] = 0
    waiting.counts[OPENED] = 0


def wait(waiting: Waiting, item: int) -> None:
    """Put somebody at the end of the line who does not wait yet."""
    if waiting.waits[item] == 0:
        waiting.waits[item] = 1
        waiting.line[(waiting.counts[BEGIN] + waiting.counts[WAITING]) % len(waiting.line)] = item
        waiting.counts[WAITING] += 1


def next_waiting(waiting: Waiting) -> int:
    """Take the next one out of the line: who came first, or who came last."""
    waiting.counts[WAITING] -= 1
    at = waiting.counts[BEGIN]
    if waiting.counts[LATEST_FIRST] == 1:
        at = (at + waiting.counts[WAITING]) % len(waiting.line)
    else:
        waiting.counts[BEGIN] = (at + 1) % len(waiting.line)
    item: int = waiting.line[at]
    waiting.waits[item] = 0
    return item


def could_do_better(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, better: list[int]) -> int:
    """Mark in `better`, and count, every applicant and unit with a wish above the one they have that can be had."""
    count = 0
    singles = len(wishes.unit_of)
    for applicant in range(singles):
        if wishes.unit_of[applicant] < 0 and best_entry(lists, seats, applicant) >= 0:
            better[applicant] = 1
            count += 1
    for unit in range(len(seats.sits)):
        now = seats.sits[unit]
        leave(lists, wishes, seats, waiting, singles + unit)
        if best_wish(wishes, seats, unit, now) != now:
            better[singles + unit] = 1
            count += 1
        sit_down(lists, wishes, seats, unit, now)
        forget_opened(waiting)
    return count
