"""Phrases that stand in many statements in the same words."""

from __future__ import annotations

import re

from bedside.story.draft import phrases

WORN = phrases(
    "{make|making|made} a {real |true |meaningful |lasting |positive |}difference",
    "{leave|leaving|have|having|make|making} {a|an} {lasting|positive|meaningful|profound|real} {impact|mark}",
    "{give|giving|gave} back to {my|the|our|this|society|humanity}",
    "art and {the |a |}science",
    "art of medicine",
    "{both |}an art and a science",
    "noble {profession|calling}",
    "help people",
    "helping {people|others|those in need}",
    "help those in need",
    "heal the sick",
    "words {cannot|can not|can't}",
    "at the end of the day",
    "team player",
    "{hard-working|hardworking}",
    "strong work ethic",
    "think outside the box",
    "out of my comfort zone",
    "{my|true} calling",
    "a dream come true",
    "perfect {fit|match}",
    "well-rounded",
    "fast-paced",
    "in today's world",
    "little did i know",
    "life-changing",
    "{eye-opening|eye opener|eye-opener}",
    "{humbling|rewarding|enriching|invaluable|unforgettable} {and * |}experience",
    "{invaluable|valuable} {lessons|insight|insights|skills}",
    "changed my life forever",
    "blood, sweat",
    "burning desire",
    "{thirst|hunger} for {knowledge|learning}",
    "insatiable {curiosity|thirst|desire}",
    "{fueled|ignited|sparked|deepened|reignited|solidified|cemented|reaffirmed} my {passion|desire|"
    "commitment|decision|resolve|love}",
    "reach for the stars",
    "second to none",
    "needless to say",
    "a {rich |}tapestry of",
    "unwavering {commitment|dedication|passion|support}",
    "testament to my",
    "{unique|rare} {blend|combination|mix|set|perspective|background|skill|skills|skillset}",
    "{an|a great|a valuable|a real} asset to",
    "your {esteemed|prestigious|renowned|reputable|distinguished|great} {* |}{program|institution|hospital|university}",
    "{touch|touched|touching} {the lives|lives|my heart|my soul|so many lives}",
    "{strive|striving|strived} {for|to be the best|to be a better|to achieve}",
    "excellence in everything",
    "pursuit of excellence",
    "lifelong {learner|learning}",
    "{honor|privilege} and {a |}{honor|privilege}",
    "{shaped|made|molded|moulded} me {into|who i am|the person|the physician|the doctor}",
    "shaped {who i am|my character}",
    "wear many hats",
    "{go|going|went} the extra mile",
    "above and beyond",
    "hit the ground running",
    "{compassionate|caring|dedicated|empathetic|empathic} and {* |}{compassionate|caring|dedicated|"
    "empathetic|empathic|hardworking|skilled}",
    "{ever-evolving|ever-changing} field",
    "last but not least",
    "light at the end of the tunnel",
    "{blessing in disguise|silver lining|stepping stone|roller coaster|rollercoaster}",
    "leave no stone",
)

WITH_SOMETHING = re.compile(
    r"\bhelp(?:ing)?\s+people\s+(?:see|with|who|to|find|fill|understand|read|learn|get|sign|use|apply|on|at)\b",
    re.IGNORECASE,
)
"""Help that is named, and so says more than the phrase."""
