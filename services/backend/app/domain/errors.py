"""Failures that the user can be told about: a code for programs, a message for people, a hint what to do."""


class RingsideError(Exception):
    """Base of every expected failure; mapped to the wire once, at the border."""

    code = "internal"
    status = 500

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFound(RingsideError):
    """An id that nothing is known about."""

    code = "not_found"
    status = 404


class Conflict(RingsideError):
    """The thing exists but its state forbids what was asked."""

    code = "conflict"
    status = 409


class Invalid(RingsideError):
    """Input that reads well but cannot be used."""

    code = "invalid"
    status = 422


class ModelMissing(RingsideError):
    """An engine was asked to work and its model is not on disk."""

    code = "model_missing"
    status = 503


class EngineFailed(RingsideError):
    """An engine has its model and still could not do its work."""

    code = "engine_failed"
    status = 503
