"""What the scripted trainees say, several ways each; slots as in `Talk.say`."""

OPENERS = (
    "Hi {given}, {me} from {us}, we haven't spoken before. Could I have thirty seconds to tell you "
    "why I rang, then you decide?",
    "{given}, this is {me} with {us}. I know I'm calling out of nowhere. Can I get half a minute and "
    "you tell me if it's relevant?",
    "Hello {given}, my name's {me}, I'm with {us}. You weren't waiting for my call. Do you mind if I "
    "take twenty seconds?",
)
REASONS = (
    "The reason for my call: at {who}, {problem}. Does that happen at your place?",
    "I'm calling because we keep hearing that {problem}. How much of that do you see?",
    "Here's why I rang. Usually {problem}. Is that something you struggle with?",
)
SITUATION = (
    "What do you do about the {short} at present?",
    "Who on your team deals with the {short} at the moment?",
    "Can you walk me through how the {short} works now?",
)
PROBLEM = (
    "Where does it go wrong with the {short}?",
    "What tends to go wrong there?",
    "What's the most annoying part of the {short} for your people?",
)
IMPACT = (
    "And every time it does, how much money are you out?",
    "What does that end up costing over a year, roughly?",
    "What's the impact of that on you?",
)
FOLLOW = (
    "When you say that, what happens next?",
    "How long has that been going on?",
    "And how does that affect your team?",
)
VALUE = (
    "So if nobody had to live with that any more, that's what we do: {product}. {proof}.",
    "That is exactly where we help. You said it goes wrong there, and {product} takes care of it. {proof}.",
    "We take that off your desk: {product}. {proof}.",
)
ASK = (
    "Would it be worth fifteen minutes on Thursday at ten or Friday at two to see it on your own numbers?",
    "How about a quarter of an hour, Wednesday morning or Thursday after lunch, to see if it fits?",
    "Could we look at it together for fifteen minutes, say Tuesday at eleven or Wednesday at three?",
)
EXPLORE = (
    "That's fair. Can I ask what's behind that?",
    "I get that. What would have to change for that to be different?",
    "Understood. Is it the timing, or is it more about the thing itself?",
)
ANSWER = (
    "That makes sense. What others do is start small: one month, one team, on your own data, and you "
    "stop if it doesn't pay. {proof}.",
    "Then I'd keep it out of your people's way. We do the set-up and you only look at the result. {proof}.",
    "I hear you. It pays for itself before it costs you anything, and I'd show you that first. {proof}.",
)
PROOF = ("{proof}. They were sceptical too.", "Good question. {proof}, and I can put you in touch with them.")
HOW = (
    "It sits beside what you have: {product}. Your people don't change a thing.",
    "It connects to your system, checks every case, and shows you only the odd ones. That's {product}.",
)
WHAT = (
    "Fair. I'm calling because {problem}, and I wanted to ask if you have that too.",
    "It's about one thing: {problem}. Is that a topic for you?",
)
BYE = (
    "Perfect, the invite is on its way to you. Thanks {given}, talk then. Bye.",
    "Great, that's in. Thank you {given}, bye bye.",
)
GENERIC = ("I understand.", "Okay, sure.", "Right, I see.")
