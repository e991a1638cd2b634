"""The Framework desk: themes and sub-topics as an outline."""
