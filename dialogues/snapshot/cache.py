"""Answers that stay right until the next edition, kept in the memory of this process."""

from collections import OrderedDict
from threading import Lock


class EditionCache:
    """The answers most recently asked for, by edition and question."""

    def __init__(self, most):
        self._most = most
        self._answers = OrderedDict()
        self._lock = Lock()

    def get(self, edition, question, make):
        """The kept answer, or the one that `make()` gives, which is then kept."""
        key = (edition, question)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = make()
        self.put(edition, question, answer)
        return answer

    def put(self, edition, question, answer):
        """Keep an answer, and forget the one that was not asked for the longest."""
        with self._lock:
            self._answers[edition, question] = answer
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)

    def known(self, edition, questions):
        """The kept ones among the answers to several questions, by question."""
        with self._lock:
            found = [key for one in questions if (key := (edition, one)) in self._answers]
            for key in found:
                self._answers.move_to_end(key)
            return {key[1]: self._answers[key] for key in found}
