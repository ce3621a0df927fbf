"""What tells that the years happened to the applicant."""

from __future__ import annotations

import re

from bedside.story.drafts.draft import phrases

STUCK = phrases(
    "i {was|am|felt|feel|got|have been|had been|became|remain|remained|stayed} {* |}{stuck|trapped|imprisoned}",
    "{was|were|felt} {stuck|trapped} {there|in|at}",
    "{leaving|left|kept|keep|keeping|had} me {stuck|trapped}",
    "like {a|an} ~ {in a cage|caged|prisoner}",
    "{no|any} {other |real |}{choice|option|alternative}",
    "{left with|without} {no|any} {* |}{choice|option|alternative|alternatives|options|way}",
    "{was|were|am|been} forced to",
    "forced me {to take|to accept|to leave|to give up|to quit|to work|into}",
    "had to {take|accept} {whatever|any|the first|what|a job|a position|this job|that job|this position|"
    "an office job|the only}",
    "{whatever|any} job i could",
    "could not find {anything|something|any other|a} {better|else|job|real job}",
    "i {finally |then |eventually |somehow |}ended up",
    "{only job|only thing|nothing else} i could {find|get|do|take|}",
    "{there was|there is|had} nothing else",
    "{settled for|had to settle|resigned myself}",
    "{in|around in|round in} circles",
    "{to|at|reached} a {standstill|dead end|halt|impasse}",
    "{my|our} {life|career|dream|dreams|plans|everything} ~ on hold",
    "put ~ {life|career|dreams|dream} ~ on hold",
    "{in limbo|treading water|spinning my wheels|wasting away|left behind by|standing still}",
    "no way {out|forward|back}",
    "nowhere {else |}to {go|turn}",
    "{out of|from} {desperation|sheer necessity}",
    "last resort",
    "{lost|gave up|losing|giving up|given up} {all |my |}{hope|medicine}",
    "{gave up|giving up|given up} on {medicine|my dream|my career|residency}",
    "lost ~ years",
    "{my|career ~|life ~|was|path} derailed",
    "dead years",
    "years {went|passed|slipped} by and nothing",
    "no way {to move|to get|to leave|to go|of getting|of moving|of leaving}",
    "{my|our} {life|career} {had |has |}{stopped|stalled|frozen|come to an end|ended}",
    "i {never|could not|couldn't|cannot|can't} {managed to |manage to |}{get|break|find my way|escape} "
    "{out|free|away} {of|from}",
    "only {door|path|way|road|option|possibility} {that |}~ {open|left|available}",
    "{same|that} {chair|desk|cubicle|office|place} ~ {years|year} later",
    "{had to|must} take what",
    "{in a job|a job} {that |}i {did not|didn't|never} {choose|want|ask for}",
    "going nowhere",
    "left with nothing {but|except|more than}",
    "waiting for my life",
    "nothing else {was |}{on offer|available|offered|open|left}",
    "{life|circumstances|fate|necessity} {forced|pushed|threw|led} me",
    "{i|me|myself|my career|my life} {* |}{* |}{stuck|trapped}",
    "{did not|didn't} have {any|an|another} {other |real |}{alternative|option|choice}",
    "{my|our} {life|career} ~ {frozen|paused|on ice|stalled}",
)

ABOUT_SOMETHING_ELSE = re.compile(
    r"\bpatients?\b|\bneedle\b|\bby\s+torchlight|\boperate|\b(?:stuck|trapped)\s+(?:on|with|at)\s+(?:a|an|one|this|that|the|my"
    r"|each)\s+(?:\w+\s+){0,2}(?:case|question|problem|sentence|word|page|diagnosis|answer|film|slide|chart|line|step)",
    re.IGNORECASE,
)
"""What is stuck, or without a choice, for a while in a story about work."""
