"""The loop that seats applicants and those who move together, written so that Numba can compile it."""

from __future__ import annotations

from bedside.matching.together.seats import NOWHERE, Lists, Seats, Waiting, Wishes

BEGIN, WAITING, OPENED, DISPLACED, MOVES, LATEST_FIRST = range(6)  # what stands where in Waiting.counts
FOR_UNITS, FOR_ALL = 1, 2  # in Waiting.was_opened: who may come now to whom the program was closed


def seat_all(
    lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, order: list[int], latest_first: int, most: int
) -> None:
    """Let units in one after another in an order, until none is left to look at or there were too many moves.

    1. A unit that is looked at takes the best wish above the one it has whose programs would all take them.
    2. A program over its quota lets go the one it ranks last. Who moves together leaves together.
    3. An applicant who was let go takes the best program that would take them, who may let go another, and so on.
    4. A position that opened goes to the applicant whom the program ranks highest among those who would rather be
       there, which may open another, and so on.
    5. Units that were let go, or wish for a program where somebody left, are looked at next.
    """
    waiting.counts[LATEST_FIRST] = latest_first
    for unit in order:
        wait(waiting, unit)
        while waiting.counts[WAITING] > 0 and waiting.counts[MOVES] < most:
            move_unit(lists, wishes, seats, waiting, next_waiting(waiting))


def move_unit(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, unit: int) -> None:
    """Move those who move together, if they can do better, and everybody who has to move or would like to because."""
    now = seats.sits[unit]
    first = first_promising(wishes, seats, unit)
    if first < 0:
        return
    leave(lists, wishes, seats, waiting, unit)
    wish = best_wish(wishes, seats, unit, first, now)
    sit_down(wishes, seats, unit, wish)
    if wish == now:
        forget_opened(waiting)
        return
    waiting.counts[MOVES] += 1
    for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
        let_go(lists, wishes, seats, waiting, wishes.programs[at])
    settle(lists, wishes, seats, waiting)


def first_promising(wishes: Wishes, seats: Seats, unit: int) -> int:
    """The first wish above the one a unit has that no program closes by a glance; -1 where there is none.

    It closes it if it is full of others, all ranked above one who would come; the rest only `best_wish` tells.
    """
    starts, place_starts, programs, places = wishes.starts, wishes.place_starts, wishes.programs, wishes.places
    opened, lasts, now = seats.open, seats.last, seats.sits[unit]
    own, own_end = (0, 0) if now < 0 else (place_starts[now], place_starts[now + 1])
    for wish in range(starts[unit], starts[unit + 1] if now < 0 else now):
        closed = False
        for at in range(place_starts[wish], place_starts[wish + 1]):
            program = programs[at]
            if opened[program] <= 0 and places[at] > lasts[program]:
                mine = own
                while mine < own_end and programs[mine] != program:
                    mine += 1
                closed = mine == own_end
            if closed:
                break
        if not closed:
            return wish
    return -1


def best_entry(lists: Lists, seats: Seats, applicant: int) -> int:
    """The first entry above the one they have whose program would take an applicant; -1 where there is none."""
    now = seats.at[applicant]
    for entry in range(lists.starts[applicant], lists.starts[applicant + 1] if now < 0 else now):
        program = lists.program_of[entry]
        if seats.open[program] > 0 or lists.place_of[entry] < seats.last[program]:
            return entry
    return -1


def best_wish(wishes: Wishes, seats: Seats, unit: int, first: int, now: int) -> int:
    """The first wish of a unit, which sits nowhere, that can be had; at worst the one it had, -1 for none."""
    for wish in range(first, wishes.starts[unit + 1] if now < 0 else now):
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


def sit(seats: Seats, program: int, place: int) -> None:
    """Hold a place, be the program over its quota or not."""
    seats.held[place], seats.open[program] = 1, seats.open[program] - 1
    seats.last[program] = max(place, seats.last[program])


def sit_down(wishes: Wishes, seats: Seats, unit: int, wish: int) -> None:
    """Hold every place of a wish, if it is one."""
    seats.sits[unit] = wish
    if wish >= 0:
        for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
            sit(seats, wishes.programs[at], wishes.places[at])


def rise(lists: Lists, seats: Seats, waiting: Waiting, program: int, place: int) -> None:
    """Give up a place, and remember its program, and whether a position is open there now and none was."""
    last, first = seats.last[program], lists.program_starts[program]
    seats.held[place], seats.open[program] = 0, seats.open[program] + 1
    while last > first and seats.held[last] == 0:
        last -= 1
    seats.last[program] = last
    if waiting.was_opened[program] == 0:
        waiting.opened[waiting.counts[OPENED]] = program
        waiting.counts[OPENED] += 1
        waiting.was_opened[program] = FOR_UNITS
    if seats.open[program] == 1:
        waiting.was_opened[program] = FOR_ALL


def leave(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, unit: int) -> None:
    """Take a unit out of every place it holds."""
    wish = seats.sits[unit]
    if wish >= 0:
        for at in range(wishes.place_starts[wish], wishes.place_starts[wish + 1]):
            rise(lists, seats, waiting, wishes.programs[at], wishes.places[at])
        seats.sits[unit] = NOWHERE


def let_go(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, program: int) -> None:
    """Have a program over its quota let go whom it ranks last, and all who move with them."""
    while seats.open[program] < 0:
        place = seats.last[program]
        who = lists.who_at[place]
        if who >= 0:
            rise(lists, seats, waiting, program, place)
            seats.at[who] = NOWHERE
            waiting.displaced[waiting.counts[DISPLACED]] = who
            waiting.counts[DISPLACED] += 1
        else:
            leave(lists, wishes, seats, waiting, -1 - who)
            wait(waiting, -1 - who)


def settle(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting) -> None:
    """Fill what opened, then seat who was let go: else they would take what goes to somebody ranked higher."""
    while waiting.counts[OPENED] + waiting.counts[DISPLACED] > 0:
        if waiting.counts[OPENED] > 0:
            waiting.counts[OPENED] -= 1
            fill(lists, wishes, seats, waiting, waiting.opened[waiting.counts[OPENED]])
        else:
            waiting.counts[DISPLACED] -= 1
            applicant = waiting.displaced[waiting.counts[DISPLACED]]
            if seats.at[applicant] == NOWHERE:
                displace(lists, wishes, seats, waiting, applicant)
            elif best_entry(lists, seats, applicant) >= 0:  # called back meanwhile, and not to the best they can have
                move_single(lists, wishes, seats, waiting, applicant, best_entry(lists, seats, applicant))


def displace(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, applicant: int) -> None:
    """Seat an applicant who was let go, then whom they displace, and so on, until there is room or a unit has to go.

    It is `best_entry`, `sit` and `let_go` in one place, as most of the time is spent here. No program opens meanwhile:
    so whoever is displaced goes on after the entry they had.
    """
    starts, program_of, place_of = lists.starts, lists.program_of, lists.place_of
    held, at, opened, lasts = seats.held, seats.at, seats.open, seats.last
    entry, end = starts[applicant], starts[applicant + 1]
    while entry < end:
        program, place = program_of[entry], place_of[entry]
        last = lasts[program]
        if opened[program] <= 0 and place > last:
            entry += 1
            continue
        waiting.counts[MOVES] += 1
        at[applicant], held[place] = entry, 1
        if opened[program] > 0:
            opened[program] -= 1
            lasts[program] = max(place, last)
            return
        applicant = lists.who_at[last]
        if applicant < 0:
            opened[program] -= 1
            let_go(lists, wishes, seats, waiting, program)
            return
        entry, end = at[applicant] + 1, starts[applicant + 1]
        at[applicant], held[last] = NOWHERE, 0
        while held[last] == 0:
            last -= 1
        lasts[program] = last


def move_single(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, applicant: int, entry: int) -> None:
    """Seat an applicant at an entry of their list, and have its program let go whom it has to."""
    if seats.at[applicant] >= 0:
        rise(lists, seats, waiting, lists.program_of[seats.at[applicant]], lists.place_of[seats.at[applicant]])
    seats.at[applicant] = entry
    sit(seats, lists.program_of[entry], lists.place_of[entry])
    let_go(lists, wishes, seats, waiting, lists.program_of[entry])
    waiting.counts[MOVES] += 1


def fill(lists: Lists, wishes: Wishes, seats: Seats, waiting: Waiting, program: int) -> None:
    """Have whom a program ranks highest come to what opened, of those who would rather be there; and units wait.

    They stand below everybody it holds, as to the others it was open before.
    """
    for_all = waiting.was_opened[program] == FOR_ALL
    waiting.was_opened[program] = 0
    place, end = seats.last[program], lists.program_starts[program + 1] if for_all else 0
    while seats.open[program] > 0 and place < end:
        who, entry = lists.who_at[place], lists.entry_at[place]
        if who >= 0 and seats.held[place] == 0 and (seats.at[who] == NOWHERE or seats.at[who] > entry):
            move_single(lists, wishes, seats, waiting, who, entry)
        place += 1
    for at in range(wishes.asked_starts[program], wishes.asked_starts[program + 1]):
        wait(waiting, wishes.asked_by[at])


def forget_opened(waiting: Waiting) -> None:
    """Forget which programs were opened, and by whom nobody was called back."""
    for number in range(waiting.counts[OPENED]):
        waiting.was_opened[waiting.opened[number]] = 0
    waiting.counts[OPENED] = 0


def wait(waiting: Waiting, unit: int) -> None:
    """Put a unit at the end of the line that does not wait yet."""
    if waiting.waits[unit] == 0:
        waiting.waits[unit] = 1
        waiting.line[(waiting.counts[BEGIN] + waiting.counts[WAITING]) % len(waiting.line)] = unit
        waiting.counts[WAITING] += 1


def next_waiting(waiting: Waiting) -> int:
    """Take the next one out of the line: who came first, or who came last."""
    waiting.counts[WAITING] -= 1
    at = waiting.counts[BEGIN]
    if waiting.counts[LATEST_FIRST] == 1:
        at = (at + waiting.counts[WAITING]) % len(waiting.line)
    else:
        waiting.counts[BEGIN] = (at + 1) % len(waiting.line)
    unit: int = waiting.line[at]
    waiting.waits[unit] = 0
    return unit
