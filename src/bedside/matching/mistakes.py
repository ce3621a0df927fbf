"""What a caller can get wrong when stating who ranks whom, told all at once and in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field


class MatchingMistake(Exception):
    """What was given cannot be matched; `sentences` says everything that is wrong, where, and how to mend it."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


@dataclass(slots=True)
class Findings:
    """What was found to be wrong so far, whose lists could not be read as a whole, and why whole tables could not."""

    sentences: list[str] = field(default_factory=list)
    half_read: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    def note(self, place: str, sentence: str, half_read: str | None = None) -> None:
        """Keep what is wrong at a place; `half_read` is whose list lacks an entry because of it."""
        self.sentences.append(_placed(place, sentence))
        if half_read is not None:
            self.half_read.add(half_read)

    def note_unread(self, place: str, sentence: str) -> None:
        """Keep why a whole table could not be read: all else that seems wrong may come from that."""
        self.unread.append(_placed(place, sentence))

    def stop_if_unread(self) -> None:
        """Raise what kept tables from being read, and that alone."""
        if self.unread:
            raise MatchingMistake(tuple(self.unread))


def _placed(place: str, sentence: str) -> str:
    return f"{place[:1].upper()}{place[1:]}: {sentence}" if place else sentence
