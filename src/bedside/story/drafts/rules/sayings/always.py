"""What says that it was always medicine."""

from __future__ import annotations

import re

from bedside.story.drafts.draft import phrases

_MEDICINE = (
    "{medicine|medical science|research|clinical research|healthcare|health care|healing|patients|patient care"
    "|helping|science|surgery|clinical work|clinical medicine|humanity|this field|my field|the human body}"
)
_DOCTOR = "{doctor|physician|surgeon|healer}"

ALWAYS = phrases(
    "always ~ {passion|passionate|fascinated|in love with medicine}",
    "always {loved|wanted to do|wanted to practice} medicine",
    "always wanted to {be|become}",
    "always {dreamed|dreamt}",
    "always knew {that i|i|medicine|my}",
    f"{{passion|passionate|fascination}} ~ {{for|about|with|in}} {{the |}}{_MEDICINE}",
    "passion has {always|never}",
    f"{{dreamed|dreamt|dream}} of {{being|becoming}} {{a|an}} {_DOCTOR}",
    "medicine {is|was|has been|has always been} {my|the} {passion|life|love|first love|only love|calling|"
    "dream|love of my life}",
    "{lifelong|childhood} {dream|passion|ambition}",
    f"{{born|destined|meant|made}} to {{be|become}} {{a|an}} {_DOCTOR}",
    "{born|destined|meant|made} {to heal|for medicine|to do medicine|to practice medicine}",
    "never stopped loving medicine",
    "never {wanted|wished|imagined|considered} ~ {anything|anyone} {else|other}",
    "nothing else {ever |}{interested|attracted|mattered to} me",
    "{only|one} {thing|career|path|profession} {that |}i {have |}{ever |}{wanted|dreamed of|imagined|considered}",
    "could {not|never} {imagine|see} {myself |}doing anything else",
    "medicine ~ {in my blood|calling me|has called me|called me}",
    "a white coat since",
    "{passion|passionate|love} {for|about} {* |}{*ology|*iatrics|*iatry|*iology|neurosurgery|surgery|"
    "anesthesia|teaching medicine}",
    "{my|this|the same|this same} passion {has|is|was|for|to|drives|keeps|brought|led}",
    "{only|one} {life|future|path|career|profession|road} {that |}i {have |had |could |}{ever |"
    "}{pictured|imagined|seen|see|picture|imagine}",
    "{everyone|everybody|all|my family|my parents|they|i} ~ {knew|said|believed} {that |}{i would|i was "
    "going to|i will} {be|become} a {doctor|physician|surgeon}",
    "medicine {chose|found|called} me",
    "{has been|was|is} {my|a|the} {dream|wish|ambition} to {be|become} a {doctor|physician|surgeon}",
    "{passionate|passion} {about|for} {making|treating|caring|healing|saving|helping|serving|improving}",
    "{always|never} {saw|seen|pictured|imagined} myself",
    "no other {profession|career|path|job|field} {ever |has ever |had ever |}{crossed|occurred|"
    "interested|attracted|came|appealed}",
    "{love|passion|fascination} {of|for|with} {medicine|healing|science} {started|began|goes back|dates back}",
    "{only|one|single} {goal|dream|ambition} {was|is|has been|has always been} {medicine|to be|to become}",
    "{my|the} {life's|only} purpose",
    "loved medicine {for|since|all|from}",
    "{heart|mind} {has been |was |}set on {it|medicine|being|becoming}",
)
"""Phrases that need nothing beside them."""

LONG_AGO = phrases(
    "{since|from} {my |}{early |earliest |}childhood",
    "since {early |}{kindergarten|primary school|grade school|elementary school}",
    "since i was {a child|a kid|a boy|a girl|a little *|little|young|small|very young|very small}",
    "{ever since|as far back as|as long as} {i can|my} {remember|recall|memory|memories} {goes|reach|}",
    "{ever since|as far back as|as long as} i can {remember|recall}",
    "as long as my memory",
    "{from|since|among} my {earliest|first} memories",
    "{from|since|at} {a|an} {very |}{young|early|tender} age",
    "{from|since|at} {the age of|age} {three|four|five|six|seven|eight|nine|ten}",
    "i was {only |just |}{three|four|five|six|seven|eight|nine|ten} {years old |}when i {decided|knew|"
    "realized|realised|understood}",
    "{all|throughout} my life",
    "{my|for my} {whole|entire} life",
    "{since|before|as soon as|from when|from the day|from the moment} i could {walk|read|talk|speak|"
    "think|write|remember}",
    "since i was {in|a} {* |}{teenager|toddler|student|school|kindergarten|pupil|youngster|adolescent}",
    "{since|from} {the day|the moment|the time} i was born",
    "{throughout|since|during|in} my {youth|teens|teenage years|school years|childhood}",
    "{since|from} my first {biology|science|anatomy} {class|lesson|book}",
    "{since|when|as} i was {just |only |still |}a {schoolgirl|schoolboy|child|little girl|little boy|kid|toddler}",
)
"""Times long ago, which count where the sentence is about becoming a doctor."""

BECOMING_A_DOCTOR = re.compile(
    r"\b(?:medicine|medical|doctors?|physicians?|surgeons?|heal\w*|dream\w*|passion\w*|fascinat\w*|stethoscope|white\s+coat"
    r"|calling|wanted|knew|decided|path|profession)\b",
    re.IGNORECASE,
)
