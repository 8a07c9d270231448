"""The model card of the reader's heads, written from the figures of one training run."""

from dataclasses import dataclass, field

from app.domain.acts import Act
from training.measure import Counts

TARGETS = {"punctuated": 0.80, "bare": 0.72}
UPTAKE_TARGET, ASK_TARGET, OBJECTION_TARGET = 0.57, 0.61, 0.35


@dataclass
class Figures:
    """What one run measured."""

    lines: int
    bare: int
    held_out: tuple[str, ...]
    uptake: float | None = None
    asks: float | None = None
    objections: float | None = None
    objections_unseen: float | None = None
    acts: dict[str, tuple[Counts, Counts]] = field(default_factory=dict)
    """By form of writing: patterns alone, and patterns with heads."""
    added: list[Act] = field(default_factory=list)


def card(figures: Figures) -> str:
    """The whole page, in Markdown."""
    parts = [_HEAD.format(lines=figures.lines, bare=figures.bare, held=", ".join(figures.held_out))]
    parts.append(
        "| held-out writers | macro-F1, patterns | macro-F1, with heads | target | precision, patterns | with heads |"
    )
    parts.append("|---|---|---|---|---|---|")
    for name, (before, after) in figures.acts.items():
        parts.append(
            f"| {name} | {before.macro():.3f} | {after.macro():.3f} | {TARGETS[name]:.2f} "
            f"| {before.precision():.3f} | {after.precision():.3f} |"
        )
    parts.append("\n| public sets, dialogues kept together over five folds | figure | target |\n|---|---|---|")
    for name, figure, target in (
        ("uptake, Spearman", figures.uptake, UPTAKE_TARGET),
        ("asks, kappa", figures.asks, ASK_TARGET),
        ("objections and refusals, kappa", figures.objections, OBJECTION_TARGET),
        ("the same, trained on lines of our own alone", figures.objections_unseen, OBJECTION_TARGET),
    ):
        parts.append(f"| {name} | {'not run' if figure is None else f'{figure:.3f}'} | {target:.2f} |")
    parts.append("\nHeads that add acts: " + ", ".join(f"`{act}`" for act in figures.added) + ".\n")
    for name, (before, after) in figures.acts.items():
        parts.append(f"\n## By act, {name}\n\n| act | lines | precision | recall | F1 | F1, patterns alone |")
        parts.append("|---|---|---|---|---|---|")
        for act in after.acts():
            lines, precision, recall, f1 = after.row(act)
            parts.append(
                f"| `{act}` | {lines} | {precision:.2f} | {recall:.2f} | {f1:.2f} | {before.row(act)[3]:.2f} |"
            )
    return "\n".join(parts) + "\n"


_HEAD = """# Model card: the heads of the reader

Small logistic heads over all-MiniLM-L6-v2 (int8, 384 numbers a sentence) and the signs of the patterns. They add acts
that the patterns miss and drop none but "other question". The product reads with them in calls, typed or spoken, and
for scorecards wherever the model is on disk, and says in its readiness when it is not; `read(...)` stays with patterns
alone.

**Data.** {lines} labelled lines in `services/backend/training/lines`, {bare} of them in lower case without punctuation.
They are written out of fewer phrasings with alternatives (`training/phrasings`), so lines of one phrasing resemble each
other; the voices were all written by one hand for this product and are not recordings of calls. Figures below are on
writers that no head was trained on ({held});
that tells how well voices carry over, not how real callers are read.
Uptake: 1,998 rated exchanges of pupils and teachers (MIT). Asks: 300 labelled dialogues of PersuasionForGood (mirror
under Apache-2.0); an ask is a proposition of a donation, a question for its amount or for more. Objections: the other
side of the same dialogues, where a donation is refused or reacted to negatively, and 403 lines of our own
(`training/objections.tsv`). Neither set is part of the product.

What a question is after has a head of its own, trained on the ways to ask in `training/askings.tsv`;
`training/askings.py` prints how left-out ones fare: 62 in 100 of them are found right, most others are taken for a
neighbouring matter (what it costs the business for what a trouble costs).

**Limits.** English only. Names are masked before embedding. Heads add acts from one common probability, the strictest
within half a point of the highest macro-F1 over folds leaving writers out; acts that this does not serve there stay
with the patterns. They add two acts a sentence at most, none in quoted or reported speech, none whose own words stand
there denied. Other processors give slightly other vectors, see [ADR 7](adr/0007-reading-by-form-then-meaning.md). Not
yet compared with human raters.

**Again.** `python -m training.write_lines`, then `python -m training.train_heads --models DIR --public DIR`, both from
`services/backend`. Without `--public` only the act heads are trained anew. There is no chance in the training.
"""
