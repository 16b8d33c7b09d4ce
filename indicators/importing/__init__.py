"""From a file as a statistical office publishes it to parsed observations.

The package knows nothing of Django models: it takes bytes, a recipe and a catalogue of territories, and gives back
a `Reading`. Reading order for a newcomer: `grids` (text cells) → `recipes` → `reading` (observations and problems);
`inspection` proposes a recipe for a file that nobody has described yet.
"""
