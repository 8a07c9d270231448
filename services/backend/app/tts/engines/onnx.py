"""Opens an ONNX model as all voices do: on the CPU, with few threads that sleep when idle."""

from pathlib import Path

import onnxruntime


def open_session(model: Path, threads: int) -> onnxruntime.InferenceSession:
    """A session with `threads` threads.

    Idle threads must not spin: on two cores they would take their time from the recogniser and the call.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
