"""Ringside's commands: `start` opens the app, `test` checks everything; setup, demo, doctor and bench beside them."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

PYTHON = (3, 11)


def other_python():
    """Full path of a Python 3.11 on this machine when this is another one, else None."""
    name = "python{}.{}".format(*PYTHON)
    return shutil.which(name)


def parse(arguments):
    """Read the command line; what `demo` and `bench` do with the rest is their own business."""
    parser = argparse.ArgumentParser(prog="ringside.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    start = commands.add_parser("start", help="set up what is missing and open Ringside")
    start.add_argument("--no-window", action="store_true", help="only print the address and serve until Ctrl-C")
    start.add_argument("--port", type=int, default=0, help="port of the backend (a free one unless told)")
    start.add_argument("--data-dir", type=Path, help="where sessions and recordings are kept")

    test = commands.add_parser("test", help="set up for development and run every check")
    test.add_argument("--only", action="append", default=[], metavar="NAME", help="this check (may be given again)")

    setup = commands.add_parser("setup", help="set up for development: packages, front end, default models")
    setup.add_argument("--models", action="append", default=[], metavar="ID", help="fetch this model (may be repeated)")
    setup.add_argument("--all-models", action="store_true", help="fetch the optional models as well (1.6 GB in all)")
    setup.add_argument("--from", dest="own_file", type=Path, metavar="FILE", help="use a model file you have")

    doctor = commands.add_parser("doctor", help="say what works on this machine and what to do about the rest")

    for command in (start, setup, doctor):
        command.add_argument("--models-dir", type=Path, help="where models live (the user's models folder unless told)")

    commands.add_parser("calibrate", help="measure this machine and choose recogniser and voices", add_help=False)
    commands.add_parser("demo", help="one whole call without a person or a sound card", add_help=False)
    bench = commands.add_parser("bench", help="measure: voice, prospect, scoring …", add_help=False)
    bench.add_argument("name", metavar="NAME")
    options, rest = parser.parse_known_args(arguments)
    options.rest = rest
    if rest and options.command not in ("calibrate", "demo", "bench"):
        parser.error("unrecognized arguments: {}".format(" ".join(rest)))
    return options


def run(options):
    """Hand over to the script that does the work; returns the exit code."""
    from scripts import browsers, checks, doctor, environment, launch

    if options.command == "doctor":
        return doctor.examine(options.models_dir)
    if options.command == "test":
        return checks.check_all(options.only)
    if options.command == "setup":
        environment.set_up_for_development()
        environment.fetch_models(options.models_dir, options.models, options.all_models, options.own_file)
        browsers.set_up()
        return 0
    if options.command == "start":
        return launch.start(options)
    environment.set_up_python(dev=False)
    environment.fetch_models(None)
    if options.command in ("calibrate", "demo"):
        return environment.run_module("bench." + options.command, options.rest)
    return environment.run_module("bench." + options.name, options.rest)


def main():
    """Check the interpreter, then run the command."""
    if sys.version_info[:2] != PYTHON:
        python = other_python()
        if python:
            return subprocess.call([python, *sys.argv])
        print("Ringside needs Python 3.11; this is {}.{}.".format(*sys.version_info[:2]), file=sys.stderr)
        print("Install Python 3.11 (it may stand beside the one you have) and run this again.", file=sys.stderr)
        return 1
    options = parse(sys.argv[1:])
    from scripts.places import SetupError

    try:
        return run(options)
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
