"""What the reader may know about this one call: the names and words of the brief."""

from dataclasses import dataclass

from app.domain.call import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Names to recognise and not to mistake for meaning, and the seller's own words for problems and proof."""

    trainee_name: str = ""
    seller_company: str = ""
    product: str = ""
    problems: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    prospect_name: str = ""
    prospect_company: str = ""
    industry: str = ""
    public_facts: tuple[str, ...] = ()


def lexicon_for(brief: Brief | None) -> Lexicon:
    """The lexicon of a brief; an empty one for an imported call without any."""
    if brief is None:
        return Lexicon()
    return Lexicon(
        trainee_name=brief.trainee_name,
        seller_company=brief.seller.company,
        product=brief.seller.product,
        problems=brief.seller.problems,
        proof=brief.seller.proof,
        prospect_name=brief.prospect_name or "",
        prospect_company=brief.prospect_company,
        industry=brief.prospect_industry,
        public_facts=brief.public_facts,
    )
