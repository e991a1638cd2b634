"""Draw the pictures of the user guide from the running program: `python scripts/screenshots FOLDER [NAME ...]`.

Without names all pictures are drawn, and those that have no scene any longer are taken away.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from framework_qda.shipped import build_sample
from framework_qda.ui.style import Look
from screenshots.camera import Picture, write
from screenshots.scenes import all_pictures
from screenshots.stage import make_scene, start_toolkit


def draw(pictures: Mapping[str, Picture], folder: Path) -> None:
    """Draw pictures into a folder, one file a name."""
    app = start_toolkit()
    look = Look(app, "light", 100)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as sources:
        sample = build_sample(Path(sources) / "Sample study.fqda")
        for name, picture in pictures.items():
            with make_scene(app, look, sample) as scene:
                write(picture(scene), folder / f"{name}.png")


def main(arguments: Sequence[str]) -> None:
    """Draw the named pictures, or all of them and take away those that are drawn no longer."""
    pictures = all_pictures()
    if not arguments or arguments[0].startswith("-") or set(arguments[1:]) - set(pictures):
        raise SystemExit(f"{__doc__}\nNames: {', '.join(pictures)}")
    folder, names = Path(arguments[0]), arguments[1:] or list(pictures)
    draw({name: pictures[name] for name in names}, folder)
    if not arguments[1:]:
        for path in folder.glob("*.png"):
            if path.stem not in pictures:
                path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
