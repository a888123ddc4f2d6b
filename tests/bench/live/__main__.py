"""Plays a live game against a real site and says how it went. `make bench-live PLAYERS=200 DROP=0.2`.

The last line is a JSON object. Exits with 1 where anything was lost, doubled, shown wrong, or told to another game.
"""

import asyncio
import gc
import json
import os
import random
import resource
import signal
import sys
import tempfile
from pathlib import Path

import uvloop

from tests.bench.live.conductor import Conductor, Played
from tests.bench.live.ledger import Ledger
from tests.bench.live.options import Options, options
from tests.bench.live.pens import Pens
from tests.bench.live.report import Figures, faults, figures, lines, say, say_faults
from tests.bench.live.server import Server, serving

FILES = 20_000  # a socket and a connection or two for each player


def main() -> int:
    wanted = options()
    gc.disable()  # a thousand devices in one process: to look through them all takes 200 ms, in which none could answer
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the server ends with this
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, most), most))
    with tempfile.TemporaryDirectory(prefix="bench-live-") as folder, serving(Path(folder), wanted.workers) as server:
        found = measured(wanted, server)
    for line in lines(found):
        say(line)
    wrong = faults(found)
    say_faults(wrong)
    say(json.dumps(found))
    return 1 if wrong else 0


def measured(wanted: Options, server: Server) -> Figures:
    school, beside = server.school("build", players=wanted.players, questions=wanted.questions)["games"]
    pens = Pens(school["keys"].values(), random.Random(wanted.seed))
    say(f"Ink: {pens.source}.")
    load, _, _ = os.getloadavg()
    server.start()
    game = Conductor(server.url, school, wanted.drop, wanted.seed, pens, tell=say)
    other = Conductor(server.url, beside, 0.0, wanted.seed + 1, pens)
    played, played_beside = uvloop.run(_both(game, other, wanted, server))
    for refused in game.ledger.refused[:5]:
        say(f"  refused: {refused}")
    kept = server.school("count", game=played.game, sent=_sent(game.ledger))
    server.look_at_memory()
    return figures(
        wanted, played, played_beside, game.ledger, kept, database=_database(), memory=server.most_memory, load=load
    )


async def _both(game: Conductor, other: Conductor, wanted: Options, server: Server) -> tuple[Played, Played]:
    played = await asyncio.gather(game.play(wanted, server.kill if wanted.restart else None), other.play(wanted))
    return played[0], played[1]


def _sent(ledger: Ledger) -> list[dict[str, object]]:
    return [
        {
            "id": sent.id,
            "student": sent.student,
            "question": sent.question,
            "acknowledged": sent.acknowledged is not None,
        }
        for sent in ledger.sent.values()
    ]


def _database() -> str:
    return "PostgreSQL + Redis" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "SQLite"


if __name__ == "__main__":
    sys.exit(main())
