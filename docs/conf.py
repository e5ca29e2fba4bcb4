"""How the documentation is built: ``sphinx-build -n -W docs docs/_build``."""

from __future__ import annotations

import ast
import contextlib
import enum
import importlib
import importlib.util
import inspect
import pkgutil
import sys
from importlib.metadata import version as installed_version
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

import foiprevent

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "foiprevent"
author = "The foiprevent authors"
release = version = installed_version("foiprevent")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"{project} {release}"
html_show_copyright = False
html_show_sourcelink = False
nitpicky = True

myst_heading_anchors = 3

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

nitpick_ignore_regex = [
    (r"py:.*", r"(?:.*\.)?[TKV]"),  # type variables
    (r"py:.*", r"foiprevent\.findings\._reading\.Reading"),  # what a rule reads: not public
    (r"py:.*", r"(?:attrs?|hypothesis|numpy)\..*"),  # their own documentation describes them
]

PYTHON_DOCS = "https://docs.python.org/3/library"


def _import_for_annotations() -> None:
    """Import what the modules import for type checkers only: autodoc reads annotations."""
    for found in pkgutil.walk_packages(foiprevent.__path__, "foiprevent."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for statement in ast.parse(inspect.getsource(module)).body:
            if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
                imports = compile(ast.Module(statement.body, []), found.name, "exec")
                exec(imports, vars(module))  # noqa: S102 (they are the module's own imports)


def _find(name: str) -> object:
    """Return what *name* names in the package or the standard library, or ``None``."""
    module, _, rest = name.rpartition(".")
    while module:
        if module.partition(".")[0] in {"foiprevent", *sys.stdlib_module_names}:
            with contextlib.suppress(ImportError, AttributeError):
                return attrgetter(rest)(importlib.import_module(module))
        module, _, head = module.rpartition(".")
        rest = f"{head}.{rest}"
    return None


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Node | None:
    """Link a name that the package re-exports, or one of the standard library."""
    target = node["reftarget"]
    meant = _find(target) if node.get("refdomain") == "py" else None
    if meant is None:
        return None
    if not target.startswith("foiprevent."):
        page = f"{PYTHON_DOCS}/{target.rpartition('.')[0]}.html#{target}"
        return nodes.reference("", "", content, internal=False, refuri=page)
    domain = env.domains.python_domain
    last = target.rpartition(".")[2]
    for known in domain.objects:
        if known.rpartition(".")[2] == last and _find(known) == meant:
            return domain.resolve_xref(
                env, node["refdoc"], app.builder, node["reftype"], known, node, content
            )
    return None


def _plain(
    _app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from reading ``word: text`` below a member as a type and a text."""
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def _members(
    _app: Sphinx, _what: str, _name: str, member: object, _skip: object, _options: object
) -> bool | None:
    """Keep the members of an enumeration whose names say it all."""
    return False if isinstance(member, enum.Enum) else None


def _public_names(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Show a type by the name it is documented under, not by the module that defines it."""
    for link in doctree.findall(nodes.reference):
        if "._" in link.astext() and "refid" in link:
            for text in list(link.findall(nodes.Text)):
                text.parent.replace(text, nodes.Text(link["refid"]))


GENERATED = {"law_pages": "law", "audit_pages": "findings", "life_pages": "life"}
"""The tools that write pages from the library's own data, and the folder of each."""


def _write_pages(app: Sphinx) -> None:
    """Write the pages that are made from the data of the library."""
    for name, folder in GENERATED.items():
        tool = Path(app.srcdir).parent / "tools" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, tool)
        if spec is None or spec.loader is None:
            raise ImportError(f"cannot load {tool}")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.write(Path(app.srcdir) / folder)


ACCESSIBLE = {
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Site">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<div id="search-results">': '<h1>Search</h1>\n<div id="search-results">',
}
"""What the theme leaves out, for those who hear a page or go through it with the keyboard."""


def _make_accessible(app: Sphinx, error: Exception | None) -> None:
    """Put into every page what the theme leaves out."""
    if error is not None or app.builder.format != "html":
        return
    for page in Path(app.outdir).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for bare, named in ACCESSIBLE.items():
            text = text.replace(bare, named)
        page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the handlers above."""
    _import_for_annotations()
    app.connect("builder-inited", _write_pages)
    app.connect("missing-reference", _resolve)
    app.connect("autodoc-process-docstring", _plain, priority=400)
    app.connect("autodoc-skip-member", _members)
    app.connect("doctree-resolved", _public_names)
    app.connect("build-finished", _make_accessible)
