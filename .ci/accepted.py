"""Asks real tools whether they take the files of a project: PyYAML, pip's own reader of requirements, the shell."""

import pathlib
import re
import subprocess
import sys

import yaml
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._internal.req.req_file import parse_requirements


def requirements(path):
    """Reads a requirements file as pip does; every line of a lock must be pinned."""
    found = [
        install_req_from_parsed_requirement(parsed)
        for parsed in parse_requirements(str(path), session=PipSession())
    ]
    for requirement in found:
        if requirement.link is None and not requirement.is_pinned:
            raise SystemExit(f"{path}: {requirement} is not pinned")
    return found


def environment(path):
    """Reads environment.yml as conda does: safe YAML, and a pin for every package."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert content["channels"][0] == "conda-forge", content["channels"]
    assert "nodefaults" in content["channels"], content["channels"]
    assert "prefix" not in content, content
    specs = [item for item in content["dependencies"] if isinstance(item, str)]
    assert any(re.fullmatch(r"python=\d+\.\d+\.\d+", spec) for spec in specs), specs
    for spec in specs:
        assert spec == "pip" or re.fullmatch(r"([a-z]+::)?[a-z0-9_.-]+=[^=\s]+(=[^=\s]+)?", spec), spec
    for item in content["dependencies"]:
        for line in item.get("pip", []) if isinstance(item, dict) else []:
            assert "==" in line or " @ " in line or line.startswith("-r "), line


def dockerfile(path):
    """The shell must be able to read every RUN line that is not in JSON form."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    commands = re.findall(r"^RUN (?!\[)(.*)$", text, flags=re.MULTILINE)
    for command in commands:
        subprocess.run(["sh", "-n", "-c", command], check=True)


def one(folder, name):
    """The file of that name, or the one that was saved beside a file of the project's own."""
    beside = folder / (name + ".specimen")
    path = beside if beside.exists() else folder / name
    return path if path.exists() else None


def main(folder):
    """Checks every file that is there; at least the plan must be."""
    plan = yaml.safe_load((folder / "specimen.yml").read_text(encoding="utf-8"))
    assert plan["schema"] == 1, plan
    for name in ("requirements.in", "requirements.txt"):
        if plan["stack"] in ("venv", "docker"):
            requirements(one(folder, name))
    if "conda" in plan["stack"]:
        environment(one(folder, "environment.yml"))
    if "docker" in plan["stack"]:
        dockerfile(one(folder, "Dockerfile"))


main(pathlib.Path(sys.argv[1]))
