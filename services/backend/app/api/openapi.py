"""The wire as one document: the HTTP interface plus the messages of the call socket."""

from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from app.schemas import ClientMessage, ErrorAnswer, ServerMessage


def wire_document(app: FastAPI) -> dict[str, Any]:
    """OpenAPI 3.1 document of `app` whose components also hold the messages and the error."""
    document: dict[str, Any] = {**app.openapi()}
    schemas: dict[str, Any] = dict(document.get("components", {}).get("schemas", {}))
    unions: list[tuple[str, TypeAdapter[Any]]] = [
        ("ClientMessage", TypeAdapter(ClientMessage)),
        ("ServerMessage", TypeAdapter(ServerMessage)),
        ("ErrorAnswer", TypeAdapter(ErrorAnswer)),
    ]
    for name, adapter in unions:
        shape = adapter.json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        schemas.update(shape.pop("$defs", {}))
        schemas[name] = shape
    document["components"] = {**document.get("components", {}), "schemas": schemas}
    return document
