"""The only place that turns settings into engines, stores and calls."""

import asyncio
import secrets
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from threading import Lock, Thread

from app.call.exercises import Exercises, persona_of, scene_of
from app.call.lately import wording_for
from app.call.ports import Equipment
from app.call.prospect import SimulatedProspect
from app.call.session import CallSession
from app.call.switchboard import Switchboard
from app.db import Database
from app.dialogue import ModelWording, Wordings
from app.dialogue.engines.registry import gguf
from app.domain.audio import CALL_RATE_HZ, FRAME_SAMPLES
from app.domain.call import AnsweredBy
from app.domain.chance import unit
from app.domain.errors import Conflict
from app.domain.persona import Voice
from app.domain.session import StoredSession
from app.reading import Reader, heads_status, load_heads
from app.runtime import calibration
from app.runtime.loading import Loader, Part
from app.runtime.models import ModelFiles, ModelState
from app.settings import Settings
from app.store import Disputes, Journal, Playbooks, Recordings, Rubrics, Scorecards, Sessions
from app.stt import SttEngine, STTService
from app.stt.registry import ENGINES as STT_ENGINES
from app.stt.registry import create as create_stt
from app.tts import ClipCache, TtsEngine, TTSService
from app.tts.clauses import clauses
from app.tts.registry import ENGINES as TTS_ENGINES
from app.tts.registry import create as create_tts
from app.tts.resample import to_call_rate
from app.turn import backchannel_model, detector, turn_end_model

RING_MS = (2_000, 3_500)
UNANSWERED_MS = (15_000, 21_000)
"""Five to seven rings, then people give up; nobody picks up that late either."""
ANY_VOICE = frozenset({"female", "male"})
MEASURED_VOICES = ("piper", "hibari", "kokoro")
MEASURED_LINES = (
    "We already have a vendor for that.",
    "Well, we looked at something like this last year, and the team did not see why we should change.",
)
"""A short and a long sentence such as a prospect says."""


class Ringside:
    """Everything one process works with; cheap to make, nothing is opened or loaded yet."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.calibration_file = settings.data_dir / "calibration.json"
        self.calibration = calibration.stored(self.calibration_file)
        self._measuring = Lock()
        self.stt_engine = settings.stt_engine or calibration.best_recogniser(self.calibration)
        self.tts_engine = settings.tts_engine or calibration.best_voice(self.calibration)
        self.models = ModelFiles(settings.models_dir)
        self.database = Database(settings.data_dir / "ringside.db")
        self.stt = STTService(create_stt(self.stt_engine, settings.models_dir, settings.stt_threads))
        self.stt_tail = (
            STTService(create_stt(settings.stt_tail_engine, settings.models_dir)) if self._has_tail else None
        )
        self.backchannel = backchannel_model(settings.models_dir) if self._has_tail else None
        self.tts = TTSService(
            create_tts(self.tts_engine, settings.models_dir),
            ClipCache(settings.data_dir / "voice"),
            phone_line=settings.phone_line,
        )
        self.turn_end = turn_end_model(settings.turn_engine, settings.models_dir)
        self.reader = Reader(load_heads(settings.models_dir))
        """One for all calls and cards: it remembers what it read lately."""
        self.wordings = Wordings(
            ollama_url=settings.ollama_url, ollama_model=settings.ollama_model, llama_cpp=gguf(settings.gguf)
        )
        self.exercises = Exercises(
            sessions=Sessions(self.database),
            journal=Journal(self.database),
            scorecards=Scorecards(self.database),
            own_playbooks=Playbooks(self.database),
            own_rubrics=Rubrics(self.database),
            disputes=Disputes(self.database),
            recordings=Recordings(settings.data_dir / "recordings"),
            voices=self.voice_genders,
            now=lambda: datetime.now(UTC),
            random_seed=lambda: secrets.randbelow(2**24),
            new_id=lambda: str(uuid.uuid4()),
            reader=self.reader,
            wordings=self.wordings,
        )
        self.switchboard = Switchboard(self.exercises.begin, self.exercises.conclude)
        self.loader = Loader(
            [
                Part("speech detection", settings.detector, self._load_detector),
                Part("end of turn", settings.turn_engine, self.turn_end.load),
                Part("voice", self.tts_engine, self._load_voice),
                Part("speech to text", self.stt_engine, self._load_recogniser),
                *([Part("last words", settings.stt_tail_engine, self._load_tail)] if self.stt_tail else []),
                Part("reading", "patterns and heads" if self.reader.heads else "patterns", self._load_reader),
            ]
        )

    def open(self) -> None:
        """Open the database, close what a dead process left open, load the engines in the background."""
        self.database.open()
        self.exercises.close_orphans()
        self.loader.start()

    def close(self) -> None:
        """Release the database."""
        self.database.close()

    def voice_genders(self) -> frozenset[str]:
        """Genders that the voice engine can speak as; any while that is not known."""
        known = {voice.gender for voice in self.tts.voices()}
        return frozenset(known) or ANY_VOICE

    def build_call(self, stored: StoredSession) -> CallSession:
        """A live call for a session; must be called on the event loop."""
        scene = scene_of(stored)
        persona, wording = persona_of(stored), wording_for(stored, self.exercises.journal, self.wordings)
        if isinstance(wording, ModelWording):
            # While it rings, the model is loaded and reads who it speaks for.
            Thread(target=wording.warm_up, args=(persona,), name="wording", daemon=True).start()
        prospect = SimulatedProspect(persona, scene, wording, self.reader)
        low, high = UNANSWERED_MS if stored.answered_by is AnsweredBy.NOBODY else RING_MS
        return CallSession(
            stored.session_id,
            Equipment(
                recogniser=self.stt,
                speech=self.tts,
                clauses=clauses,
                to_call_rate=to_call_rate,
                detector=detector(self.settings.detector),
                turn_end=self.turn_end,
                backchannel=self.backchannel,
                prospect=prospect,
                journal=self.exercises.journal,
                tape=self.exercises.recordings.recorder(stored.session_id),
                seconds=time.perf_counter,
                ready=lambda: asyncio.to_thread(self.loader.wait),
                tail=self.stt_tail,
            ),
            prospect.initial_state(),
            ring_ms=int(low + (high - low) * unit(stored.prospect_code, "ring")),
            limit_ms=stored.duration_minutes * 60_000,
            show_state=stored.show_state,
        )

    def calibrate(self) -> calibration.Calibration:
        """Measure every engine whose model is here and keep the figures; what they choose holds from the next start."""
        if not self._measuring.acquire(blocking=False):
            raise Conflict("This machine is being measured already.", "Wait a few seconds.")
        try:
            found = calibration.measure(self._candidates(), time.perf_counter, datetime.now(UTC))
        finally:
            self._measuring.release()
        calibration.store(found, self.calibration_file)
        self.calibration = found
        return found

    def _candidates(self) -> Iterator[calibration.Candidate]:
        """Fresh engines, one at a time, so that only one more than in use is in memory."""
        sample = create_tts("hibari", self.settings.models_dir)
        short, long = (to_call_rate(sample.synthesize(text, Voice(gender="female"))) for text in MEASURED_LINES)
        for name in (calibration.DEFAULT_RECOGNISER, calibration.LIGHT_RECOGNISER):
            if self._on_disk(STT_ENGINES[name].model_id):
                ear = create_stt(name, self.settings.models_dir, self.settings.stt_threads)
                yield calibration.Candidate(
                    purpose=calibration.RECOGNISER,
                    engine=name,
                    load=ear.load,
                    short=partial(_recognise, ear, short),
                    long=partial(_recognise, ear, long),
                )
        for name in MEASURED_VOICES:
            if self._on_disk(TTS_ENGINES[name].model_id):
                mouth = create_tts(name, self.settings.models_dir)
                yield calibration.Candidate(
                    purpose=calibration.VOICE,
                    engine=name,
                    load=mouth.load,
                    short=partial(_synthesize, mouth, MEASURED_LINES[0]),
                    long=partial(_synthesize, mouth, MEASURED_LINES[1]),
                )

    @property
    def _has_tail(self) -> bool:
        """Calls go on without the quick recogniser where its model is not on disk; answers come later then."""
        name = self.settings.stt_tail_engine
        return bool(name) and (name not in STT_ENGINES or self._on_disk(STT_ENGINES[name].model_id))

    def _on_disk(self, model_id: str) -> bool:
        return not model_id or self.models.state(model_id) is ModelState.READY

    def _load_voice(self) -> None:
        model_id = TTS_ENGINES[self.tts_engine].model_id
        if model_id:
            self.models.require(model_id)
        self.tts.load()

    def _load_recogniser(self) -> None:
        model_id = STT_ENGINES[self.stt_engine].model_id
        if model_id:
            self.models.require(model_id)
        self.stt.load()

    def _load_tail(self) -> None:
        if self.stt_tail is not None:
            self.stt_tail.load()
        if self.backchannel is not None:
            self.backchannel.load()

    def _load_reader(self) -> str:
        self.reader.load()
        return heads_status(self.settings.models_dir)

    def _load_detector(self) -> None:
        detector(self.settings.detector).probability(bytes(2 * FRAME_SAMPLES))


def _recognise(engine: SttEngine, pcm: bytes) -> float:
    """Seconds of sound that were recognised."""
    engine.transcribe(pcm)
    return len(pcm) / 2 / CALL_RATE_HZ


def _synthesize(engine: TtsEngine, text: str) -> float:
    """Seconds of sound that were made."""
    return engine.synthesize(text, Voice(gender="female")).duration_ms / 1000
