"""What outlives the process; the only SQL beside models and db."""

from app.store.disputes import Disputes
from app.store.journal import Journal
from app.store.playbooks import Playbooks
from app.store.recordings import Recorder, Recordings
from app.store.rubrics import Rubrics
from app.store.scorecards import Scorecards
from app.store.sessions import Sessions

__all__ = ["Disputes", "Journal", "Playbooks", "Recorder", "Recordings", "Rubrics", "Scorecards", "Sessions"]
