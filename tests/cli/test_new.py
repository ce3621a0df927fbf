"""`bedside new`: the interview on a terminal, the template elsewhere, and nothing half written."""

from __future__ import annotations

import os
import pty
import re
import select
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bedside.applicant.fields import shape_at
from bedside.applicant.file.parsing import ReadDossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.file.template import begin_dossier, template_text
from bedside.applicant.questions import all_parts
from bedside.cli.interview import LATER, LEAVE_OUT, CheckAnswer, Interview
from bedside.cli.main import run
from bedside.cli.questioner import Questioner

AS_OF = date(2026, 11, 22)


@dataclass
class Answers:
    """An applicant who answers by heart: the answers to each question, in turn; later where there are none."""

    by_question: dict[str, list[str]]
    refused: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def hear(self, text: str) -> None:
        """Remember what was said."""
        self.heard.append(text)

    def write(self, asks: str, why: str, check: CheckAnswer) -> str:
        """Write the next answer; one that is refused is followed by the one after it."""
        while (wrong := check(answer := self._next(asks))) is not None:
            self.refused.append(wrong)
        return answer

    def choose(self, asks: str, why: str, choices: Sequence[str]) -> str:
        """Choose the next answer, or what stands last."""
        answer = self._next(asks) or choices[-1]
        assert answer in choices
        return answer

    def agree(self, asks: str) -> bool:
        """Say yes while there are answers left."""
        return self._next(asks) == "yes"

    def _next(self, asks: str) -> str:
        left = self.by_question.get(asks, [])
        return left.pop(0) if left else ""


NEEDED = {
    "What name should your plan carry?": ["Łukasz"],
    "In which country is your medical school?": ["Poland"],
    "When did you graduate?": ["2018-06"],
}


def interviewed(**more: list[str]) -> tuple[ReadDossier, list[str]]:
    answers = Answers({question: list(given) for question, given in (NEEDED | more).items()})
    return Interview(answers, AS_OF).hold(), answers.refused


def test_three_answers_are_enough() -> None:
    read, _ = interviewed()
    dossier = read.dossier
    assert (dossier.identity.name, dossier.medical_school.country, str(dossier.medical_school.graduated)) == (
        "Łukasz",
        "Poland",
        "2018-06",
    )
    assert (dossier.exams, dossier.status, dossier.decision, read.warnings) == ((), None, None, ())


JOB = {
    "Is there a job, rotation or other activity to add?": ["yes"],
    "What was your title?": ["Analyst"],
    "What was it mainly?": ["job"],
    "What contact with patients did it have?": ["none"],
    "When did it begin?": ["2025-02-03"],
    "When did it end?": ["present"],
}


@pytest.mark.parametrize(("said", "kept"), [([], "unknown"), (["yes"], "yes"), (["no"], "no")])
def test_whether_everything_since_school_is_told_is_asked_and_left_open_it_is_unknown(
    said: list[str], kept: str
) -> None:
    read, _ = interviewed(**JOB, **{"Is everything since school in this list?": said})
    assert read.dossier.timeline.complete == kept
    assert read.dossier.timeline_is_complete is (kept == "yes")


def test_whether_one_has_applied_before_is_asked() -> None:
    read, _ = interviewed(**{"Have you applied in an earlier season?": ["no"]})
    assert read.dossier.applied_before == "no"


def test_an_answer_that_is_needed_cannot_be_left_for_later() -> None:
    _, refused = interviewed(**{"What name should your plan carry?": ["", "Łukasz"]})
    assert refused == ["Bedside cannot begin without this."]


def test_an_answer_is_checked_at_once_by_what_checks_the_file() -> None:
    _, refused = interviewed(
        **{
            "When did you graduate?": ["next year", "2031", "2018-06"],
            "How many hours a week can you give to this?": ["200", "ten", "10"],
            "Which specialties, in order of preference?": ["IM, Family Medicine"],
        }
    )
    assert refused == [
        "next year is not a date. Write a day (2026-05-31), a month (2026-05) or a year (2026).",
        "2031 is in the future, seen from 2026-11-22. Bedside is for after graduation; check the year.",
        "200 is outside what this can be. Write a number from 0 to 168.",
        "ten is not a number Bedside can use here. "
        "Write a number from 0 to 168, without signs or words; leave the line out if you do not know.",
    ]


def test_entries_are_asked_for_until_there_are_no_more_and_questions_follow_the_answers() -> None:
    read, refused = interviewed(
        **{
            "Is there an attempt at an exam to add?": ["yes", "yes", "no"],
            "Which exam was it?": ["Step 1", "Step 2 CK"],
            "How did this attempt end?": ["failed", "waiting"],
            "When did you sit it?": ["2019-05", "2026-11-02"],
            "What was the score?": ["188"],
            "Is there a job, rotation or other activity to add?": ["yes"],
            "What was your title?": ["Observership"],
            "What was it mainly?": ["rotation"],
            "What contact with patients did it have?": ["observer"],
            "When did it begin?": ["2025-02-03"],
            "When did it end?": ["2025-01", "2025-02-28"],
            "Was it as a medical student or as a graduate?": ["graduate"],
            "Who supervised you?": ["Dr. Lopez"],
        }
    )
    assert [(exam.exam, exam.result, exam.score) for exam in read.dossier.exams] == [
        ("Step 1", "failed", 188),
        ("Step 2 CK", "waiting", None),
    ]
    assert read.dossier.experiences[0].supervisor == "Dr. Lopez"
    assert refused == [
        "This ends before it starts: 2025-02-03 comes after 2025-01. Check `from` and `to` of `experiences[0]`."
    ]


def test_an_entry_that_lacks_what_it_needs_is_left_out() -> None:
    read, _ = interviewed(
        **{
            "Is there an attempt at an exam to add?": ["yes", "yes"],
            "Which exam was it?": ["Step 1", "Step 3"],
            "How did this attempt end?": [LEAVE_OUT, "passed"],
        }
    )
    assert [exam.exam for exam in read.dossier.exams] == ["Step 3"]


def test_an_entry_that_does_not_fit_the_rest_is_left_out_and_nothing_else_is_lost() -> None:
    twice = {
        "Is there a job, rotation or other activity to add?": ["yes", "yes", "yes"],
        "What was your title?": ["Analyst", "Analyst", "Observer"],
        "What was it mainly?": ["job", "job", "rotation"],
        "What contact with patients did it have?": ["none", "none", "observer"],
        "When did it begin?": ["2021", "2021", "2017-01"],
        "When did it end?": ["2022", "2022", "2017-02"],
        "Was it as a medical student or as a graduate?": ["graduate", "student"],
    }
    answers = Answers({question: list(given) for question, given in (NEEDED | twice).items()})
    read = Interview(answers, AS_OF).hold()
    assert [(one.title, one.role) for one in read.dossier.experiences] == [
        ("Analyst", "graduate"),
        ("Observer", "student"),
    ]
    assert [told for told in answers.heard if told.endswith(".")] == [
        "This is the same as `experiences[0]`, and would be counted twice. "
        "Keep one of the two, or tell them apart by title or dates.",
        "This is left out for now. Add it again, or write it into the file later.",
        "This ended before you graduated (2018-06), and is told as a graduate. "
        "Write `as: student`, or check the dates.",
    ]


def test_a_part_left_for_later_is_left_empty() -> None:
    read, _ = interviewed(**{"What is your status today?": [LATER], "How far is your ECFMG certification?": ["issued"]})
    assert read.dossier.status is None
    assert read.dossier.certificate is not None


def test_every_question_is_about_a_key_there_is_and_says_why() -> None:
    for part in all_parts():
        keys = [question.key for question in part.questions]
        for question in part.questions:
            assert shape_at((*part.path, question.key)) is not None
            assert question.asks.endswith("?")
            assert question.why.endswith(".")
            assert set(question.when) <= set(keys[: keys.index(question.key)])
            for key, answers in question.when.items():
                shape = shape_at((*part.path, key))
                assert shape is not None
                assert set(answers) <= set(shape.allowed)


def test_the_answers_are_written_into_the_template(tmp_path: Path) -> None:
    read, _ = interviewed(
        **{
            "Is there an attempt at an exam to add?": ["yes"],
            "Which exam was it?": ["Step 1"],
            "How did this attempt end?": ["passed"],
            "How many dollars do you have for this?": ["6000"],
        }
    )
    path = tmp_path / "me.yaml"
    begin_dossier(read.dossier, path)
    assert read_dossier(path, AS_OF).dossier == read.dossier
    written, template = path.read_text().splitlines(), template_text().splitlines()
    assert [line for line in template if line.startswith("#") and line not in written] == []
    assert [line for line in written if line not in template] == [
        "  name: Łukasz",
        "  country: Poland",
        "  graduated: 2018-06",
        "  - exam: Step 1",
        "    result: passed",
        "  money:",
        "    available: 6000",
    ]


@contextmanager
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


def test_the_questioner_asks_in_words_and_goes_on_asking_until_the_answer_can_be_used() -> None:
    with keyboard() as keys:
        keys.send_text("ten\r\x15" + "10\r")
        assert Questioner().write("How many?", "Why.", lambda text: None if text.isdigit() else "a number") == "10"


def test_the_arrow_stands_on_later_and_goes_round() -> None:
    with keyboard() as keys:
        keys.send_text("\r")
        assert Questioner().choose("Which?", "Why.", ["a", "b", LATER]) == LATER
    with keyboard() as keys:
        keys.send_text("\x1b[B\r")
        assert Questioner().choose("Which?", "Why.", ["a", "b", LATER]) == "a"


def test_enter_means_no_and_y_means_yes() -> None:
    with keyboard() as keys:
        keys.send_text("\r")
        assert Questioner().agree("More?") is False
    with keyboard() as keys:
        keys.send_text("y")
        assert Questioner().agree("More?") is True


def test_ctrl_c_goes_through_the_questioner() -> None:
    with keyboard() as keys:
        keys.send_text("\x03")
        with pytest.raises(KeyboardInterrupt):
            Questioner().write("Name?", "Why.", lambda text: None)


def test_without_a_terminal_the_template_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "me.yaml"
    assert run(["new", str(path)]) == 0
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == (template_text(), 0o600)
    assert capsys.readouterr().out.splitlines()[-1] == f"Next: bedside check {path}"


def test_a_file_that_is_there_is_never_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("mine")
    assert run(["new", "--template", str(path)]) == 1
    assert capsys.readouterr().err == f"{path} is there already and was not touched. Choose another name.\n"
    assert path.read_text() == "mine"


class Terminal:
    """`bedside new` behind a real pseudo-terminal."""

    def __init__(self, path: Path) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from bedside.cli.main import main; main()", "new", str(path), f"--as-of={AS_OF}"],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        )  # fmt: skip
        os.close(theirs)
        self.seen = ""

    def wait_for(self, words: str) -> None:
        """Read until the words have been shown."""
        end = time.monotonic() + 30
        while words not in self.seen and time.monotonic() < end:
            self._read()
        assert words in self.seen
        self.seen = self.seen.partition(words)[2]

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.ours, keys.encode())

    def leave(self) -> int:
        """The exit code, once the command is done."""
        while self._read():
            pass
        os.close(self.ours)
        return self.process.wait(30)

    def _read(self) -> bool:
        if not select.select([self.ours], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            raw = os.read(self.ours, 4096).decode(errors="replace")
        except OSError:
            return False
        self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", raw)
        return raw != ""


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a matter of POSIX")
def test_ctrl_c_in_the_middle_saves_nothing_and_says_so(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "me.yaml")
    terminal.wait_for("What name should your plan carry?")
    terminal.type("Amina\r")
    terminal.wait_for("Of which countries are you a citizen?")
    terminal.type("\x03")
    assert terminal.leave() == 1
    assert "Stopped. Nothing was saved." in terminal.seen
    assert "Traceback" not in terminal.seen
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a matter of POSIX")
def test_the_end_of_input_saves_nothing_and_says_so(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "me.yaml")
    terminal.wait_for("What name should your plan carry?")
    terminal.type("\x04")
    assert terminal.leave() == 1
    assert "Stopped. Nothing was saved." in terminal.seen
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are a matter of POSIX")
def test_a_whole_interview_at_a_terminal_ends_in_a_file_and_the_next_command(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    terminal = Terminal(path)
    for question, keys in (
        ("What name should your plan carry?", "Łukasz\r"),
        ("Of which countries are you a citizen?", "Poland, Italy\r"),
        ("In which country is your medical school?", "Poland\r"),
        ("When did you graduate?", "2031\r"),
        ("2031 is in the future", ""),
        ("When did you graduate?", "\x152018\r"),
        ("What is its name?", "\r"),
        ("What is your status today?", "\r"),
        ("Is there an attempt at an exam to add?", "n"),
        ("How far is your ECFMG certification?", "\r"),
        ("Is there a job, rotation or other activity to add?", "\r"),
        ("Is everything since school in this list?", "\r"),
        ("Is there something on your calendar to add?", "n"),
        ("Is there a letter to add, asked for or written?", "n"),
        ("Have you applied in an earlier season?", "\r"),
        ("Is there a season you applied in to add?", "n"),
        ("Which specialties, in order of preference?", "\r"),
        ("Which Match do you aim at?", "\r"),
        ("To how many programs would you apply?", "\r"),
        ("How many hours a week can you give to this?", "10\r"),
        ("How many days of unpaid leave could you ask for in a year?", "\r"),
        ("How is your working week cut?", "\r"),
        ("How many days of paid leave do you have in a year?", "\r"),
        ("How many dollars do you have for this?", "\r"),
        ("What do you decide?", "\r"),
    ):
        terminal.wait_for(question)
        terminal.type(keys)
    assert terminal.leave() == 0
    assert f"Next: bedside check {path}" in terminal.seen
    dossier = read_dossier(path, AS_OF).dossier
    assert (dossier.identity.name, dossier.identity.citizenships) == ("Łukasz", ("Poland", "Italy"))
    assert dossier.constraints.weekly_hours == 10
