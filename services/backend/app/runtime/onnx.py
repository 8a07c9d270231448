"""Opens an ONNX model as all engines do: on the CPU, with few threads that sleep when idle."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession as Session


def open_session(model: Path, threads: int = 1) -> "Session":
    """A session with `threads` threads; ONNX Runtime raises its own classes for a file that it cannot read.

    Idle threads must not spin: on two cores they would take their time from the recogniser and the call. The runtime
    is imported here, so that a process can say it is ready before it has read any.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Sound has any length: the arena keeps a block for every one and gives none back (260 clips: 570 MB against 434).
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
