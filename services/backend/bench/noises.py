"""Sounds that are no words: a hum of assent, short noises near a telephone, and what goes on behind a call."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import soxr

from bench.sound import RATE_HZ, Samples

HUM = "mm-hm"
Sound = npt.NDArray[np.float64]


def hum(mm: Samples) -> Samples:
    """ "Mm-hm" out of a spoken "mm": a low hum, a breath, a higher hum."""
    wave = mm.astype(np.float64)
    loud = np.flatnonzero(np.abs(wave) > 0.1 * np.abs(wave).max())
    wave = wave[loud[0] : loud[-1]]
    low, high = (soxr.resample(wave, RATE_HZ * pitch, RATE_HZ) for pitch in (0.97, 1.18))
    breath = np.random.default_rng(1).normal(0.0, 0.02 * np.abs(wave).max(), _samples(0.07))
    parts = [_bell(low[: _samples(0.24)], 0.02, 0.08), breath, _bell(high[: _samples(0.3)], 0.02, 0.1)]
    return _pcm(np.concatenate(parts))


def cough(seed: int) -> Samples:
    """Two bursts of air, the second longer."""
    first = _bell(_coloured(_samples(0.12), seed, 300, 3_000), 0.005, 0.09)
    second = _bell(_coloured(_samples(0.28), seed + 1, 200, 2_000), 0.01, 0.24) * 0.8
    return _pcm(np.concatenate([first, np.zeros(_samples(0.09)), second]))


def thud(seed: int) -> Samples:
    """A mug put down on a desk."""
    return _pcm(_bell(_coloured(_samples(0.18), seed, 60, 500), 0.002, 0.16))


def rustle(seed: int) -> Samples:
    """A sheet of paper moved close to the microphone."""
    paper = _coloured(_samples(0.6), seed, 1_500, 7_500)
    slow = np.abs(_coloured(paper.size, seed + 1, 2, 14))
    return _pcm(_bell(paper * slow, 0.05, 0.2))


def creak(seed: int) -> Samples:
    """A chair: a train of clicks that slows down."""
    wave = np.zeros(_samples(0.5))
    click = _bell(_coloured(_samples(0.012), seed, 400, 2_500), 0.001, 0.01)
    at = 0.0
    while (begin := _samples(at)) + click.size < wave.size:
        wave[begin : begin + click.size] += click
        at += 0.012 + 0.04 * at
    return _pcm(wave)


SOUNDS: dict[str, Callable[[int], Samples]] = {"cough": cough, "thud": thud, "rustle": rustle, "creak": creak}


def pink(samples: int, seed: int) -> Sound:
    """Noise that loses 3 dB an octave, RMS 1; a room full of people without their words."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(0.0, 1.0, samples))
    spectrum /= np.sqrt(np.maximum(np.arange(spectrum.size), 1))
    return _unit(np.fft.irfft(spectrum, samples))


def fan(samples: int, seed: int) -> Sound:
    """A ventilator: low rushing air and the hum of its blades, RMS 1."""
    t = np.arange(samples) / RATE_HZ
    blades = sum(np.sin(2 * np.pi * 97 * k * t) / k for k in (1, 2, 3))
    return _unit(_unit(_coloured(samples, seed, 80, 1_200)) + 0.3 * _unit(np.asarray(blades)))


def typing(samples: int, seed: int) -> Sound:
    """Keys struck five times a second, unevenly; RMS 1 over the whole stretch."""
    chance = np.random.default_rng(seed)
    wave = np.zeros(samples)
    at = 0.2
    while (begin := _samples(at)) + _samples(0.03) < samples:
        key = _bell(_coloured(_samples(0.03), int(chance.integers(2**31)), 800, 6_000), 0.001, 0.028)
        wave[begin : begin + key.size] += key * chance.uniform(0.5, 1.0)
        at += chance.uniform(0.08, 0.32)
    return _unit(wave)


BACKGROUNDS: dict[str, Callable[[int, int], Sound]] = {"fan": fan, "pink": pink, "typing": typing}


def at_level(noise: Sound, dbfs: float) -> Samples:
    """A background of RMS 1 as samples of a level."""
    loud: Samples = np.round(noise * 32768 * 10 ** (dbfs / 20)).clip(-32768, 32767).astype(np.int16)
    return loud


def _coloured(samples: int, seed: int, low_hz: float, high_hz: float) -> Sound:
    """Noise between two frequencies, peak 1."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(0.0, 1.0, samples))
    hz = np.fft.rfftfreq(samples, 1 / RATE_HZ)
    wave: Sound = np.fft.irfft(np.where((hz >= low_hz) & (hz <= high_hz), spectrum, 0), samples)
    return wave / max(float(np.abs(wave).max()), 1e-9)


def _bell(wave: Sound, rise_s: float, fall_s: float) -> Sound:
    """Fade in and out."""
    shape = np.ones(wave.size)
    rise, fall = min(_samples(rise_s), wave.size), min(_samples(fall_s), wave.size)
    shape[:rise] *= np.linspace(0, 1, rise)
    shape[wave.size - fall :] *= np.linspace(1, 0, fall) ** 2
    shaped: Sound = wave * shape
    return shaped


def _unit(wave: Sound) -> Sound:
    unit: Sound = wave / max(float(np.sqrt(np.mean(np.square(wave)))), 1e-9)
    return unit


def _samples(seconds: float) -> int:
    return int(seconds * RATE_HZ)


def _pcm(wave: Sound) -> Samples:
    pcm: Samples = np.round(wave / np.abs(wave).max() * 16_000).astype(np.int16)
    return pcm
