"""Looks at the Python environment that it runs in. Reads one JSON document on standard input, {"imports": [...],
"seconds": N, "together": N}, and prints JSON, one object a line: first what is installed, then each import as it ends,
tried in a process of its own. Needs nothing but Python 3.8 or later."""
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

LONGEST = 3000
lock = threading.Lock()


def tell(**what):
    line = json.dumps(what)
    with lock:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def distributions():
    from importlib import metadata

    seen = set()
    for distribution in metadata.distributions():
        try:
            name, version = distribution.metadata["Name"], distribution.version
        except Exception as broken:
            tell(kind="broken", error=repr(broken)[:LONGEST])
            continue
        # The first on the path is the one that is imported.
        if name and version and name.lower() not in seen:
            seen.add(name.lower())
            tell(kind="distribution", name=name, version=version)


def attempt(module, seconds, folder):
    code = "import importlib, sys; importlib.import_module(sys.argv[1])"
    with tempfile.TemporaryFile(dir=folder) as said:
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", code, module],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                cwd=folder,
                start_new_session=os.name == "posix",
            )
        except OSError as failed:
            return str(failed)
        try:
            status = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            if os.name == "posix":
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except OSError:
                    process.kill()
            else:
                process.kill()
            process.wait()
            return "It took more than %d seconds." % seconds
        if status == 0:
            return None
        size = said.seek(0, os.SEEK_END)
        said.seek(max(0, size - LONGEST))
        text = said.read().decode("utf-8", "replace").strip()
        if status < 0:
            text = (text + "\nIt was ended by signal %d." % -status).strip()
        return text or "It ended with status %d and said nothing." % status


def main():
    asked = json.loads(sys.stdin.read())
    tell(kind="python", version="%d.%d.%d" % sys.version_info[:3], executable=sys.executable)
    distributions()
    with tempfile.TemporaryDirectory() as folder:

        def work(module):
            error = attempt(module, int(asked["seconds"]), folder)
            tell(kind="import", module=module, error=error or "")

        with ThreadPoolExecutor(max_workers=max(1, int(asked["together"]))) as pool:
            list(pool.map(work, asked["imports"]))
    tell(kind="end")


main()
