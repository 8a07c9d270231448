"""One reader for the prospect, typed calls and scorecards: what its heads add is what they all work with."""

from fastapi.testclient import TestClient

from app.call.prospect import SimulatedProspect
from app.dialogue import generate_prospect_turn
from app.domain.acts import Act
from app.domain.call import Scene
from app.domain.prospect import Heard
from app.main import create_app
from app.persona import PersonaGenerator
from app.reading import Reader
from app.scoring import score_session
from app.settings import Settings
from tests.reading.scripted import reader

ODD = "The lorries keep the yard awake."
PERSONA = PersonaGenerator().generate(7)


def acts_heard(by: Reader | None) -> frozenset[Act]:
    prospect = SimulatedProspect(PERSONA, Scene(code=PERSONA.code), reader=by)
    turn = prospect.answer(prospect.initial_state(), Heard(text=ODD))
    assert turn.reading is not None
    return turn.reading.acts


def test_the_prospect_hears_what_heads_add() -> None:
    assert Act.NAMES_PROBLEM not in acts_heard(None)
    assert Act.NAMES_PROBLEM in acts_heard(reader(names_problem=0.9))


def test_the_front_door_takes_a_reader() -> None:
    state = SimulatedProspect(PERSONA, Scene(code=PERSONA.code)).initial_state()
    turn = generate_prospect_turn(state, ODD, PERSONA, reader=reader(insult=0.9))
    assert turn.reading is not None
    assert Act.INSULT in turn.reading.acts


def test_the_scorecard_counts_what_heads_add() -> None:
    lines = [{"speaker": "prospect", "text": "Hello?"}, {"speaker": "trainee", "text": ODD}]
    plain, read_more = score_session(lines), score_session(lines, reader=reader(states_reason=0.9))
    assert plain["dimensions"]["opener"]["points"] < read_more["dimensions"]["opener"]["points"]


def test_readiness_says_that_the_model_for_meaning_is_missing_and_reads_on_by_patterns(client: TestClient) -> None:
    for _ in range(100):
        engines = {engine["purpose"]: engine for engine in client.get("/readiness").json()["engines"]}
        if engines["reading"]["state"] != "loading":
            break
    assert engines["reading"]["state"] == "ready"
    assert "patterns alone" in engines["reading"]["detail"]


def test_one_reader_serves_typed_calls_and_cards(settings: Settings) -> None:
    ringside = create_app(settings).state.ringside
    assert ringside.exercises.reader is ringside.reader
