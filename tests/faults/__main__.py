"""The command: exit status 1 if a promise was broken."""

import argparse
import secrets
import signal
import subprocess
import sys
from pathlib import Path

from tests.faults.run import Plan, run

KINDS = ["sqlite", "postgresql"]


def main() -> int:
    asked = _arguments().parse_args()
    # Who ends it finds no servers or disks left over.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if asked.database == "both":
        return max(
            subprocess.run(
                [sys.executable, "-m", "tests.faults", *sys.argv[1:], "--database", kind],
                check=False,
            ).returncode
            for kind in KINDS
        )
    faults = asked.faults or max(asked.submissions // 8, 16)
    seed = secrets.randbelow(10**6) if asked.seed is None else asked.seed
    plan = Plan(
        asked.database, asked.submissions, faults, seed, asked.largest, asked.schema, asked.control
    )
    return int(run(plan) > 0)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--database", choices=[*KINDS, "both"], default="both")
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--faults", type=int, help="how many; else one for 8 submissions")
    parser.add_argument("--seed", type=int, help="the seed that a run printed, to replay it")
    parser.add_argument("--largest", type=int, default=300_000, help="bytes of the largest file")
    parser.add_argument("--schema", type=Path, help="a migrated SQLite file to begin with")
    parser.add_argument(
        "--control", action="store_true",
        help="PostgreSQL without synchronous commit: must find referrals lost",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
