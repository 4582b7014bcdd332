"""Runs one program to its end, and writes what it took as JSON to a file: `launch.py FILE PROGRAM [ARGUMENT…]`.

A process has for its peak of memory at least that of the one that started it. This one is small; the bench is not.
"""

import json
import os
import sys
import time

started = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - started
with open(sys.argv[1], "w", encoding="ascii") as file:
    json.dump({
        "status": os.waitstatus_to_exitcode(status),
        "wall": wall,
        "processor": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }, file)
