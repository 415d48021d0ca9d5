"""The core of Show Me: notes in, a grounded one-on-one brief out. No terminal code lives here."""
