"""Small changes of code, one at a time: each is a mistake somebody could make, and some test should notice it."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parent.parent.parent
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add,
}  # fmt: skip
_WAYS = 2
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change: in which file, which place, what it was and what it became."""

    file: str
    line: int
    index: int
    way: int
    """Which node of the module is changed, and in which of its ways."""
    was: str
    became: str
    function: str | None
    """The outermost function whose body it stands in, with its class; None for what runs once, while the module loads."""

    @property
    def key(self) -> str:
        """What `accepted.txt` calls it: lines move."""
        return f"{self.file}: {self.was} → {self.became}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.was} → {self.became}"


def mutants(folder: str) -> list[Mutant]:
    """List every change of the modules below a folder."""
    return [
        Mutant(file.relative_to(ROOT).as_posix(), line, index, way, was, became, functions.get(index))
        for file in sorted((ROOT / folder).rglob("*.py"))
        for tree in [ast.parse(file.read_text(encoding="utf-8"))]
        for functions in [_functions(tree)]
        for line, index, way, was, became in _changes(tree)
    ]


def compiled(mutant: Mutant) -> CodeType:
    """Return the code of a module with one change; every line keeps its number."""
    tree = ast.parse((ROOT / mutant.file).read_text(encoding="utf-8"))
    node = next(node for index, node in enumerate(ast.walk(tree)) if index == mutant.index)
    _change(node, mutant.way)
    for child in ast.walk(node):
        if child is not node and isinstance(child, ast.expr) and not hasattr(child, "lineno"):
            ast.copy_location(child, node)
    return compile(ast.fix_missing_locations(tree), str(ROOT / mutant.file), "exec", dont_inherit=True)


def _functions(tree: ast.Module) -> dict[int, str]:
    """Return, for every node in the body of a function, the outermost one by its name, that of its class before it."""
    numbers = {node: index for index, node in enumerate(ast.walk(tree))}
    found: dict[int, str] = {}
    waiting: list[tuple[ast.AST, str]] = [(tree, "")]
    while waiting:
        node, place = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = (inner for statement in node.body for inner in ast.walk(statement))
            found |= {numbers[inner]: f"{place}{node.name}" for inner in body}
            continue
        if isinstance(node, ast.ClassDef):
            place = f"{place}{node.name}."
        waiting += [(child, place) for child in ast.iter_child_nodes(node)]
    return found


def _changes(tree: ast.Module) -> Iterator[tuple[int, int, int, str, str]]:
    skipped = _skipped(tree)
    for index, node in enumerate(ast.walk(tree)):
        if node in skipped or _is_idle(node):
            continue
        for way in range(_WAYS):
            other = copy.deepcopy(node)
            if _change(other, way):
                yield getattr(node, "lineno", 1), index, way, _shown(node), _shown(other)


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:80]


def _is_idle(node: ast.AST) -> bool:
    return not isinstance(
        node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.BinOp | ast.Constant | ast.Call | ast.If | ast.IfExp
    )


def _skipped(tree: ast.Module) -> set[ast.AST]:
    """Find what no test could notice, or need not: docstrings, annotations, what only types see, sizes of caches."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(node.value)
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            found |= set(ast.walk(node.annotation))
        if isinstance(node, ast.FunctionDef) and node.returns:
            found |= set(ast.walk(node.returns))
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                found |= set(ast.walk(decorator))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            found |= set(ast.walk(node))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".compile", "TypeVar", "ConfigDict")):
            found |= set(ast.walk(node))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and "Union" in ast.dump(node):
            found |= set(ast.walk(node))
    return found


def _change(node: ast.AST, way: int) -> bool:
    """Change a node in one of the ways there are for it; False when there is no such way."""
    match node:
        case ast.Compare(ops=[op]) if way == 0 and type(op) in _COMPARISONS:
            node.ops = [_COMPARISONS[type(op)]()]
        case ast.BoolOp() if way == 0:
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BoolOp() if way == 1:
            node.values = node.values[:-1] if len(node.values) > 2 else [node.values[0], node.values[0]]
        case ast.UnaryOp(op=ast.Not()) if way == 0:
            node.op = ast.Not()
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.BinOp(op=op) if way == 0 and type(op) in _OPERATIONS and not _is_text(node):
            node.op = _OPERATIONS[type(op)]()
        case ast.Constant(value=bool(value)) if way == 0:
            node.value = not value
        case ast.Constant(value=int(value)) if way == 0 and not isinstance(value, bool):
            node.value = value + 1
        case ast.Constant(value=str(value)) if (
            way == 0 and len(value) > 2 and any("а" <= sign <= "я" for sign in value)
        ):
            node.value = f"{value[:-1]}"
        case ast.Call(func=ast.Name(id=name)) if way == 0 and name in _NAMES:
            node.func = ast.Name(_NAMES[name], ast.Load())
        case ast.If() | ast.IfExp() if way == 0:
            node.test = ast.Constant(True)
        case ast.If() | ast.IfExp() if way == 1:
            node.test = ast.Constant(False)
        case _:
            return False
    return True


def _is_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )
