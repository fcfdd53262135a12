"""Runs a notebook from top to bottom in the Python that runs this, and saves it, with its outputs, under another name.
Arguments: the notebook, the file to write, and how to run it ("nbclient", "plain", or "any" to take nbclient where it is
installed). Exit status 0 if every cell ran, 1 if one failed, 3 if the notebook cannot be read or written.

Without nbclient and ipykernel the code cells run in this process, one after the other, with what they print and the value
of a last expression as their outputs: no magics but the harmless ones, no pictures, no widgets."""
import ast
import contextlib
import importlib.util
import io
import json
import os
import sys
import traceback

HARMLESS = ("matplotlib", "load_ext", "autoreload", "config", "reload_ext", "pylab")


def tell(text):
    sys.__stdout__.write(text + "\n")
    sys.__stdout__.flush()


def source(cell):
    text = cell.get("source", "")
    return "".join(text) if isinstance(text, list) else text


class Tee(io.TextIOBase):
    """Keeps what is printed as outputs of the cell, and shows it at once."""

    def __init__(self, name, outputs, stream):
        self.name_of_stream, self.outputs, self.stream = name, outputs, stream

    def writable(self):
        return True

    def write(self, text):
        last = self.outputs[-1] if self.outputs else None
        if last and last["output_type"] == "stream" and last["name"] == self.name_of_stream:
            last["text"] += text
        elif text:
            self.outputs.append({"output_type": "stream", "name": self.name_of_stream, "text": text})
        self.stream.write(text)
        self.stream.flush()
        return len(text)

    def flush(self):
        self.stream.flush()


def without_magics(text):
    """What plain Python can run of a cell."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and first[2:].split(" ")[0] not in ("time", "timeit", "capture"):
        raise SyntaxError("the magic %s needs IPython, which is not in this environment" % first.split()[0])
    kept = []
    for line in lines:
        bare = line.strip()
        if bare.startswith("%%"):
            kept.append("")
        elif bare.startswith("%"):
            name = (bare[1:].split() or [""])[0]
            if name in ("time", "timeit"):
                kept.append(line.replace("%" + name, "", 1).strip())
            elif name in HARMLESS:
                kept.append(line[: len(line) - len(line.lstrip())] + "pass")
            else:
                raise SyntaxError("the magic %%%s needs IPython, which is not in this environment" % name)
        elif bare.startswith("!"):
            raise SyntaxError("%s is for a shell; it needs IPython, which is not in this environment" % bare)
        else:
            kept.append(line)
    return "\n".join(kept)


def run_cell(text, names, number):
    outputs = []
    out, err = Tee("stdout", outputs, sys.__stdout__), Tee("stderr", outputs, sys.__stderr__)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            tree = ast.parse(without_magics(text), "<cell %d>" % number)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "<cell %d>" % number, "exec"), names)
            if last is not None and not text.rstrip().endswith(";"):
                value = eval(compile(ast.Expression(last.value), "<cell %d>" % number, "eval"), names)
                if value is not None:
                    names["_"] = value
                    outputs.append(
                        {
                            "output_type": "execute_result",
                            "execution_count": number,
                            "data": {"text/plain": repr(value)},
                            "metadata": {},
                        }
                    )
            elif last is not None:
                exec(compile(ast.Module([last], []), "<cell %d>" % number, "exec"), names)
            return outputs, True
        except BaseException as failed:
            if isinstance(failed, SystemExit) and failed.code in (None, 0):
                return outputs, True
            kept = traceback.format_exc().splitlines()
            outputs.append(
                {"output_type": "error", "ename": type(failed).__name__, "evalue": str(failed), "traceback": kept}
            )
            sys.__stderr__.write("\n".join(kept) + "\n")
            return outputs, False


def plain(notebook):
    import types

    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    names = module.__dict__
    ok, number = True, 0
    cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code"]
    for cell in cells:
        cell["outputs"], cell["execution_count"] = [], None
    for at, cell in enumerate(cells, 1):
        text = source(cell)
        if not text.strip():
            continue
        number += 1
        tell("[cell %d of %d]" % (at, len(cells)))
        cell["outputs"], ok = run_cell(text, names, number)
        cell["execution_count"] = number
        if not ok:
            break
    return ok


def by_nbclient(path):
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    total = sum(1 for cell in notebook.cells if cell.cell_type == "code")

    class Telling(NotebookClient):
        seen = 0

        async def async_execute_cell(self, cell, *arguments, **options):
            if cell.cell_type == "code":
                self.seen += 1
                tell("[cell %d of %d]" % (self.seen, total))
            return await super().async_execute_cell(cell, *arguments, **options)

    kernel = os.environ.get("SPECIMEN_KERNEL") or "python3"
    client = Telling(notebook, timeout=None, kernel_name=kernel)
    try:
        client.execute()
        ok = True
    except CellExecutionError as failed:
        sys.__stderr__.write(str(failed) + "\n")
        ok = False
    return json.loads(nbformat.writes(notebook)), ok


def has(*modules):
    return all(importlib.util.find_spec(module) for module in modules)


def main():
    path, target, how = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    try:
        with open(path, encoding="utf-8") as file:
            notebook = json.load(file)
        if "cells" not in notebook:
            raise ValueError("it is a notebook of an old format; open and save it in Jupyter first")
    except (OSError, ValueError) as unreadable:
        sys.__stderr__.write("%s cannot be read: %s\n" % (path, unreadable))
        return 3
    os.chdir(os.path.dirname(path))
    with_kernel = how == "nbclient" or (how == "any" and has("nbclient", "nbformat", "ipykernel"))
    tell("[by %s]" % ("nbclient" if with_kernel else "plain Python"))
    if with_kernel:
        notebook, ok = by_nbclient(path)
    else:
        sys.path.insert(0, os.path.dirname(path))
        sys.argv = [path]
        ok = plain(notebook)
    notebook.setdefault("metadata", {})["specimen"] = {"run": "nbclient" if with_kernel else "plain"}
    try:
        with open(target, "w", encoding="utf-8") as file:
            json.dump(notebook, file, indent=1, ensure_ascii=False)
            file.write("\n")
    except OSError as unwritable:
        sys.__stderr__.write("%s cannot be written: %s\n" % (target, unwritable))
        return 3
    return 0 if ok else 1


sys.exit(main())
