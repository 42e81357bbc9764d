"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.samples import SHARED

# How long a text takes is measured in benchmarks/, never in a test. FAZHI_EXAMPLES asks for a longer hunt.
settings.register_profile(
    "fazhi",
    deadline=None,
    max_examples=int(os.environ.get("FAZHI_EXAMPLES", "40")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("fazhi")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold records; a test that needs it is skipped without it."""
    if not (SHARED / "tools" / "score.py").is_file():
        pytest.skip("no reports and gold records: set FAZHI_SHARED to their folder")
    return SHARED
