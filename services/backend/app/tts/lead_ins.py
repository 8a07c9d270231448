"""A few words each that open a turn while the next clause is made; fixed, so that every voice can have them ready."""

from app.domain.speech import LeadIn

_BY_MOOD = {
    "plain": ("Well,", "Yeah, so,", "Okay, so,", "So,", "Right,", "Alright,", "I mean,"),
    "warm": ("Oh, sure,", "Yeah, no,", "Ha, okay,", "Okay, fair,", "Yeah, look,", "Good question,"),
    "curt": ("Look,", "Listen,", "Okay, look,", "Yeah, look, look,", "No, listen,", "Right, look,"),
    "doubtful": ("Hm, well,", "Eh, well,", "I don't know,", "Yeah, but,", "Okay, but,", "Well, see,"),
    "thinking": ("Uh,", "Um, okay,", "Let me think,", "Uh, let's see,", "Hm,", "Well, uh,"),
    "agreeing": ("Yeah,", "Sure,", "Okay,", "Fair enough,", "That's true,"),
    "surprised": ("Oh,", "Huh,", "Wait,", "Sorry,", "Oh, okay,"),
}

LEAD_INS = tuple(LeadIn(text, mood) for mood, texts in _BY_MOOD.items() for text in texts)
"""Forty-one ways to begin."""
