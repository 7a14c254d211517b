"""Audit an IEP (Individualized Education Program) on this machine: what is there, what was not found, what to ask."""

__version__ = "0.1.0"
