"""Widgets that desks share."""
