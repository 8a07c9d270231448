"""The briefing: what a rep would know, true, and nothing that must be found out."""

from app.persona import PersonaGenerator, brief_for, ready_made


def test_the_briefing_names_the_prospect_and_only_public_facts() -> None:
    persona = PersonaGenerator().generate(7)
    brief = brief_for(persona, ready_made(), "Alex")
    assert brief.trainee_name == "Alex"
    assert brief.prospect_name == persona.name
    assert brief.prospect_company == persona.company
    assert brief.seller.problems == ready_made().problems
    assert len(brief.public_facts) == len(persona.public_fact_ids) >= 1


def test_public_facts_are_what_the_prospect_confirms_when_asked() -> None:
    persona = PersonaGenerator().generate(7)
    brief = brief_for(persona, ready_made(), "Alex")
    fact = next(fact for fact in persona.facts if fact.public)
    told = persona.words["news"]
    assert told in brief.public_facts[0]
    assert all(told in saying for saying in fact.sayings)


def test_nothing_hidden_stands_in_the_briefing() -> None:
    for seed in range(30):
        persona = PersonaGenerator().generate(seed)
        text = str(brief_for(persona, ready_made(), "Alex"))
        assert not [fact.id for fact in persona.facts if fact.hidden for saying in fact.sayings if saying in text]
