"""Brings the site to where it can be served: database, static files, and on a first start the demo school."""

import hashlib
import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from quizzes.management.demo_school import DemoSignIn, load_demo_school
from quizzes.models import LiveGame, User
from quizzes.services.games import end_left_alone


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks = "__all__"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-demo", action="store_true", help="An empty site, without the demo school.")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("clearsessions")  # those that ended are kept by nobody else
        end_left_alone(games=LiveGame.objects.all())
        self._collect_static()
        kept = settings.VAR_DIR / "demo-sign-in.json"
        if not options["no_demo"] and not User.objects.exists():
            self.stdout.write("First start: loading the demo school …")
            kept.touch(mode=0o600)
            kept.write_text(json.dumps(asdict(load_demo_school())))
        self.stdout.write(f"\nAstro Numbers is at {settings.SITE_URL}\n")
        if kept.exists():
            self.stdout.write(DemoSignIn(**json.loads(kept.read_text())).card(settings.SITE_URL))

    def _collect_static(self) -> None:
        """Only where a file changed: hashing and compressing takes longer than the rest of the start."""
        stamp = settings.STATIC_ROOT / ".stamp"
        now = _fingerprint(settings.BASE_DIR / "static")
        if settings.DEBUG or (stamp.is_file() and stamp.read_text() == now):
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def _fingerprint(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    facts = [f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()
