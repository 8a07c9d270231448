"""Answers that several criteria ask for, worked out once per call."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from app.scoring.graph import Call

T = TypeVar("T")


def once_per_call(judge: Callable[[Call], T]) -> Callable[[Call], T]:
    """`judge` with its answer kept by the call, since several criteria ask for it."""

    @wraps(judge)
    def kept(call: Call) -> T:
        key = f"{judge.__module__}.{judge.__qualname__}"
        if key not in call.kept:
            call.kept[key] = judge(call)
        return cast(T, call.kept[key])

    return kept
