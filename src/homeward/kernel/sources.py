"""What a module is made of: its own source and every source of this package that it imports, directly or not."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package."""

# Parsing forty sources takes 30 ms at every start, this 2 ms; a test holds it against Python's own parser. A sentence
# in a docstring that reads like an import adds a source too many, which costs nothing.
IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<package>homeward[\w.]*)[ \t]+import[ \t]+(?P<names>\([^)]*\)|.*)"
    r"|import[ \t]+(?P<modules>.*homeward.*))",
    re.MULTILINE,
)
NAME = re.compile(r"([\w.]+)(?:[ \t]+as[ \t]+\w+)?")


def mentioned(text):
    """Return the dotted names that this source imports from the package: modules, and what else it takes from them."""
    names = set()
    for found in IMPORT.finditer(text):
        package, wanted = found["package"], re.sub("#.*", "", found["names"] or found["modules"])
        for name in NAME.findall(wanted):
            names.add(f"{package}.{name}" if package else name)
        if package:
            names.add(package)
    return names


def file_of(module, root):
    """Return the source of this module or package below root; None when the name is none."""
    place = root.joinpath(*module.split("."))
    for file in (place.with_suffix(".py"), place / "__init__.py"):
        if file.is_file():
            return file
    return None


def closure(source, root=ROOT):
    """Return source and all the sources below root that it imports, sorted.

    A package's own `__init__` counts only where something is taken from it: the machine code of a module does not
    depend on the packages it lies in.
    """
    files, due = {source}, [source]
    while due:
        for name in mentioned(due.pop().read_text(encoding="utf-8")):
            file = file_of(name, root)
            if file is not None and file not in files:
                files.add(file)
                due.append(file)
    return sorted(files)
