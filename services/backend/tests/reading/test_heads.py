"""Heads over a scripted embedder: what they may add, what they may not, and what happens without the model."""

from pathlib import Path

import pytest

from app.domain.acts import Act, Reading
from app.reading import Lexicon, Reader, heads_status, load_heads, read
from app.reading.embedder import masked
from app.reading.heads import load_weights
from app.reading.normal import view
from app.reading.signs import ACTS, SIZE

from .scripted import Scripted, reader


def confidence(reading: Reading, act: Act) -> float:
    found = reading.first(act)
    return found.confidence if found else 0.0


ODD = "The lorries keep the yard awake."


def test_a_likely_act_is_added_with_its_probability() -> None:
    assert confidence(reader(names_problem=0.8).read(ODD), Act.NAMES_PROBLEM) == pytest.approx(0.8, abs=0.01)


def test_below_its_threshold_nothing_is_added() -> None:
    assert reader(names_problem=0.55).read(ODD) == read(ODD)


def test_what_patterns_are_sure_of_stays_as_it_is() -> None:
    line = "Can we meet on Thursday at two?"
    assert reader(asks_meeting=0.9, small_talk=0.9, hold=0.9).read(line).acts >= read(line).acts
    assert confidence(reader(asks_meeting=0.9).read(line), Act.ASKS_MEETING) == confidence(read(line), Act.ASKS_MEETING)


def test_a_question_of_a_kind_replaces_the_other_question() -> None:
    line = "What colour is the sky over there?"
    assert Act.ASKS_OTHER in read(line).acts
    acts = reader(asks_impact=0.9).read(line).acts
    assert Act.ASKS_IMPACT in acts
    assert Act.ASKS_OTHER not in acts


def test_one_kind_of_question_is_enough() -> None:
    acts = reader(asks_impact=0.9, asks_problem=0.8).read("What colour is the sky over there?").acts
    assert acts & {Act.ASKS_IMPACT, Act.ASKS_PROBLEM} == {Act.ASKS_IMPACT}


@pytest.mark.parametrize("act", [Act.ASKS_IMPACT, Act.EXPLORES_OBJECTION, Act.ANSWERS_QUESTION, Act.REFLECTS])
def test_form_and_context_speak_against_some(act: Act) -> None:
    assert reader(**{act.value: 0.95}).read(ODD) == read(ODD)


def test_an_answer_needs_a_question_before_it() -> None:
    acts = reader(answers_question=0.95).read(ODD, previous_line="How did you get this number?").acts
    assert Act.ANSWERS_QUESTION in acts


def test_words_of_others_and_denied_words_are_never_added() -> None:
    for line in ("He said the lorries keep the yard awake.", "I do not want to schedule a meeting."):
        assert Act.ASKS_MEETING not in reader(asks_meeting=0.95).read(line).acts


def test_a_time_needs_a_day_or_an_hour() -> None:
    assert Act.PROPOSES_TIME not in reader(proposes_time=0.95).read(ODD).acts


def test_at_most_two_are_added() -> None:
    acts = reader(names_problem=0.9, off_topic=0.8, small_talk=0.7, value_claim=0.65).read(ODD).acts
    assert len(acts - read(ODD).acts) == 2


def test_names_are_masked_however_they_are_written() -> None:
    known = Lexicon(trainee_name="Ines Okafor", prospect_name="Dana Reyes", seller_company="Boxford")
    lines = ("Dana, it's Ines Okafor from Boxford.", "dana its ines okafor from boxford")
    assert {masked(view(line), known) for line in lines} == {"someone it is someone from someone"}
    assert masked(view("The trucks of Halvorsen are late on Monday"), Lexicon()) == (
        "the trucks of someone are late on monday"
    )


def test_a_product_that_is_a_phrase_hides_no_plain_word() -> None:
    known = Lexicon(product="software from Boxford that checks every carrier invoice against the agreed rate")
    line = "How does the boxford software check an invoice against the rate?"
    assert masked(view(line), known) == "how does the someone software check an invoice against the rate"


def test_without_the_model_there_are_no_heads_and_it_says_so(tmp_path: Path) -> None:
    assert load_heads(tmp_path) is None
    assert "patterns alone" in heads_status(tmp_path)
    assert Reader(load_heads(tmp_path)).read(ODD) == read(ODD)
    assert Reader().builds_on("What does that cost?", "We lose pallets.") > 0
    assert Reader().asks_commitment("Can we meet on Thursday at two?") > 0.5
    assert Reader().objects("We cannot afford that.") is None


def test_the_weights_in_the_package_fit_the_signs_and_are_small() -> None:
    weights = load_weights()
    assert weights.acts.shape == (len(ACTS), SIZE + 1)
    import app.reading.heads as heads

    sizes = {file.stem: file.stat().st_size for file in Path(heads.__file__).parent.glob("*.npz")}
    assert sizes.pop("ways") < 700_000
    assert sizes.keys() == {"acts", "uptake", "asks", "wanted", "objections"}
    assert sum(sizes.values()) < 400_000


def test_what_is_overheard_reads_later_without_embedding_anything_but_the_rest() -> None:
    said, embedder = "We spoke in May. You had two sites then. What has", Scripted()
    by = reader(embedder)
    by.overhear(said, previous_line="Go on.")
    ahead = list(embedder.seen)
    assert ahead == ["go on", "we spoke in may", "you had two sites then"]
    by.read(f"{said} changed?", previous_line="Go on.")
    assert set(embedder.seen) - set(ahead) == {"what has changed"}


def test_overhearing_without_heads_does_nothing() -> None:
    Reader().overhear("We spoke in May. You had", previous_line="Go on.")


def test_a_mere_nod_is_no_specific_acknowledgement() -> None:
    before = "I've got a meeting in two minutes."
    assert Act.ACKNOWLEDGES_SPECIFIC not in reader(acknowledges_specific=0.95).read("Sure.", previous_line=before).acts
    told = reader(acknowledges_specific=0.95).read("Two minutes, then.", previous_line=before)
    assert Act.ACKNOWLEDGES_SPECIFIC in told.acts


def test_what_other_words_take_away_from_a_question_no_head_gives_back() -> None:
    assert Act.ASKS_PROBLEM not in reader(asks_problem=0.95).read("Does that change it for you?").acts
