"""Binds the port, says so, watches whoever started us, and serves."""

import argparse
import os
import signal
import socket
import sys
from pathlib import Path

import uvicorn

from app import __version__
from app.main import create_app
from app.runtime.memory import keep_lean
from app.runtime.parent import watch_parent
from app.runtime.ready_line import print_ready
from app.settings import Settings


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m app", description="Ringside's backend, on this machine only.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
    parser.add_argument("--data-dir", type=Path, help="database and recordings")
    parser.add_argument("--models-dir", type=Path, help="model files")
    parser.add_argument("--parent-pid", type=int, help="end when this process is gone")
    return parser.parse_args(argv)


def listen(port: int) -> socket.socket:
    """A loopback socket whose connections send at once: without TCP_NODELAY audio waits up to 30 ms."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind(("127.0.0.1", port))
    return listener


def main(argv: list[str] | None = None) -> int:
    """Serve until told to stop."""
    args = parse(argv)
    keep_lean()
    given = {"data_dir": args.data_dir, "models_dir": args.models_dir}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    try:
        listener = listen(args.port)
    except OSError as error:
        sys.stderr.write(f"Port {args.port} cannot be used: {error.strerror}. Try --port 0.\n")
        return 1
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=1 << 20,
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    listener.listen(64)
    if args.parent_pid:
        watch_parent(args.parent_pid, lambda: os.kill(os.getpid(), signal.SIGTERM))
    print_ready(listener.getsockname()[1], os.getpid(), __version__)
    server.run(sockets=[listener])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
