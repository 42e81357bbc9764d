"""What the quantities mean: each is bound to a rule of the catalogue by its frame, or named where no rule knows it."""
