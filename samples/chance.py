"""Seeded chance, so that every run writes the same bytes."""

import random

SEED = "två bokslut"


class Chance:
    """Seeded chance. Only random() is used: its sequence is the same in all Python versions."""

    def __init__(self, name):
        self.source = random.Random(f"{SEED}/{name}")

    def between(self, low, high, step=1):
        return low + step * int(self.source.random() * ((high - low) // step + 1))

    def pick(self, options):
        return options[int(self.source.random() * len(options))]

    def happens(self, share):
        return self.source.random() < share
