"""The version of Riwaya."""

__version__ = "0.1.0"
