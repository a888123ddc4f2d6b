"""What a run is like, from the command line; `make bench-live` hands its variables on."""

import argparse
import os
from dataclasses import dataclass

SPREAD = 2.0
"""Seconds within which all players answer."""


@dataclass(frozen=True)
class Options:
    """`drop`: the share of players whose connections are cut at each question. `restart`: the server, or one of its
    `workers` where there are several, is killed while a question is being answered."""

    players: int = 200
    drop: float = 0.0
    restart: bool = False
    workers: int = 1
    questions: int = 5
    seed: int = 5

    @property
    def killed_at(self) -> int | None:
        """The number of the question during which the server is killed: one with answers before it and after it."""
        return (self.questions + 1) // 2 if self.restart else None


def options(arguments: list[str] | None = None) -> Options:
    parser = argparse.ArgumentParser(prog="make bench-live", description="A live game of simulated players.")
    parser.add_argument("--players", type=int, default=200)
    parser.add_argument("--drop", type=float, default=0.0, help="share whose connections are cut at each question")
    parser.add_argument("--restart", type=int, choices=[0, 1], help="kill the server once; 1 where some are dropped")
    parser.add_argument("--workers", type=int, default=1, help="more than one wants DATABASE_URL and CHANNEL_REDIS_URL")
    parser.add_argument("--questions", type=int, default=5)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args(arguments)
    if given.workers > 1 and not (os.environ.get("DATABASE_URL") and os.environ.get("CHANNEL_REDIS_URL")):
        parser.error("Several workers share PostgreSQL and Redis: set DATABASE_URL and CHANNEL_REDIS_URL.")
    restart = given.drop > 0 if given.restart is None else bool(given.restart)
    return Options(given.players, given.drop, restart, given.workers, given.questions, seed=given.seed)
