"""The one task for seven days: what its form sends, as the new content of the dossier's part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bedside.web.store.changes import Change

PATH = ("seven_day_task",)


def change_from(sent: Mapping[str, str], kept: Mapping[str, Any] | None, as_of: date) -> Change | None:
    """What is to be saved for the button that was pressed; None where nothing was chosen or nothing is there.

    `kept` is the task as it stands in the dossier.
    """
    pressed, base = sent.get("do", ""), sent.get("base", "")
    if pressed == "set":
        task = typed_task(sent)
        return Change(PATH, {"task": task, "set_on": str(as_of)}, base, "Set a task for seven days") if task else None
    if not kept:
        return None
    note = {"note": sent["note"].strip()} if sent.get("note", "").strip() else {}
    without_note = {key: value for key, value in kept.items() if key != "note" or "note" not in sent} | note
    if pressed == "done":
        return Change(PATH, without_note | {"done_on": str(as_of)}, base, "Marked the task for seven days as done")
    if pressed == "note":
        return Change(PATH, without_note, base, "Wrote a note on the task for seven days")
    if pressed == "again":
        again = {"task": kept["task"], "set_on": str(as_of)} | note
        return Change(PATH, again, base, "Set the same task for seven days more")
    if pressed == "not-done":
        still = {key: value for key, value in kept.items() if key != "done_on"}
        return Change(PATH, still, base, "Took back that the task was done")
    return None


def typed_task(sent: Mapping[str, str]) -> str:
    """The task in the applicant's own words, or else the suggestion that was chosen."""
    return sent.get("task", "").strip() or sent.get("suggestion", "").strip()
