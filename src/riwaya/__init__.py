"""Riwaya reads Arabic news of armed conflict and keeps who says what, with the exact words that are the evidence."""

from riwaya.api import Reading, read

__all__ = ["Reading", "__version__", "read"]

__version__ = "0.1.0"
