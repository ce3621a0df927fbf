"""What asks for a pardon or pleads."""

from __future__ import annotations

import re

from bedside.story.drafts.draft import phrases

APOLOGY = phrases(
    "{i|to|must|should|sincerely|deeply|humbly} {apologize|apologise} {for|about|that|again|sincerely|deeply|to you}",
    "i {sincerely|deeply|truly|humbly|first} {apologize|apologise}",
    "i {apologize|apologise}",
    "my {sincere |deepest |}apologies",
    "{i am|i'm} {so |very |truly |terribly |deeply |really |extremely |}sorry {for|about|that} {my|the|"
    "this|these|i|not}",
    "i {deeply |truly |sincerely |bitterly |greatly |}regret {my|that i|the gap|the years|not|having}",
    "{biggest|greatest|deepest} regret",
    "{please|kindly} {do |}{forgive|overlook|excuse|pardon|ignore|disregard|accept me|consider me "
    "despite|understand that i}",
    "{forgive|pardon|excuse} {me|my}",
    "{ask|beg|hope|plead|pray} {you |}{for |}{your |}{forgiveness|pardon|mercy|indulgence}",
    "{for|beg} your {forgiveness|mercy|understanding|indulgence}",
    "{look past|look beyond|see past|see beyond|overlook|forgive|not judge me by|not hold|disregard} {my|"
    "the|this|these|against me}",
    "{not |}hold ~ against me",
    "i {beg|plead|implore|humbly}",
    "i humbly {request|ask|beg}",
    "{just |only |please |kindly |}give me {just |only |}{a|one|the|this|an} {fair |single |last |"
    "}{chance|opportunity|interview|shot}",
    "{one|single|last} {chance|opportunity} to {show|prove}",
    "{all i ask|the only thing i ask|i only ask|i am only asking}",
    "i {promise|swear|assure you|will|would|won't} ~ {disappoint|let} you",
    "i {know|understand|am aware|realize} {that |}{i am|i'm|i may be|i might be} not {the |}{best|"
    "strongest|ideal|perfect|good enough}",
    "i may not be the {best|strongest|ideal}",
    "i am not the {strongest|best} {applicant|candidate}",
    "i {know|understand|am aware|realize} {that |}my {scores|score|grades|results|record} {are|is} {low|"
    "poor|weak|bad|not}",
    "{i am|i feel|i felt|i'm} {so |very |deeply |}{ashamed|embarrassed|humiliated|guilty} {of|about|by|that|for}",
    "{i feel|i felt} {terrible|awful|horrible|bad} {about|for|that} my",
    "my {embarrassing|shameful|humiliating|terrible|horrible|awful|inexcusable|poor}",
    "{only|just} an average {applicant|student|candidate}",
    "with {a|my} {poor|weak|bad} {record|transcript|profile}",
    "{shameful|inexcusable|unforgivable}",
    "despite {my|all my} {many|poor|low|weak|bad|old|flaws|failures|shortcomings}",
    "in spite of my {many|poor|low|weak|bad|old|flaws|failures|shortcomings}",
    "{do not|don't} deserve",
    "i would be {forever|eternally|so} grateful",
    "even {one|a single} interview",
    "hope {that |}you {can |will |would |could |}{understand|forgive|overlook|look past|excuse}",
    "{apologize|apologise} {*ly|for|about|that|again|in advance}",
    "{i am|i'm} {* |}{* |}sorry {for|about|that}",
    "{not be|never be|won't be|not} {disappointed|sorry|regret it|regret this|regret giving}",
    "my {profile|application|file|resume|record} is {not strong|weak|poor|not perfect|far from}",
    "please {consider|accept|choose|select|believe|trust} me",
    "{feel|felt|am} {* |}{guilty|ashamed|embarrassed} {about|for|of|that|because}",
    "find it in {your|their} {heart|hearts}",
    "{not|don't} judge me",
    "{many|several|some|serious} {shortcomings|flaws|deficiencies|weaknesses}",
    "{ask|asking|hope} {only |}for your {patience|kindness|compassion|understanding|consideration}",
    "not proud of",
    "i am {very|truly|so|deeply} sorry",
    "i {am|feel|felt} {* |}{ashamed|embarrassed|humiliated}",
    "disappointed {many|so many|my|everyone}",
)

TO_SOMEBODY = re.compile(
    r"\b(?:patients?|nurses?|famil(?:y|ies)|colleagues?|daughter|her|him|them)\b",
    re.IGNORECASE,
)
"""Whom an apology is told to in a story, other than to the reader."""
