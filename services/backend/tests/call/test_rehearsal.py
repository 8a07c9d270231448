"""While it rings, the lines that are likely whatever happens are made ahead; a live call needs the processor itself."""

from app.domain.lead_ins import lead_ins
from tests.scripted_call import ScriptedCall


async def test_fixed_lines_and_lead_ins_are_prepared_while_it_rings_and_dropped_at_the_pick_up() -> None:
    call = ScriptedCall("Sure, go on.")
    seen: list[list[str]] = []
    for at_s in (0.9, 2.0):
        call.at(at_s, lambda _: seen.append(call.voice.prepared))
    await call.run(3)
    ringing, live = seen
    assert ringing[0].startswith("Hello?")
    assert set(lead_ins()) <= set(ringing)
    assert live == []
