"""What says that somebody else was at fault."""

from __future__ import annotations

import re

from bedside.story.drafts.draft import phrases

_OTHERS = (
    "{attending|professor|professors|teacher|teachers|school|university|program|programs|program director|directors"
    "|employer|boss|manager|system|committee|mentor|faculty|supervisor|college|consultant|husband|wife|parents|chief"
    "|dean|lawyer|embassy|government}"
)
_GRADUATES = "{imgs|foreign graduates|foreign doctors|international graduates|graduates from abroad|us|people like me}"

BLAME = phrases(
    "{unfair ~|unfair|unjust|broken|rigged|corrupt} {system|process|exam|examination|rule|rules}",
    "{system|process|match|exam|examination} {is|was|has been|had been} {so |very |}{unfair|unjust|"
    "broken|rigged|biased|corrupt}",
    "the system {failed|would not|did not let|destroyed|ruined|does not want}",
    "rigged {against|system|match}",
    "{treated|rejected|dismissed|judged|graded|failed|fired} {me |us |}{unfairly|unjustly}",
    "{unfairly|unjustly} {treated|rejected|dismissed|judged|graded|failed|fired}",
    "{was|is|felt|seems|seemed} {so |very |}unfair {to|for} {me|us}",
    "not my fault",
    "no fault of {my own|mine}",
    "{his|her|their|s'|'s|school's|husband's|wife's|ex-husband's|ex-wife's|boss's|manager's|employer's|"
    "university's} fault {that i|that my|and}",
    "{was|were|is|are} to blame",
    "they {refused|never wanted} to {let|give|help|support|teach|write|accept|hire|interview|take} {me|us|my}",
    "they never gave me",
    "{nobody|no one} {ever |}{gave|told|helped|warned|supported|taught|prepared|wanted} {me|us}",
    f"{_OTHERS} ~ {{did not|didn't|never|would not|wouldn't|refused to}} {{ever |really |even |}}"
    "{support|supported|prepare|prepared|help|helped|teach|taught|warn|warned|inform|informed|believe in|"
    "believed in|respect"
    "|respected|value|valued|appreciate|appreciated|care about|cared about} {me|us|my}",
    f"{_OTHERS} ~ {{ruined|destroyed|sabotaged|stole|spoiled|wasted}} my",
    f"{_OTHERS} ~ {{had something against|held me back|turned against|turned me against|took advantage of|lied to}}",
    f"if {{my|the}} {_OTHERS} ~ {{had|were}} ~ {{i would|we would}}",
    "would have {passed|matched|succeeded|done better} ~ if {the|my|they|he|she|someone|somebody}",
    f"{{biased|prejudiced|prejudice|discrimination|discriminate|discriminates|discriminated}} against {_GRADUATES}",
    "{was|were|been|felt|am} discriminated",
    "{throw|throws|threw} {away|out} ~ {applications|application|files}",
    "{programs|directors|they} {simply |just |only |}{ignore|ignored|look down on|looked down on|do not "
    "want|did not want|do not even look} "
    "{at |}{imgs|foreign|international|us|my|our|graduates}",
    f"{_GRADUATES} {{are|were}} {{treated|seen|regarded|considered|looked down}}",
    "{second-class|second class} {doctors|doctor|physicians|citizens|graduates}",
    "never {given|gave me} {a|any|one} {fair |real |single |}chance",
    "bad luck",
    "i {was|am|have been} {just |simply |}unlucky",
    "because of my {ex|ex-husband|ex-wife|boss|former boss}",
    "cheated by",
    "{let me down|held me back|stabbed me in the back|worked against me|took advantage of me|treated me "
    "badly|treated me poorly}",
    "{favoritism|favouritism|nepotism}",
    "it is the ~ system that",
    "fault of {the|my|those|their}",
    f"{_OTHERS} ~ {{disliked|hated|never liked|did not like|didn't like|bullied|humiliated|punished|"
    f"betrayed|abandoned}} {{me|us}}",
    f"had {{my|the}} {_OTHERS} been",
    "if only {my|the|they|he|she|someone}",
    "{prefer|preferred|favor|favour} their own",
    "unfair {to|towards|for|against} {foreign|international|imgs|graduates|people|us|me}",
    "{let down|failed|abandoned|betrayed|cheated|deceived|misled} by",
    "{should|could} have {helped|supported|told|warned|taught|prepared} {me|us}",
    "fair chance",
    "made it impossible {for me|to}",
    f"because of my {_OTHERS}",
    "{nobody|no one} {cared|cares} {about|for}",
    "victim of {* |}{politics|system|bias|circumstances|injustice|a}",
    "{exam|test|examination} {was|is} {* |}{badly|poorly|unfairly|wrongly} {designed|written|graded|scored}",
    f"{_OTHERS} ~ refused to * {{me|us|my}}",
    "{keep|keeps|kept|keeping|shut|lock} us out",
    f"{_OTHERS} {{was|were|is|are}} {{* |}}{{terrible|awful|useless|incompetent|unhelpful|hopeless}}",
    "if {they|he|she} had ~ i {would|could}",
)

ABOUT_SOMEBODY_ELSE = re.compile(r"\bpatients?\b|\bmembers?\b|\bthe\s+(?:child|man|woman|boy|girl)\b", re.IGNORECASE)
"""What leaves a sentence about somebody who was cared for alone."""
