"""Builds the compiled reader: a wheel in which riwaya.read and riwaya.lang are machine code, proved to print the same bytes.

usage: compile.py [FOLDER]     needs the extra [fast] (mypy, setuptools, wheel), a C compiler and the headers of Python

The wheel goes to FOLDER, else to dist/. It is the pure wheel of this version with compiled modules beside those sources that
mypyc takes. A fresh environment reads the samples and the cases of this project with it; only a wheel that prints byte for byte
what the pure reader prints is handed over. Takes five to ten minutes.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import riwaya
from compile_source import rewritten
from riwaya.read.rules import WORDS
from riwaya.version import __version__

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "riwaya"
_MADE = ("document", "event", "statement")
"""The modules of the model whose records the reader makes; not ``reading``, of whose record ``api.py`` makes one of its own."""
COMPILED = ("read", "lang", "spelling.py", "tables.py", *(f"model/{name}.py" for name in _MADE))
"""Folders and files of the package that are compiled."""
INTERPRETED = {"read/rules.py": "names every rule once at the start; mypyc does not see the types of the tuples that it joins"}
"""Modules in them that stay as they are → why."""
SHAPES = (
    ("samples", ("read", "--format", "jsonl")),
    ("samples", ("read", "--format", "html")),
    ("samples", ("explain",)),
    ("cases", ("read", "--format", "jsonl")),
)
"""What is printed twice and compared: which texts, in which shape."""
LAST = 40
"""So many lines of what a failed command said last are shown."""
EVERY = 40
"""A line of progress for so many files of C."""


class BuildError(Exception):
    """The wheel could not be built or does not read as the pure reader does; the message says why and what to do."""


def own_texts() -> list[dict[str, Any]]:
    """The samples and the cases of this project."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "samples").glob("*.json"))]
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        found += [case for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []) if "text" in case]
    return found


def say(words: str) -> None:
    """One line of progress; the table of bench.py has the other stream for itself."""
    print(words, file=sys.stderr, flush=True)


def lacking() -> str:
    """What this machine lacks for the build and how to get it; empty where nothing is lacking."""
    missing = [name for name in ("mypyc", "setuptools", "wheel") if importlib.util.find_spec(name) is None]
    if missing:
        return f"no {' and no '.join(missing)}: pip install -e '.[fast]'"
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if os.name == "posix" and shutil.which(compiler) is None:
        return f"no C compiler ({compiler}): on Debian apt-get install gcc python3-dev"
    if Path(riwaya.__file__).parent != PACKAGE:
        return f"no pure reader to compare with, but {riwaya.__file__}: pip install -e ."
    header = Path(sysconfig.get_path("include")) / "Python.h"
    return "" if header.exists() else f"no {header}: on Debian apt-get install python3-dev"


def takes(name: str) -> bool:
    """Whether mypyc compiles a module, by its path in the package; the empty files that make a folder a package stay."""
    path = Path(name)
    inside = path.suffix == ".py" and path.name != "__init__.py" and name not in INTERPRETED
    return inside and (path.parts[0] in COMPILED or name in COMPILED)


def source(name: str) -> bytes:
    """A file of the package as the compiled wheel has it.

    Compiled functions answer for no docstrings, so the words of the rules, which are their docstrings, are written out.
    """
    text = (PACKAGE / name).read_bytes()
    if name == "read/rules.py":
        written = json.dumps(WORDS, ensure_ascii=False, indent=4)
        return text + f"WORDS.update({written})\n".encode()
    return rewritten(text.decode()).encode() if takes(name) else text


def files() -> list[str]:
    """Every file of the package, by its path in it."""
    found = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(PACKAGE).as_posix() for path in found)


def copy(folder: Path) -> None:
    """The package without what mypyc does not take, in a folder."""
    for name in files():
        path = folder / "riwaya" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source(name))


def at_hand(folder: Path) -> Path | None:
    """A compiled wheel of this version, Python and machine in a folder, made from the sources as they are now."""
    for path in folder.glob(f"riwaya-{__version__}-{tag()}.whl"):
        with zipfile.ZipFile(path) as wheel:
            names = set(wheel.namelist())
            if all(f"riwaya/{name}" in names and wheel.read(f"riwaya/{name}") == source(name) for name in files()):
                return path
    return None


def tag() -> str:
    """The name of this Python and machine in the names of wheels (cp311-cp311-linux_x86_64)."""
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return f"{python}-{python}-{re.sub('[-.]', '_', sysconfig.get_platform())}"


def build(folder: Path) -> Path:
    """The proved wheel, in a folder. Raises BuildError."""
    if lack := lacking():
        raise BuildError(lack)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        tree = pure(work)
        translate(tree)
        mark(next(tree.glob("*.dist-info")) / "WHEEL")
        run([sys.executable, "-m", "wheel", "pack", str(tree), "--dest-dir", str(work)])
        made = work / f"riwaya-{__version__}-{tag()}.whl"
        complete(made)
        prove(made, work)
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(made, folder))


def pure(work: Path) -> Path:
    """The pure wheel of this version, unpacked, with the copy of the package in place of the package."""
    say("building the pure wheel")
    run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work / "pure"), str(ROOT)])
    run([sys.executable, "-m", "wheel", "unpack", str(next((work / "pure").glob("*.whl"))), "--dest", str(work)])
    tree = work / f"riwaya-{__version__}"
    if lost := set(files()) - {path.relative_to(tree / "riwaya").as_posix() for path in (tree / "riwaya").rglob("*")}:
        raise BuildError(f"the pure wheel lacks {', '.join(sorted(lost))}")
    copy(tree)
    return tree


def run(command: list[str]) -> bytes:
    """What a command prints. Raises BuildError where it fails."""
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        told = (done.stderr or done.stdout).decode(errors="replace").splitlines()
        raise BuildError("\n".join([f"{shlex.join(command)} failed:", *told[-LAST:]]))
    return done.stdout


TRANSLATE = """
import sys
from mypyc.build import mypycify
options = ["--config-file=", "--cache-dir=../cache", "--ignore-missing-imports", "--follow-imports=silent"]
made = mypycify([*options, *sys.argv[1:]], opt_level="2", debug_level="0", multi_file=True, target_dir="../c", group_name="riwaya")
if sys.platform == "linux":  # modules call one another straight, not by the table of a shared library: some 4 % faster
    with open("../cold.h", "w") as header:  # what is done when something was raised stands apart from what is done else
        header.write("struct _object;\\n__attribute__((cold)) ")
        header.write("void CPy_AddTraceback(const char *, const char *, int, struct _object *);\\n")
    for given in {id(one.extra_compile_args): one.extra_compile_args for one in made}.values():
        given += ["-fvisibility=hidden", "-fno-plt", "-include", "../cold.h"]
"""
SETUP = (
    TRANSLATE
    + """
from setuptools import setup
setup(name="riwaya", ext_modules=made, script_args=["build_ext", "--inplace", "--build-temp", "../objects"])
"""
)


def refused(tree: Path, modules: Sequence[str]) -> list[str]:
    """What mypyc says against some modules of a copy of the package, by their paths in it; nothing is compiled from the C."""
    done = subprocess.run([sys.executable, "-c", TRANSLATE, *modules], cwd=tree, capture_output=True, text=True, check=False)
    told = reasons((done.stdout + done.stderr).splitlines()) if done.returncode else []
    return told or ([f"mypyc ended with {done.returncode}"] if done.returncode else [])


def reasons(lines: Sequence[str]) -> list[str]:
    """The lines of a failed build that say why: those that tell of an error, else the last."""
    return [line for line in lines if re.search(r"\b(error|Error)\b", line)] or list(lines[-LAST:])


def translate(tree: Path) -> None:
    """Compile what mypyc takes, the modules beside their sources. Raises BuildError with why the compilers failed."""
    modules = [f"riwaya/{name}" for name in files() if takes(name)]
    say(f"translating {len(modules)} modules to C")
    command = [sys.executable, "-c", SETUP, *modules]
    output: list[str] = []
    with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as compiler:
        output += progress(compiler.stdout or (), tree.parent / "c")
    if compiler.returncode:
        raise BuildError("\n".join(["mypyc or the C compiler failed:", *reasons([line.rstrip("\n") for line in output])]))
    shutil.rmtree(tree / "build", ignore_errors=True)


def progress(lines: Iterable[str], folder: Path) -> Iterator[str]:
    """The lines of the build, while the number of files that are compiled is told."""
    done = 0
    for line in lines:
        if re.search(r" -c \S+\.c\b", line):
            done += 1
            if done % EVERY == 0:
                say(f"compiling file {done} of {len(list(folder.rglob('*.c')))}")
        yield line


def mark(path: Path) -> None:
    """Write into a wheel's own description that it is for one Python and machine."""
    text = re.sub(r"^Tag: .*$", f"Tag: {tag()}", path.read_text(encoding="utf-8"), flags=re.M)
    path.write_text(text.replace("Root-Is-Purelib: true", "Root-Is-Purelib: false"), encoding="utf-8")


def complete(made: Path) -> None:
    """Raises BuildError where a file of the package or a compiled module is not in the wheel."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    wanted = {f"riwaya/{name}" for name in files()}
    wanted |= {f"riwaya/{name.removesuffix('.py')}{suffix}" for name in files() if takes(name)}
    with zipfile.ZipFile(made) as wheel:
        if lost := wanted - set(wheel.namelist()):
            raise BuildError(f"the wheel lacks {', '.join(sorted(lost))}")


def prove(made: Path, work: Path) -> None:
    """Raises BuildError where the wheel, installed in a fresh environment, prints other bytes than the pure reader."""
    say("installing the wheel in a fresh environment")
    venv.create(work / "fresh", with_pip=True)
    scripts = work / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(made)])
    where = run([str(scripts / "python"), "-I", "-c", "from riwaya.read import reader; print(reader.__file__)"]).decode().strip()
    if where.endswith(".py"):
        raise BuildError(f"the fresh environment does not take the compiled reader, but {where}")
    (work / "cases.json").write_text(json.dumps(own_texts(), ensure_ascii=False), encoding="utf-8")
    texts = {"samples": [str(path) for path in sorted((ROOT / "samples").glob("*.json"))], "cases": [str(work / "cases.json")]}
    for name, (verb, *options) in SHAPES:
        say(f"comparing: riwaya {shlex.join([verb, *options])} on the {name}")
        asked = [verb, *texts[name], *options]
        if run([str(scripts / "riwaya"), *asked]) != run([sys.executable, "-m", "riwaya", *asked]):
            raise BuildError(f"compiled and pure reader differ on the {name}: riwaya {shlex.join([verb, *options])}")


def main() -> None:
    """Build, prove and say where the wheel is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    try:
        print(build(folder))
    except BuildError as error:
        sys.exit(f"no compiled wheel: {error}")


if __name__ == "__main__":
    main()
