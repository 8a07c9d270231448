"""Features equal those of the reference implementation, padding included."""

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor

from app.stt.engines.mel import LogMel


@pytest.mark.parametrize("clip_samples", [1_600, 8_123, 48_000, 127_999])
@pytest.mark.parametrize("bands", [80, 128])
def test_frames_equal_the_reference_of_the_padded_waveform(clip_samples: int, bands: int) -> None:
    wave = (np.random.default_rng(2).standard_normal(clip_samples) * 0.05).astype(np.float32)
    window = 8 * 16_000
    reference = FeatureExtractor(feature_size=bands)(np.pad(wave, (0, window - clip_samples)))[:, : window // 160]
    ours = LogMel(bands).frames(wave, window)
    assert ours.shape == (1, bands, window // 160)
    np.testing.assert_allclose(ours[0], reference, atol=1e-4)
