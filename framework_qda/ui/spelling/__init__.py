"""Checking spelling in the window: which words are marked, what is offered for them, the list of all of them."""
