"""The data that flows through the program: frozen dataclasses and enums, no behaviour beyond small look-ups."""
