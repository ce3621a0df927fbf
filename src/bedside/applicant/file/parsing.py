"""From the text of a file, or plain content, to a checked dossier or all of its mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from bedside.applicant.checks.every_check import check
from bedside.applicant.checks.known import known_from, known_in_spite_of_mistakes
from bedside.applicant.dossier import Dossier
from bedside.applicant.file.file_text import decode, refuse_what_is_not_text
from bedside.applicant.file.json_tree import read_json
from bedside.applicant.file.migrations import UnreadableVersion, to_this_version
from bedside.applicant.file.tree import Content, UnreadableFile, content_of
from bedside.applicant.file.wording import findings_from
from bedside.applicant.file.yaml_tree import read_yaml
from bedside.applicant.mistakes import DossierMistakes, Finding, Mistake, Places, field_name, shown
from bedside.evidence.library import Evidence, load_evidence


@dataclass(frozen=True, slots=True)
class ReadDossier:
    """A dossier without mistakes, what should be looked at again, and where in the file each part stands."""

    dossier: Dossier
    warnings: tuple[Mistake, ...]
    places: Places


def parse_bytes(content: bytes, name: str, as_of: date, evidence: Evidence | None = None) -> ReadDossier:
    """Check a dossier that came as bytes, such as an upload called `name`; raises DossierMistakes."""
    try:
        text = decode(content)
    except UnreadableFile as refused:
        raise all_wrong(name, [refused.finding]) from None
    return parse_dossier(text, name, as_of, evidence)


def parse_dossier(text: str, name: str, as_of: date, evidence: Evidence | None = None) -> ReadDossier:
    """Check a dossier's text; a `name` ending in .json is read as JSON, all else as YAML; raises DossierMistakes."""
    return _checked(name, content_in(text, name), as_of, evidence or load_evidence())


def content_in(text: str, name: str, as_json: bool = False) -> Content:
    """The plain content of a dossier's text, its shape not looked at yet; raises DossierMistakes.

    The name of the file says whether it is JSON; with `as_json` it is, whatever its name.
    """
    try:
        refuse_what_is_not_text(text)
        tree = read_json(text) if as_json or is_json(name) else read_yaml(text)
        if tree is None:
            raise UnreadableFile("The file is empty.", "Run `bedside new` to begin a dossier.")
        return content_of(tree)
    except UnreadableFile as refused:
        raise all_wrong(name, [refused.finding]) from None


def is_json(name: str) -> bool:
    """Whether a file of this name is read and written as JSON."""
    return name.lower().endswith(".json")


def parse_content(data: object, name: str, as_of: date, evidence: Evidence | None = None) -> ReadDossier:
    """Check a dossier that is plain content already, such as answers to questions; raises DossierMistakes."""
    return _checked(name, Content(data, Places(), []), as_of, evidence or load_evidence())


def _checked(name: str, content: Content, as_of: date, evidence: Evidence) -> ReadDossier:
    found = list(content.findings)
    if not isinstance(content.data, dict):
        found.append(Finding((), "The top of a dossier is keys with values, and this is not.", _THE_TOP))
        raise all_wrong(name, found, content.places)
    try:
        data = to_this_version(content.data)
    except UnreadableVersion as refused:
        raise all_wrong(name, [*found, refused.finding], content.places) from None
    try:
        dossier = Dossier.model_validate(data)
    except ValidationError as error:
        found.extend(findings_from(error.errors(include_url=False), data))
        told = {finding.path for finding in found}
        across = check(known_in_spite_of_mistakes(data, as_of, evidence))
        found.extend(finding for finding in across if finding.path not in told)
        raise all_wrong(name, found, content.places) from None
    found.extend(check(known_from(dossier, as_of, evidence)))
    if any(not finding.is_caution for finding in found):
        raise all_wrong(name, found, content.places)
    return ReadDossier(dossier, located(name, found, content.places), content.places)


_THE_TOP = "Begin with `schema_version: 1`, then `identity:`; `bedside new --template` shows the whole."


def all_wrong(name: str, found: list[Finding], places: Places | None = None) -> DossierMistakes:
    """The exception that carries everything found, mistakes and cautions apart, in the order of the file."""
    places = places or Places()
    mistakes = [finding for finding in found if not finding.is_caution]
    cautions = [finding for finding in found if finding.is_caution]
    return DossierMistakes(located(name, mistakes, places), located(name, cautions, places))


def located(name: str, found: Iterable[Finding], places: Places) -> tuple[Mistake, ...]:
    """The findings with their lines and columns, in the order of the file."""
    located = [_mistake(name, finding, places) for finding in found]
    return tuple(sorted(located, key=lambda mistake: (mistake.line, mistake.column)))


def _mistake(name: str, finding: Finding, places: Places) -> Mistake:
    place = finding.at or places.of(finding.path)
    return Mistake(
        shown(name, 300), place.line, place.column, field_name(finding.path), finding.what, finding.how_to_fix
    )
