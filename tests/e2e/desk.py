"""What a teacher's forms send, without their pages: for what a test needs on the desk, and other tests look at."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import APIResponse, Page, expect

from quizzes.rules.exchange.documents import read_json, write_json
from quizzes.rules.exchange.quiz_file import QuizFile
from quizzes.rules.questions import Question


@dataclass(frozen=True)
class Desk:
    """A teacher's, who is signed in on `page`. Everything is named by its id."""

    page: Page

    def new_classroom(self, name: str, *students: str) -> int:
        made = self._send("/teach/classrooms/new/", name=name, emblem="orion", decimal_sign=".", with_game="on")
        classroom = _id(made, "classrooms")
        self._send(f"/teach/classrooms/{classroom}/students/new/", roster="\n".join(students))
        return classroom

    def join_code(self, classroom: int) -> str:
        self.page.goto(f"/teach/classrooms/{classroom}/")
        return self.page.locator(".join-code").inner_text()

    def import_quiz(self, quiz: QuizFile) -> int:
        shown = self._send("/teach/quizzes/import/", text=write_json(quiz)).text()
        signed = re.search(r'name="signed" value="([^"]+)"', shown)
        assert signed, shown
        return _id(self._send("/teach/quizzes/import/", title=quiz.settings.title, signed=signed[1]), "quizzes")

    def questions(self, quiz: int) -> tuple[Question, ...]:
        return read_json(self.page.request.get(f"/teach/quizzes/{quiz}/export.json").text()).questions

    def give(self, quiz: int, classroom: int) -> int:
        """The assignment."""
        return _id(self._send(f"/teach/quizzes/{quiz}/give/", classroom=classroom), "assignments")

    def open_game(self, quiz: int, classroom: int, **chosen: str) -> str:
        """Its code. The page shows the host's screen. `chosen`: fields of the form that are not left as they stand."""
        as_it_stands = {"pace": "led", "seconds": "0", "minutes": "0", "teams": "0"}
        opened = self._send(f"/teach/quizzes/{quiz}/live/", classroom=classroom, **as_it_stands | chosen)
        self.page.goto(opened.url)
        return self.page.locator(".lobby__code [aria-hidden]").inner_text()

    def _send(self, path: str, **fields: Any) -> APIResponse:
        token = self.page.locator("meta[name=csrf-token]").get_attribute("content")
        reply = self.page.request.post(path, form=fields | {"csrfmiddlewaretoken": token or ""})
        expect(reply).to_be_ok()
        return reply


def _id(reply: APIResponse, kind: str) -> int:
    """Of what was made, whose page answers."""
    found = re.search(rf"/{kind}/(\d+)/", reply.url)
    assert found, (reply.url, reply.text())
    return int(found[1])
