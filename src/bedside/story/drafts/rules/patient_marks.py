"""The marks by which a patient could be found again, and the words that tell whom a sentence is about."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄČĎĐĒĘĚĞĢĪĮİĶĹĻŁŃŇŌŐŔŘŚŞŠŢŤŪŮŰŹŻŽ]"
_NAME = rf"{_CAPITAL}[\w’'-]*[^\W\d_A-Z][\w’'-]*"
_NO_NAME = (
    rf"(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Step|{_MONTH[:-3]}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English"
    r"|Spanish|Arabic|Hindi|French|American|Medicare|Medicaid|Care|Safety|Services|Portal|Navigator|Advocate|Registry"
    r"|Access|Education|Outcomes|Reported|Centered|Protection|Experience|Relations|Coordinator)\b)"
)
_PLACE_WORD = r"(?:town|village|city|district|island|county|province|state|country|valley|community|neighbou?rhood)"

RECORD = re.compile(
    r"\bMRN\b\W{0,3}(?:(?:was|is|of|number|no)\b\W{0,3})?\w*\d[\w-]*"
    r"|\b(?:record|chart|hospital|patient|case|insurance|policy|member|medicare|medicaid|account)\s+(?:number|no\.?|ID)"
    r"\W{0,3}(?:(?:was|is)\s+)?[A-Z]{0,3}\d[\d-]{3,}\d\b"
    r"|\b(?:record|chart|file|folder)s?,?\s+(?:no\.?|number|nr\.?)\s*\d[\d/-]{3,}\d\b"
    r"|\b(?:record|chart|patient)\s+#?(?!(?:19|20)\d\d\b)\d[\d-]{3,}\d\b"
    r"|\b(?:date\s+of\s+birth|DOB)\b\W{0,3}(?:(?:was|is)\s+)?(?:[\w/.-]*\w)"
    r"|\b\d{3}-\d{2}-\d{4}\b",
    re.IGNORECASE,
)
"""A number of a record, a birth date, a social security number."""

ROOM = re.compile(r"\b(?:bed|room|bay|cubicle)\s+(?:number\s+|no\.?\s+)?\d{1,4}[A-Z]?\b", re.IGNORECASE)
NO_WARD = re.compile(
    r"\b(?:clinic|office|class|lecture|meeting|school|lesson|course)\s+(?:is|was|met|meets|took|takes|began|begins)\b"
    r"|\b(?:church|school|apartment|hotel|dormitory|campus|library)\b",
    re.IGNORECASE,
)
"""The number of a bed or a room, and what tells that no patient lies there."""

OF_NINETY = re.compile(
    r"\b(?:9\d|1[0-2]\d)[\s-]*(?:years?|yrs?)[\s-]*old\b|\b(?:9\d|1[0-2]\d)\s*(?:yo|y/o|y\.\s?o)\b|\baged?\s+(?:of\s+)?9\d\b"
    r"|\b(?:ninety|(?:one|a)\s+hundred)(?:[\s-](?:and\s+)?[a-z]+)?[\s-]years?[\s-]old\b",
    re.IGNORECASE,
)
"""An age of ninety or more, told to the year."""

CALLED = re.compile(
    rf"\b(?:patient|girl|boy|man|woman|lady|child|baby|infant|gentleman)\s+(?:was\s+|is\s+)?(?:named|called|by\s+the\s+name\s+of)"
    rf"\s+(?:[a-z]+\s+)?{_NAME}(?:\s+{_NAME})*|\bBaby\s+(?:Boy|Girl)\s+{_NAME}|\bpatient\s+[A-Z]\.\s?[A-Z]\."
    rf"|\b(?:[Mm]y|[Tt]he|[Oo]ur|[Oo]ne|[Tt]his|[Tt]hat)\s+(?:\w+\s+){{0,2}}patient,?\s+{_NO_NAME}{_NAME}"
)
"""A patient called by a name."""

NAMED_BY_AGE = re.compile(rf"(?<![\w.] ){_NAME},\s+(?:aged?\s+)?\d{{1,3}}(?:[\s-]years?[\s-]old)?,")
ITS_NAME = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Ww]hose|patient['’]s|child['’]s|girl['’]s|boy['’]s)\s+(?:first\s+|real\s+)?name\s+(?:was|is)\s+{_NAME}"
    rf"|\b(?:[Ll]ittle|[Yy]oung|[Pp]oor|[Bb]aby)\s+(?!Rock|Italy|Adult|People|Women|Men|Physician|Doctor|Boy|Girl){_NAME}"
)
"""A first name with an age, a name that is told as somebody's, a child called by name."""

INITIALS = re.compile(
    r"(?<![\w.])(?!U\.\s?S\.|U\.\s?K\.|D\.\s?C\.|M\.\s?[DSB]\.|B\.\s?[SA]\.|D\.\s?O\.|N\.\s?Y\.|L\.\s?A\.|I\.\s?V\.|P\.\s?[AO]\.)"
    r"[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?(?!\s?[A-Z]\w)"
)
"""Two or three initials without a family name after them."""

FIRST_NAME = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n)|\A)(?!(?:She|He|It|They|We|You|This|That|These|Those|There|Here|One|Two|Three|Someone|Nobody"
    r"|Everyone|Everything|Nothing|Something|Medicine|What|Who|When|My|Our|Her|His|Their|Its|Some|Many|Most|All|Both|Each"
    r"|Every|Another|Others?|Then|Now|Today|Yesterday|Research|Training|Residency|Work|Time|Life|Death|Silence|Nurses?"
    r"|Doctors?|Physicians?|Patients?|Care|Surgery|Cancer|Treatment|Grandma|Grandpa|Mom|Mum|Dad|Mama|Papa)\b)"
    r"[A-Z][a-z’'-]{2,}\s+(?:was|is|had|came|died|presented|suffered|lay|asked|told|needed|arrived|lost)\b"
)
"""A first name that begins a sentence."""

DAY = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s+(?:hours|weeks|months|years|patients|people|members|cases|charts|beds|percent))(?:,?\s+\d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w)"
    r"|\b(?:Christmas|New\s+Year|Easter|Eid|Thanksgiving|Diwali|Nowruz)(?:['’]s)?(?:\s+(?:Day|Eve|Sunday|al-\w+))?,?"
    r"\s+(?:of\s+|in\s+)?(?:19|20)\d\d\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
"""An exact day."""

TO_REACH = re.compile(
    r"\b\d{1,5}\s+[A-Z][a-z]+\s+(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Court)"
    r"|(?<!\w)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|(?<![\w.])[\w.+-]{1,64}@[\w-]{1,64}\.\w+"
)
"""An address, a telephone number, a mailbox."""

_COMMON_ILLNESS = r"(?!(?:Parkinson|Alzheimer|Crohn|Graves|Down|Hodgkin|Hashimoto|Raynaud|Lyme)\b)"
WITH_ILLNESS = re.compile(
    r"\b(?:disease|syndrome|disorder|an[a]?emia|tumou?r|cancer|deficiency|dialysis|transplant|chemotherapy)\b",
    re.IGNORECASE,
)
RARE_IN_A_PLACE = re.compile(
    r"\bthe\s+only\s+(?:[\w-]+\s+){0,2}(?:patient|person|case|child|man|woman|boy|girl|family)\s+[^.!?\n]{0,80}?"
    rf"\b(?:in|of|from)\s+(?:(?:our|the|my|that|his|her)\s+)?(?:whole\s+)?(?:[A-Z][a-z]+|{_PLACE_WORD})\b"
    r"|(?<!I was )\bthe\s+first\s+(?:[\w-]+\s+){0,2}(?:patient|person|case|child|man|woman|boy|girl|family)\s+"
    r"[^.!?\n]{0,40}?"
    rf"\b(?:in|of|from)\s+(?:our|my|his|her)\s+{_PLACE_WORD}\b"
    rf"|\b(?:from|of)\s+[A-Z][a-z]+\s+with\s+{_COMMON_ILLNESS}[A-Z][a-z]+(?:[-–][A-Z][a-z]+)*(?:['’]s)?\s+(?:disease|syndrome)\b"
    rf"|\b{_COMMON_ILLNESS}[A-Z][a-z]+(?:[-–][A-Z][a-z]+)*(?:['’]s)?\s+(?:disease|syndrome)\s+[^.!?\n]{{0,40}}?"
    rf"\b(?:in|from|of)\s+(?:[A-Z][a-z]+|(?:a|our|the|my)\s+(?:\w+\s+)?{_PLACE_WORD})\b"
)
"""A rare illness together with a place, in a sentence about a patient or an illness."""

KNOWN_IN_A_PLACE = re.compile(
    r"\b(?:the|our)\s+(?:mayor|governor|minister|senator|president|ambassador|police\s+chief)(?:['’]s)?\b|"
    r"\b(?:mayor|governor|senator|minister|judge|imam|priest|pastor|rabbi|headmaster|headmistress|police\s+chief"
    r"|famous\s+\w+|well-known\s+\w+|celebrity)\b[^.!?\n]{0,30}?"
    rf"\b(?:of|in|from)\s+(?:[A-Z][a-z]+|(?:our|the|my|a|his|her)\s+(?:\w+\s+)?{_PLACE_WORD})\b"
)
"""Someone whom everybody in a place knows."""

TITLE_AND_NAME = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Señora|Señor|Sra|Doña|Madame|Monsieur|Mme|Herr|Frau|Signora|Signor|Hajji?|Hajja|Smt|Shri)"
    rf"\.?\s+{_CAPITAL}(?:[\w’'-]+|\.|\b)"
)
"""A title with a family name or its first letter."""

A_PATIENT = re.compile(r"\bpatients?\b", re.IGNORECASE)
ABOUT_A_PATIENT = re.compile(
    r"\bpatients?\b|\badmitted|\bdiagnos|\bcase\s+of|\bpresented\s+with|\bcame\s+in\s+with|\bsymptom|\byears?[\s-]old|\bcoded\b"
    r"|\bbiops|\bgave\s+birth|\b\d{1,3}\s*(?:yo|y/o)\b|(?<!I )\bwas\s+born|\bseizure|\bstillb|\bautops"
    r"|\bnewborn|\bresuscitat|\bintubat|\btransfus"
    r"|\b(?:he|she|boy|girl|child|woman|man|baby)\b[^.!?\n]{0,60}\b(?:ward|clinic|surgery|hospital|emergency|died|bled|breath\w*|stroke)",
    re.IGNORECASE,
)
ABOUT_AN_ILLNESS = re.compile(rf"{ABOUT_A_PATIENT.pattern}|{WITH_ILLNESS.pattern}", re.IGNORECASE)
ABOUT_A_PATIENT_OR_THEIRS = re.compile(
    ABOUT_A_PATIENT.pattern
    + r"|\b(?:her|his|their)\s+(?:daughter|son|wife|husband|mother|father|family|number|address)\b",
    re.IGNORECASE,
)
ILLNESS = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:leuka?emia|cancer|tumou?r|diabetes|asthma|HIV|tuberculosis|epilepsy|lupus|seizures)\b"
    r"|\b(?:he|she|her|his)\b[^.!?\n]{0,60}\b(?:leuka?emia|cancer|tumou?r|diabet\w+|stroke|kidney|asthma|chemo\w*|seizures?"
    r"|HIV|tubercul\w+|TB|sickle|fever|pneumonia|heart|lungs?|surgery|operation|amputat\w+|biopsy|diagnos\w+|malaria|dialysis"
    r"|insulin|overdose|pregnan\w+|miscarriage|admitted|hospital|ward|died|breath\w*|pain)\b",
    re.IGNORECASE,
)
CARE = re.compile(
    rf"{ABOUT_A_PATIENT.pattern}|\b(?:cared\s+for|looked\s+after|treat(?:ed|ing)|operated|examined|ward|wards|bedside|round(?:s|ed)"
    r"|delivered|died|dying|surgery|stroke|cancer|diabet\w+|fever|pain|insulin|dialysis|medicines?|pills|blood|wound"
    r"|breath\w*|emergency|ICU|intensive\s+care|clinic)\b",
    re.IGNORECASE,
)
HIS_OR_HER_STATE = re.compile(
    rf"{CARE.pattern}|\b(?:he|she|his|her|had|lost|was|came|lay|needed|both|legs?|arms?|eyes?|heart)\b", re.IGNORECASE
)
OWN_FAMILY = re.compile(
    r"\b(?:my|our)\s+(?:own\s+)?(?:grand(?:mother|father|parents?)|mother|father|aunt|uncle|brother|sister|friend|son|daughter"
    r"|husband|wife|cousin|niece|nephew|neighbou?r)\b|\bI\s+(?:was|am)\s+born",
    re.IGNORECASE,
)
WORKED_WITH = re.compile(
    rf"\b(?:manager|supervisor|colleague|director|professor|boss|mentor|attending|coordinator)\b|{OWN_FAMILY.pattern}",
    re.IGNORECASE,
)
AT_WORK_OR_HOME = re.compile(
    r"\b(?:manager|supervisor|teacher|colleague|director|professor|boss|mentor|nurse|coordinator|neighbou?r|analyst"
    r"|attending|resident|landlady|landlord|classmates?|principal|secretary|grand(?:mother|father))\b"
    rf"|{OWN_FAMILY.pattern}",
    re.IGNORECASE,
)
