"""What names a job without a shape."""

from __future__ import annotations

from bedside.story.drafts.draft import phrases

_MANY = (
    "{various|different|several|multiple|many|diverse|numerous|all kinds of|all sorts of|a variety of|a "
    "number of|a range of|a lot of}"
)
_DUTIES = "{tasks|task|duties|responsibilities|roles|things|projects|activities|functions|work}"
_KIND = (
    "{*-related |private |large |small |big |local |tech |technology |healthcare |health care |medical |"
    "insurance |business"
    " |well-known |reputable |leading |multinational |american |it |}"
)
_SOMEWHERE = (
    "{company|companies|firm|firms|corporation|business|organization|organisation|field|industry|sector|"
    "world|office|space|setting|environment}"
)
_SOME_ROLE = (
    "{a|an|some|various|different|several|multiple|non-clinical|non-medical|corporate|business|administrative|office}"
    " {full-time |part-time |remote |healthcare-related |health-related |medical |non-clinical |"
    "administrative |stable |good |}"
    "{role|roles|position|positions|job|jobs|responsibilities|duties|tasks|work}"
)

VAGUE = phrases(
    f"{_SOME_ROLE} {{in|at|with|for}} {{a |an |the |some |several |various |different |another |"
    f"}}{_KIND}{_KIND}{_SOMEWHERE}",
    f"{_MANY} {{* |}}{_DUTIES}",
    f"{{wide|broad|diverse|large}} {{range|variety|array}} of {{* |}}{_DUTIES}",
    "{responsible for|worked on|helped with|involved in|assisted with|in charge of} "
    "{various|different|several|multiple|many|a variety of|a number of|daily|day-to-day|general|all kinds of} *",
    "{day-to-day|daily|general} {operations|tasks|activities|duties|office duties|office work|office tasks}",
    "{general|some|doing|did|routine} {office|administrative|paper|clerical} {work|things|tasks|duties}",
    f"{{worked|employed|job|working}} {{in|at|for|with}} {{a|an}} {_KIND}{_KIND}{_SOMEWHERE}",
    "{worked|working|job|role|position|employed|career} in {it|business|corporate|industry|the industry|"
    "administration|the private sector}",
    "in the {corporate|business|private|healthcare|health care|insurance|tech} {world|sector|industry|field|space}",
    "in {a|an} {administrative|corporate|managerial|operational|clerical|business} {capacity|setting|"
    "environment|role|position}",
    "{other |}{duties|tasks} {as assigned|as needed|as required}",
    "{supported|assisted|helped} {the|my|our} {team|department|office|company|staff} {with|in|on} "
    "{ongoing|daily|various|different|several|general|any|their|its}",
    "{whatever was needed|many different things|a little bit of everything|a bit of everything}",
    "{various|assorted|miscellaneous|sundry|certain|all sorts of|some} {* |}{matters|issues|stuff|"
    "paperwork|tasks|assignments}",
    "and {other|more|so on|similar} {stuff|things|tasks|duties|such things}",
    "{operations|activities|work|needs|goals} of the {business|company|firm|office|department|organization|team}",
    f"{{work|employee|worker|staff|staff member|consultant|specialist|professional}} {{for|of|at|in}} {{a|"
    f"an}} {_KIND}{_KIND}{_SOMEWHERE}",
    f"{{a|an}} {{consulting|outsourcing|software|staffing|marketing|financial|pharmaceutical|biotech}} {_SOMEWHERE}",
    "{wherever|wherever and whenever|whatever|however} i was {needed|asked|told}",
    f"{{a|an}} {{support|supporting|supportive|general|junior|senior|clerical}} {{role|position|job|"
    f"function}} {{in|at|with|for}} {{a|an}} {_KIND}{_KIND}{_SOMEWHERE}",
    "{many|various|different|several|all} {aspects|areas|parts|sides} of {healthcare|health care|the "
    "business|the company|the work|medicine|care}",
    "{all kinds of|all sorts of|various|different} {* |}{issues|problems|requests|matters|questions}",
)
