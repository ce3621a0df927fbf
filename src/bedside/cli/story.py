"""`bedside story`: the arc, the drafts with what was found, and one story over all texts; or one file read alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes


@click.command()
@dossier_argument
@click.option(
    "--review",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A text file to read against your file, instead of the drafts in it. Nothing in it is changed.",
)
@click.option(
    "--place",
    default="personal statement",
    show_default=True,
    metavar="PLACE",
    help="Where that text will be read or heard, such as “experience entry” or “interview answer: why now”.",
)
@as_of_option
@json_option
@user_mistakes()
def story(dossier: Path, file: Path | None, place: str, as_of: date, as_json: bool) -> None:
    """Show the arc, your drafts with what was found in them, and whether all of them tell one story.

    Each finding quotes the place, says why it matters, and asks a question. No word of yours is changed.
    """
    from bedside.applicant.file.reading import read_dossier
    from bedside.applicant.parts.drafts import DraftPlace
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.story.story import review_document, story_document
    from bedside.evidence.library import load_evidence
    from bedside.story.story import told

    known = {one.value.casefold(): one for one in DraftPlace}
    if place.casefold() not in known:
        places = "; ".join(one.value for one in DraftPlace)
        raise click.UsageError(f"“{place}” is not a place of a text. These are: {places}.")
    evidence = load_evidence()
    read = read_dossier(dossier, as_of, evidence).dossier
    if file is None:
        found = told(read, as_of, evidence)
        if as_json:
            print_json(found)
            return
        reviews = [(draft.name, review) for draft, review in zip(read.drafts, found.reviews, strict=True)]
        print_document(story_document(found.arc, reviews, found.one_story, as_of, read.identity.name))
        return
    from bedside.story.drafts.review import review

    alone = review(_text_of(file), known[place.casefold()], read, as_of, evidence)
    if as_json:
        print_json(alone)
    else:
        print_document(review_document(place, alone, as_of))


LONGEST = 100_000
"""Characters of a text, as in the dossier."""


def _text_of(file: Path) -> str:
    try:
        text = file.read_bytes()[: 4 * LONGEST + 4].decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(
            f"{file} is not a text file in UTF-8. Save it as plain text and try again."
        ) from None
    if len(text) > LONGEST:
        raise click.ClickException(f"{file} holds more than {LONGEST:,} characters. Read it in parts.")
    return text
