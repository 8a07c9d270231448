"""What outlives the process; the only SQL beside models and db."""

from app.store.journal import Journal
from app.store.playbooks import Playbooks
from app.store.recordings import Recorder, Recordings
from app.store.scorecards import Scorecards
from app.store.sessions import Sessions

__all__ = ["Journal", "Playbooks", "Recorder", "Recordings", "Scorecards", "Sessions"]
