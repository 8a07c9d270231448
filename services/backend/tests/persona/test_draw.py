"""Draws of one persona."""

from app.persona.draw import Draw


def test_nobody_names_two_numbers_for_one_thing() -> None:
    drawn = [
        Draw(seed, "hash").sayings(
            ["We get [thirty|twenty] bills a month. [Really|It's fine|Ask anyone]."], {}, "bills"
        )
        for seed in range(40)
    ]
    assert all(len({"thirty" in line for line in lines}) == 1 for lines in drawn)
    assert {lines[0].split()[2] for lines in drawn} == {"thirty", "twenty"}
    assert any(len(lines) > 1 for lines in drawn)
