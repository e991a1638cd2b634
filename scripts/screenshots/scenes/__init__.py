"""The scenes of the pictures, one module a desk; a module that is put here is found.

A module names its pictures in `PICTURES`: each has a function that brings the window into the state that is shown,
and takes the picture.
"""

import pkgutil
from importlib import import_module

from screenshots.camera import Picture


def all_pictures() -> dict[str, Picture]:
    """Return the pictures of all scenes by name; fail if two share one."""
    pictures: dict[str, Picture] = {}
    for found in pkgutil.iter_modules(__path__):
        for name, picture in import_module(f"{__name__}.{found.name}").PICTURES.items():
            if name in pictures:
                raise ValueError(f"two scenes have the name {name}")
            pictures[name] = picture
    return pictures
