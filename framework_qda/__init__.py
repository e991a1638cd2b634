"""A desktop workbench for Framework analysis."""

__version__ = "0.1.0"
