"""The one mapping from failures to answers: every error has the same shape on the wire."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.domain.errors import RingsideError

logger = logging.getLogger(__name__)

CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}


def body(code: str, message: str, hint: str = "") -> dict[str, Any]:
    """The error shape of the wire."""
    return {"error": {"code": code, "message": message, "hint": hint}}


def install(app: FastAPI) -> None:
    """Answer every failure in the one shape."""
    app.add_exception_handler(RingsideError, _expected)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _expected(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RingsideError)
    return JSONResponse(body(error.code, error.message, error.hint), error.status)


async def _malformed(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    problems = []
    for problem in error.errors()[:5]:
        where = ".".join(str(step) for step in problem["loc"] if step != "body")
        problems.append(f"{where}: {problem['msg']}" if where else problem["msg"])
    return JSONResponse(
        body("invalid_request", "; ".join(problems), "Correct the named fields and send it again."), 422
    )


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = CODES.get(error.status_code, "http_error")
    return JSONResponse(body(code, str(error.detail)), error.status_code, error.headers)


async def _unexpected(_request: Request, error: Exception) -> JSONResponse:
    logger.error("unexpected %s", type(error).__name__, exc_info=error)
    return JSONResponse(body("internal", "Something went wrong in Ringside.", "Try again; the log says more."), 500)
