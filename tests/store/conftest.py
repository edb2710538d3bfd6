from pathlib import Path

import pytest


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where runs are kept in this test."""
    monkeypatch.setenv("HOMEWARD_RUNS", str(tmp_path / "runs"))
    return tmp_path
