"""How long things take, always as ratios to something measured in the same run."""
