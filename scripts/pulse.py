"""A sound system of our own for tests: a speaker and a microphone that are nothing but pipes."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.places import SetupError, run, say

NEEDED = ("pulseaudio", "pactl", "paplay", "parec")
RATE_HZ = 48_000
STARTS_WITHIN_S = 120.0


def find_pulseaudio() -> None:
    """Have PulseAudio and its clients, installed if need be; raises `SetupError`."""
    if not _missing():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("pulse: installing Debian's pulseaudio")
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update", "-q"], env=quiet)
        run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "pulseaudio", "pulseaudio-utils"], env=quiet)
    if _missing():
        raise SetupError(f"{', '.join(_missing())} not found (on Debian and Ubuntu: apt install pulseaudio).")


@contextmanager
def sound_system() -> Iterator[Mapping[str, str]]:
    """A running server with a `speaker` and a `microphone` to speak into; yields the environment that leads to it."""
    with TemporaryDirectory(prefix="ringside-pulse-") as folder:
        socket = Path(folder) / "native"
        env = {
            "PULSE_SERVER": f"unix:{socket}",
            "XDG_RUNTIME_DIR": folder,
            "PULSE_RUNTIME_PATH": folder,
            "PULSE_STATE_PATH": folder,
            "PULSE_COOKIE": str(Path(folder) / "cookie"),
        }
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no"]
        command += ["--log-target=stderr", "--log-level=error", "--realtime=no", "--high-priority=no"]
        for module in _modules(socket):
            command += ["-L", module]
        with subprocess.Popen(command, env={**os.environ, **env}) as server:
            try:
                _wait_for(server, env)
                yield env
            finally:
                server.terminate()


def _modules(socket: Path) -> list[str]:
    sink = f"module-null-sink rate={RATE_HZ} channels=2"
    source = "module-remap-source master=mouth.monitor"
    return [
        f"module-native-protocol-unix socket={socket} auth-anonymous=1",
        f"{sink} sink_name=speaker sink_properties=device.description=Speaker",
        f"{sink} sink_name=mouth sink_properties=device.description=Mouth",
        # Browsers offer no monitors as microphones.
        f"{source} source_name=microphone source_properties=device.description=Microphone",
    ]


def _wait_for(server: "subprocess.Popen[bytes]", env: Mapping[str, str]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SetupError(f"PulseAudio ended with code {server.returncode}.")
        if _told(env, "set-default-sink", "speaker") and _told(env, "set-default-source", "microphone"):
            return
        time.sleep(0.2)
    raise SetupError("PulseAudio did not start.")


def _told(env: Mapping[str, str], *words: str) -> bool:
    asked = subprocess.run(["pactl", *words], env={**os.environ, **env}, capture_output=True, check=False)
    return asked.returncode == 0


def _missing() -> list[str]:
    return [name for name in NEEDED if not shutil.which(name)]
