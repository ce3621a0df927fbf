"""What speaks ill of the job."""

from __future__ import annotations

import re

from bedside.story.drafts.draft import phrases

_POOR = (
    "{boring|tedious|dull|mindless|mind-numbing|meaningless|pointless|useless|worthless|unfulfilling|"
    "soul-crushing|monotonous"
    "|miserable|awful|terrible|horrible|toxic|degrading|humiliating|thankless|menial|"
    "unchallenging|depressing"
    "|empty|dead-end|dead end|meaningless to me|a dead end|a waste}"
)
_WORK = "{job|work|role|position|desk job|company|office|employer|workplace|task|tasks|years|routine|place}"
_WHO = "{boss|bosses|manager|managers|supervisor|employer|colleagues|coworkers|co-workers|company|team}"

JOB = phrases(
    f"{_POOR} {{* |}}{{* |}}{_WORK}",
    f"{_WORK} {{there |itself |}}{{is|was|were|are|felt|feels|seemed|became|has become|had become|has been|grew}} "
    f"{{* |}}{{* |}}{_POOR}",
    f"{{it|this|that}} {{is|was|felt|became}} {{* |}}{_POOR}",
    f"{_WHO} {{is|was|were|are}} {{* |}}{{* |}}{{incompetent|toxic|lazy|rude|abusive|useless|terrible|"
    f"clueless|greedy|ignorant|stupid|awful|horrible}}",
    f"{{awful|terrible|horrible|toxic|abusive|incompetent}} {_WHO}",
    "dead-end",
    "{soul-crushing|mind-numbing|unfulfilling|monotonous}",
    "{just|only|nothing but|merely} a {desk |}job",
    "{just|only|merely} {a|for a|for the|for my|about the} {paycheck|salary|wage}",
    "i {only |just |}{did|do|took|stayed|accepted|worked} ~ {for the money|for the salary|for the "
    "paycheck|for the visa|for a visa|for money}",
    "{only|just} for the {money|visa|income}",
    "{to pay|pay|paid} {the|my} bills",
    "{waste|wasting|wasted} {of |}{my |the |those |these |so many |}{time|years|talent|degree|education|life|skills}",
    "wasted ~ years",
    "{hate|hated|despise|despised|loathe|loathed|detest|detested|resent|resented|cannot stand|can't "
    "stand|could not stand|couldn't stand} "
    f"{{* |}}{{* |}}{{{_WORK[1:-1]}|corporate life|corporate world|it|it there|there|every day|every "
    f"minute|every hour|every moment}}",
    "i hate",
    "hated every",
    "{anyone|anybody|a child|a machine} {could|can} do {it|this|that|my}",
    "no {degree|brain|thought|skill|skills} {is|are|was} {needed|required}",
    "{over-qualified|overqualified|too qualified} {for|there|in}",
    "{below|beneath} {my|me}",
    "merely administrative",
    "not {real|true|actual} {medicine|work}",
    "not a real job",
    "compared {with|to} real medicine",
    "{has|had|have} nothing to do with medicine",
    "{never|not} what i {wanted|studied for|trained for|was trained for|dreamed of}",
    "i {despise|loathe|detest} {corporate|office}",
    "{job|work|task} for {robots|a robot|machines|a machine|a monkey|monkeys|a child|people without}",
    "{hated|dreaded|despised} {going|coming|working|getting up|waking up|sitting|being}",
    "{time|years|months|life} ~ {was|were|is|are|has been|had been} {* |}wasted",
    "nothing {interesting|meaningful|challenging|useful|medical|good} {about|in} {it|the job|this job|the work|that}",
    "{put|putting} food on the table",
    f"{_WORK} ~ {{meant|means}} nothing",
    "counted the {minutes|hours|days}",
    "{do|did} nothing {all day|but|except}",
    "{cannot|can't|could not|couldn't} wait to {quit|leave|escape|get out|resign}",
    "{company|employer|management|bosses} only {cares|cared|care} {about|for}",
    "{beneath|below} {a|any} {physician|doctor}",
    "i {dislike|disliked} {every|my job|the job|this job|my work|the work|it there}",
    "only good {thing|part} {about|of} {it|this|the job|my job|that}",
)

THOUGHT_BY_OTHERS = re.compile(
    r"\b(?!I\b)\w+\s+(?:thinks?|thought|says?|said|calls?|called|finds?|found|believes?|wrote|complains?|complained)\b",
    re.I,
)
"""Somebody else's view, which the applicant only tells."""
