"""The figures of a run: a line each for people, and all of them as one JSON object."""

import platform
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from tests.bench.live.conductor import Played
from tests.bench.live.ledger import Ledger
from tests.bench.live.options import Options

Figures = dict[str, Any]
MEASURED = ("Django", "uvicorn", "channels", "websockets", "onnxruntime")


def figures(
    options: Options,
    played: Played,
    beside: Played,
    ledger: Ledger,
    kept: Mapping[str, Any],
    *,
    database: str,
    memory: int,
    load: float,
) -> Figures:
    inexact = sum(list(played.last_seen.get(int(student), ())) != score for student, score in kept["scores"].items())
    return {
        "players": options.players,
        "drop": options.drop,
        "killed": options.killed_at is not None,
        "workers": options.workers,
        "database": database,
        "questions": options.questions,
        "answers": len(ledger.sent),
        "acknowledged_ms": _spread(ledger.at_once()),
        "retried": len(ledger.retried()),
        "retried_ms": _spread(ledger.retried()),
        "failed_tries": ledger.failed,
        "read_and_marked_ms": _spread(played.read),
        "told_ms": _spread(played.told),
        "unacknowledged": len(ledger.sent) - len(ledger.acknowledged()),
        "refused": len(ledger.refused),
        "lost": kept["lost"],
        "doubled": kept["doubled"],
        "unknown": kept["unknown"],
        "late": kept["late"],
        "to_read": kept["to_read"],
        "marks": kept["marks"],
        "inexact": inexact,
        "unfinished": played.unfinished,
        "back": len(ledger.back),
        "back_ms": _spread(ledger.back),
        "down_ms": round(played.killed_for * 1000),
        "host_count_delay_ms": _spread(played.host_counts),
        "frames_to_wrong_game": played.foreign + beside.foreign,
        "seating_s": round(played.seating, 1),
        "memory_mb": round(memory / 2**20),
        "load_before": round(load, 1),
        "versions": {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
        | {name.lower(): version(name) for name in MEASURED},
    }


def faults(found: Figures) -> list[str]:
    """What must never be: each with how often it was."""
    never = ("lost", "doubled", "unknown", "unacknowledged", "refused", "inexact", "unfinished", "frames_to_wrong_game")
    return [f"{name}: {found[name]}" for name in (*never, "to_read", "late") if found[name]]


def lines(found: Figures) -> list[str]:
    """The same for people."""
    return [
        f"{found['players']:,} players, {found['questions']} questions, all within 2 s; {found['database']}, "
        f"{found['workers']} worker{'s' * (found['workers'] > 1)}; {found['drop']:.0%} cut off at each question"
        f"{', the server killed once' if found['killed'] else ''}",
        f"  acknowledged         {_told(found['acknowledged_ms'])}  ({found['answers']:,} answers)",
        f"  … after another try  {_told(found['retried_ms'])}  ({found['retried']:,})",
        f"  read and marked      {_told(found['read_and_marked_ms'])}  after that, on the host's page",
        f"  told at the reveal   {_told(found['told_ms'])}",
        f"  host has them all    {_told(found['host_count_delay_ms'])}  after the last",
        f"  back after an outage {_told(found['back_ms'])}  ({found['back']:,} times; down {found['down_ms']:,} ms)",
        f"  lost {found['lost']}, doubled {found['doubled']}, to the wrong game {found['frames_to_wrong_game']}, "
        f"late {found['late']}, wrong score at the end {found['inexact']}",
        f"  memory {found['memory_mb']:,} MB, everybody seated after {found['seating_s']} s; "
        f"processes that wanted this machine before: {found['load_before']}",
    ]


def _spread(seconds: Sequence[float]) -> dict[str, int] | None:
    """Milliseconds at the 50th, 95th and 99th percentile and the most; None of nothing."""
    if not seconds:
        return None
    ordered = sorted(seconds)
    at = {name: ordered[min(len(ordered) - 1, int(share * len(ordered)))] for name, share in _SHARES.items()}
    return {name: round(value * 1000) for name, value in at.items()} | {"max": round(ordered[-1] * 1000)}


_SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


def _told(spread: Mapping[str, int] | None) -> str:
    if spread is None:
        return "—"
    return "p50 {p50:>6,}  p95 {p95:>6,}  p99 {p99:>6,}  max {max:>6,} ms".format(**spread)


def say(text: str) -> None:
    print(text, flush=True)


def say_faults(found: Sequence[str]) -> None:
    for fault in found:
        print(f"  FAULT {fault}", file=sys.stderr, flush=True)
